package dev.lambic.benchmarks;

import dev.lambic.script.ScriptDirectory;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.Reference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** What a JVM holds more once it has loaded a history from its index, and planned with it: objects and classes. */
record IndexMemoryWorkload(int revisions, Rounds rounds) implements Workload {

  /** What a JVM holds, in bytes. */
  private record Held(long heap, long classes) {
    static Held now() {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      long classes = ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getName().equals("Metaspace"))
          .mapToLong(IndexMemoryWorkload::used)
          .sum();
      return new Held(runtime.totalMemory() - runtime.freeMemory(), classes);
    }

    Held minus(Held before) {
      return new Held(heap - before.heap, classes - before.classes);
    }
  }

  private static long used(MemoryPoolMXBean pool) {
    return pool.getUsage().getUsed();
  }

  @Override
  public void run(Setup setup) throws Exception {
    Path jar = setup.histories().jar(revisions);
    Callable<Held> loading = () -> loaded(jar);
    List<Held> held = List.copyOf(rounds.results(Map.of("", loading)).values()).get(0);
    Samples heap = Samples.of(held, one -> mebibytes(one.heap));
    Samples classes = Samples.of(held, one -> mebibytes(one.classes));
    Samples both = Samples.of(held, one -> mebibytes(one.heap + one.classes));
    setup.report().heading("What a loaded history holds");
    setup
        .report()
        .table(
            List.of("%,d revisions".formatted(revisions), "MiB"),
            List.of(
                List.of("objects, with what the JVM keeps of the jar", Report.spread(heap, "%.2f")),
                List.of("the class of the index", Report.spread(classes, "%.2f")),
                List.of("together", Report.spread(both, "%.2f"))));
    if (revisions == 10_000) {
      setup.report().judge(Budget.INDEX_MEMORY, both);
    }
  }

  private static Held loaded(Path jar) throws Exception {
    Held before = Held.now();
    try (URLClassLoader loader = new URLClassLoader(
        new URL[] {jar.toUri().toURL()}, IndexMemoryWorkload.class.getClassLoader())) {
      ScriptDirectory history = ScriptDirectory.load(loader);
      history.upgradePlan("head", List.of());
      Held more = Held.now().minus(before);
      Reference.reachabilityFence(history);
      return more;
    }
  }

  private static double mebibytes(long bytes) {
    return bytes / 1024.0 / 1024.0;
  }
}
