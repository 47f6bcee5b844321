package dev.lambic.benchmarks;

import dev.lambic.benchmarks.RevisionGraphBenchmark.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Loads histories and plans the way through them: {@link RevisionGraphBenchmark}, which JMH runs in JVMs of its own.
 *
 * @param lengths how many revisions the histories have
 * @param fresh how many fresh JVMs are measured
 * @param warm how many iterations are measured in a JVM that is warm, each long enough for JMH
 */
record GraphWorkload(List<Integer> lengths, int fresh, Rounds warm) implements Workload {
  private static final int BUDGETED = 100_000;

  @Override
  public void run(Setup setup) throws Exception {
    // Another JMH on the machine is as bad as any other load, which the report tells; no reason to
    // fail.
    System.setProperty("jmh.ignoreLock", "true");
    List<List<String>> rows = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      for (int revisions : lengths) {
        Samples first = inFreshJvms(shape, revisions);
        Samples next = inOneJvm("loadAndPlan", shape, revisions);
        Samples back = inOneJvm("planDown", shape, revisions);
        Samples maps = inOneJvm("mapsAlone", shape, revisions);
        rows.add(List.of(
            "%,d".formatted(revisions),
            shape.name().toLowerCase(Locale.ROOT),
            Report.spread(first, "%.0f"),
            Report.spread(next, "%.2f"),
            Report.spread(back, "%.2f"),
            Report.spread(maps, "%.2f")));
        if (revisions == BUDGETED) {
          judge(setup.report(), shape, first, next.dividedBy(maps));
        }
      }
    }
    setup.report().heading("Revision graph");
    setup
        .report()
        .table(
            List.of(
                "revisions",
                "shape",
                "load and plan, first time in a JVM, ms",
                "load and plan, warm, ms",
                "plan the way back, warm, ms",
                "two hash maps, warm, ms"),
            rows);
  }

  /**
   * What ten times as many revisions take depends on the processor's caches, whatever is done with them; so the growth is
   * judged by that of maps.
   */
  private void judge(Report report, Shape shape, Samples first, Samples toMaps) throws Exception {
    Samples tenth = inOneJvm("loadAndPlan", shape, BUDGETED / 10)
        .dividedBy(inOneJvm("mapsAlone", shape, BUDGETED / 10));
    switch (shape) {
      case LINEAR -> {
        report.judge(Budget.GRAPH_LINEAR, first);
        report.judge(Budget.GROWTH_LINEAR, toMaps.dividedBy(tenth));
      }
      case DENSE -> {
        report.judge(Budget.GRAPH_DENSE, first);
        report.judge(Budget.GROWTH_DENSE, toMaps.dividedBy(tenth));
      }
    }
  }

  private Samples inFreshJvms(Shape shape, int revisions) throws RunnerException {
    return run(options("loadAndPlanCold", shape, revisions).forks(fresh));
  }

  private Samples inOneJvm(String benchmark, Shape shape, int revisions) throws RunnerException {
    return run(options(benchmark, shape, revisions)
        .forks(1)
        .warmupIterations(warm.warmUps())
        .measurementIterations(warm.counted())
        .warmupTime(TimeValue.seconds(1))
        .measurementTime(TimeValue.seconds(1)));
  }

  private static ChainedOptionsBuilder options(String benchmark, Shape shape, int revisions) {
    return new OptionsBuilder()
        .include(RevisionGraphBenchmark.class.getName() + "\\." + benchmark + "$")
        .param("shape", shape.name())
        .param("revisions", String.valueOf(revisions))
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true);
  }

  private static Samples run(ChainedOptionsBuilder options) throws RunnerException {
    Samples samples = new Samples();
    for (RunResult run : new Runner(options.build()).run()) {
      for (BenchmarkResult fork : run.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          samples.add(iteration.getPrimaryResult().getScore());
        }
      }
    }
    return samples;
  }
}
