package dev.lambic.benchmarks;

import dev.lambic.benchmarks.Contender.Installed;
import dev.lambic.benchmarks.Rounds.Job;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings empty databases to the head, in one JVM that has done so before. */
record UpgradeWorkload(List<Upgrade> upgrades) implements Workload {

  @Override
  public void run(Setup setup) throws Exception {
    setup.report().heading("An empty database to the head, in a warm JVM");
    for (Upgrade upgrade : upgrades) {
      measure(setup, upgrade);
    }
  }

  private static void measure(Setup setup, Upgrade upgrade) throws Exception {
    History history = setup.histories().history(upgrade.database(), upgrade.revisions());
    Map<String, Job> jobs = new LinkedHashMap<>();
    for (Contender contender : upgrade.contenders()) {
      jobs.put(contender.name(), () -> upgrade(setup.databases(), contender, history));
    }
    Map<String, Samples> measured = upgrade.rounds().of(jobs);
    setup.report().comparison(upgrade.title(), "ms", measured);
    Budget.ofUpgrade(upgrade, false)
        .ifPresent(budget -> setup
            .report()
            .judge(
                budget, measured.get(Contender.LAMBIC).dividedBy(measured.get(Contender.FLOOR))));
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
