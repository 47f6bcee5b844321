package dev.lambic.benchmarks;

import java.util.Map;

/** Compiles a line of revisions with Lambic's processor, without one, and with processors that do next to nothing. */
record CompileWorkload(int revisions, Rounds rounds) implements Workload {

  @Override
  public void run(Setup setup) throws Exception {
    Map<String, Samples> measured = CompileBenchmark.measure(revisions, rounds);
    setup.report().heading("Compile time");
    setup
        .report()
        .comparison(
            "javac's thread, %,d revisions".formatted(revisions), "ms of processor time", measured);
    if (revisions == 1_000) {
      setup
          .report()
          .judge(
              Budget.COMPILE,
              measured
                  .get(CompileBenchmark.WITH)
                  .dividedBy(measured.get(CompileBenchmark.WITHOUT)));
    }
  }
}
