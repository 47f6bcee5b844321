package dev.lambic.benchmarks;

import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionMap;
import dev.lambic.script.Script;
import dev.lambic.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to load a history and to plan the way from nothing to its heads, and back. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RevisionGraphBenchmark {

  /** The shapes of history that are measured. */
  public enum Shape {
    /** Each revision has the one before it as its parent. */
    LINEAR,
    /** Eight lines side by side; every third revision merges its neighbour, every fifth depends on the line after that. */
    DENSE
  }

  private static final int LINES = 8;

  @Param({"LINEAR", "DENSE"})
  public Shape shape;

  @Param({"1000", "10000", "100000"})
  public int revisions;

  private List<RevisionEntry> entries;

  /** A history that is loaded already; the other benchmarks must not have warmed anything up. */
  @State(Scope.Benchmark)
  public static class Loaded {
    private ScriptDirectory script;
    private List<String> heads;

    @Setup
    public void load(RevisionGraphBenchmark benchmark) {
      script = benchmark.load();
      heads = script.getHeads(true);
    }
  }

  @Setup
  public void writeHistory() {
    entries = new ArrayList<>();
    for (int i = 0; i < revisions; i++) {
      entries.add(shape == Shape.LINEAR ? linear(i) : dense(i));
    }
  }

  private static RevisionEntry linear(int i) {
    RevisionEntry.Builder entry = RevisionEntry.builder(id(i), "shop.V" + i).message("step " + i);
    return (i == 0 ? entry : entry.downRevision(id(i - 1))).build();
  }

  private static RevisionEntry dense(int i) {
    RevisionEntry.Builder entry = RevisionEntry.builder(id(i), "shop.V" + i).message("step " + i);
    if (i < LINES) {
      return entry.build();
    }
    int above = i / LINES * LINES - LINES;
    String parent = id(i - LINES);
    String neighbour = id(above + (i + 1) % LINES);
    String third = id(above + (i + 2) % LINES);
    entry = i / LINES % 3 == 0 ? entry.downRevision(parent, neighbour) : entry.downRevision(parent);
    return (i / LINES % 5 == 0 ? entry.dependsOn(third) : entry).build();
  }

  private static String id(int i) {
    return String.format("%012x", i);
  }

  private ScriptDirectory load() {
    return ScriptDirectory.of(RevisionMap.of(entries, position -> {
      throw new AssertionError("nothing runs here");
    }));
  }

  /** What a run pays, once everything is warm. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Fork(1)
  @Warmup(iterations = 3, time = 2)
  @Measurement(iterations = 5, time = 2)
  public List<Script> loadAndPlan() {
    return load().upgradePlan("heads", List.of());
  }

  /** Grows linearly by definition: a map of the revisions by their ids, and one of the children of each. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Fork(1)
  @Warmup(iterations = 3, time = 2)
  @Measurement(iterations = 5, time = 2)
  public List<Map<String, ?>> mapsAlone() {
    Map<String, RevisionEntry> revisions = new HashMap<>();
    Map<String, List<String>> children = new HashMap<>();
    for (RevisionEntry entry : entries) {
      revisions.put(entry.id(), entry);
      for (String parent : entry.downRevisions()) {
        children.computeIfAbsent(parent, id -> new ArrayList<>()).add(entry.id());
      }
    }
    return List.of(revisions, children);
  }

  /** What the first run of a fresh JVM pays: nothing has been compiled yet. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Fork(5)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public List<Script> loadAndPlanCold() {
    return load().upgradePlan("heads", List.of());
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Fork(1)
  @Warmup(iterations = 3, time = 2)
  @Measurement(iterations = 5, time = 2)
  public List<Script> planDown(Loaded loaded) {
    return loaded.script.downgradePlan("base", loaded.heads);
  }
}
