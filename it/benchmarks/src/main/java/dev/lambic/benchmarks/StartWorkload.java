package dev.lambic.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.lambic.benchmarks.Contender.Installed;
import dev.lambic.benchmarks.Rounds.Job;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts with a database that is at the head already: in a process of its own, and in one that has done so often. And asks
 * where the database stands.
 *
 * @param database on which database; one that outlives a process
 */
record StartWorkload(Database database) implements Workload {

  @Override
  public void run(Setup setup) throws Exception {
    for (int revisions : setup.profile().starts()) {
      setup
          .report()
          .heading("Nothing to do: %s, %,d revisions".formatted(database.title(), revisions));
      measure(setup, setup.histories().history(database, revisions));
    }
  }

  private static void measure(Setup setup, History history) throws Exception {
    Map<Contender, Target> targets = new LinkedHashMap<>();
    for (Contender contender : setup.contenders()) {
      Target target = setup.databases().create(history.database());
      contender.install(target, history).upgrade();
      targets.put(contender, target);
    }
    cold(setup, history, targets);
    warm(setup, history, targets);
    for (Target target : targets.values()) {
      setup.databases().drop(target);
    }
  }

  private static void cold(Setup setup, History history, Map<Contender, Target> targets)
      throws Exception {
    Map<String, Samples> memory = new LinkedHashMap<>();
    Map<String, Job> jobs = new LinkedHashMap<>();
    targets.forEach((contender, target) -> {
      Samples peaks = new Samples();
      memory.put(contender.name(), peaks);
      ColdStart start = new ColdStart(contender, target, history);
      jobs.put(contender.name(), () -> {
        ColdStart.Result result = start.run();
        peaks.add(result.peakMebibytes());
        return result.milliseconds();
      });
    });
    Report report = setup.report();
    report.comparison(
        "cold: a process from its start to its end",
        "ms",
        new Rounds(0, setup.profile().coldRounds()).of(jobs));
    Samples floor = memory.values().iterator().next();
    List<List<String>> rows = new ArrayList<>();
    memory.forEach((name, peaks) -> rows.add(
        List.of(name, Report.spread(peaks, "%.1f"), Report.spread(peaks.minus(floor), "%.1f"))));
    report.table(
        List.of("the same: peak memory of the process", "MiB", "above bare JDBC, MiB"), rows);
  }

  private static void warm(Setup setup, History history, Map<Contender, Target> targets)
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
      int rounds = setup.profile().warmRounds();
      setup.report().comparison("warm: a start", "ms", new Rounds(rounds, rounds).of(starts));
      setup
          .report()
          .comparison("warm: where it stands", "ms", new Rounds(rounds, rounds).of(questions));
    } finally {
      pools.forEach(HikariDataSource::close);
    }
  }
}
