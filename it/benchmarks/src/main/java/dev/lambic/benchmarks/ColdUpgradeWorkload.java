package dev.lambic.benchmarks;

import dev.lambic.benchmarks.ColdRun.Result;
import dev.lambic.benchmarks.ColdRun.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Brings empty databases to the head, each time in a process of its own, as a deployment does. */
record ColdUpgradeWorkload(List<Upgrade> upgrades) implements Workload {

  @Override
  public void run(Setup setup) throws Exception {
    setup.report().heading("An empty database to the head, in a process of its own");
    for (Upgrade upgrade : upgrades) {
      measure(setup, upgrade);
    }
  }

  private static void measure(Setup setup, Upgrade upgrade) throws Exception {
    History history = setup.histories().history(upgrade.database(), upgrade.revisions());
    Map<String, Callable<Result>> processes = new LinkedHashMap<>();
    for (Contender contender : upgrade.contenders()) {
      processes.put(contender.name(), () -> upgrade(setup.databases(), contender, history));
    }
    ColdRounds measured = ColdRounds.of(upgrade.rounds(), processes);
    measured.reportTo(setup.report(), upgrade.title());
    Budget.ofUpgrade(upgrade, true)
        .ifPresent(budget -> setup.report().judge(budget, measured.ratio(Contender.LAMBIC)));
  }

  private static Result upgrade(Databases databases, Contender contender, History history)
      throws Exception {
    Target target = databases.create(history.database());
    try {
      return new ColdRun(Task.UPGRADE, contender, target, history).run();
    } finally {
      databases.drop(target);
    }
  }
}
