package dev.lambic.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.lambic.benchmarks.ColdRun.Result;
import dev.lambic.benchmarks.ColdRun.Task;
import dev.lambic.benchmarks.Contender.Installed;
import dev.lambic.benchmarks.Rounds.Job;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Starts with a database that is at the head already: in a process of its own, and in one that has done so often. And asks
 * where the database stands.
 *
 * @param database on which database; one that outlives a process
 */
record StartWorkload(Database database, List<Start> starts) implements Workload {

  /**
   * The starts with one history.
   *
   * @param revisions its length
   * @param cold how often in a process of its own
   * @param warm how often in one JVM
   */
  record Start(int revisions, Rounds cold, Rounds warm) {}

  @Override
  public void run(Setup setup) throws Exception {
    for (Start start : starts) {
      setup
          .report()
          .heading("Nothing to do: %s, %,d revisions".formatted(database.title(), start.revisions));
      measure(setup, start);
    }
  }

  private void measure(Setup setup, Start start) throws Exception {
    History history = setup.histories().history(database, start.revisions);
    Map<Contender, Target> targets = new LinkedHashMap<>();
    for (Contender contender : Contender.all()) {
      Target target = setup.databases().create(database);
      contender.install(target, history).upgrade();
      targets.put(contender, target);
    }
    boolean hasBudget = database == Database.POSTGRESQL && start.revisions == 5_000;
    cold(setup.report(), start.cold, history, targets, hasBudget);
    warm(setup.report(), start.warm, history, targets, hasBudget);
    for (Target target : targets.values()) {
      setup.databases().drop(target);
    }
  }

  private static void cold(
      Report report,
      Rounds rounds,
      History history,
      Map<Contender, Target> targets,
      boolean hasBudget)
      throws Exception {
    Map<String, Callable<Result>> processes = new LinkedHashMap<>();
    targets.forEach((contender, target) ->
        processes.put(contender.name(), new ColdRun(Task.START, contender, target, history)::run));
    ColdRounds measured = ColdRounds.of(rounds, processes);
    measured.reportTo(report, "cold: a process from its start to its end");
    if (hasBudget) {
      report.judge(Budget.START_COLD, measured.ratio(Contender.LAMBIC));
      report.judge(Budget.START_MEMORY, measured.aboveFloor(Contender.LAMBIC));
    }
  }

  private static void warm(
      Report report,
      Rounds rounds,
      History history,
      Map<Contender, Target> targets,
      boolean hasBudget)
      throws Exception {
    List<HikariDataSource> pools = new ArrayList<>();
    try {
      Map<String, Job> starts = new LinkedHashMap<>();
      Map<String, Job> questions = new LinkedHashMap<>();
      for (Map.Entry<Contender, Target> entry : targets.entrySet()) {
        HikariDataSource pool = Setup.pool(entry.getValue());
        pools.add(pool);
        Installed installed = entry.getKey().install(pool, history);
        starts.put(entry.getKey().name(), () -> Rounds.milliseconds(installed::start));
        questions.put(entry.getKey().name(), () -> Rounds.milliseconds(installed::status));
      }
      Map<String, Samples> measured = rounds.of(starts);
      report.comparison("warm: a start", "ms", measured);
      report.comparison("warm: where it stands", "ms", rounds.of(questions));
      if (hasBudget) {
        report.judge(
            Budget.START_WARM,
            measured.get(Contender.LAMBIC).dividedBy(measured.get(Contender.FLOOR)));
      }
    } finally {
      pools.forEach(HikariDataSource::close);
    }
  }
}
