package dev.lambic.benchmarks;

import dev.lambic.benchmarks.Contender.Installed;
import dev.lambic.benchmarks.Rounds.Job;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings an empty database to the head.
 *
 * @param databases on which databases
 */
record UpgradeWorkload(List<Database> databases) implements Workload {

  @Override
  public void run(Setup setup) throws Exception {
    setup.report().heading("An empty database to the head");
    for (Database database : databases) {
      for (int revisions : setup.profile().upgrades()) {
        measure(setup, setup.histories().history(database, revisions));
      }
    }
  }

  private static void measure(Setup setup, History history) throws Exception {
    Map<String, Job> jobs = new LinkedHashMap<>();
    for (Contender contender : setup.contenders()) {
      jobs.put(contender.name(), () -> upgrade(setup.databases(), contender, history));
    }
    Rounds rounds = new Rounds(2, setup.profile().rounds(history.revisions()));
    setup
        .report()
        .comparison(
            "%s, %,d revisions".formatted(history.database().title(), history.revisions()),
            "ms",
            rounds.of(jobs));
  }

  private static double upgrade(Databases databases, Contender contender, History history)
      throws Exception {
    Target target = databases.create(history.database());
    try {
      Installed installed = contender.install(target, history);
      System.gc();
      return Rounds.milliseconds(installed::upgrade);
    } finally {
      databases.drop(target);
    }
  }
}
