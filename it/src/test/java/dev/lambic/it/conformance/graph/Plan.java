package dev.lambic.it.conformance.graph;

import dev.lambic.error.Problem;
import dev.lambic.runtime.MigrationStep;
import dev.lambic.script.RevisionMap;
import dev.lambic.script.Script;
import dev.lambic.script.ScriptDirectory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An upgrade or a downgrade, from where the database stands.
 *
 * @param isUpgrade whether it goes up the history
 * @param target the symbol that it aims at
 * @param rows the rows of the version table, as they were read
 */
record Plan(boolean isUpgrade, String target, List<String> rows) {
  Outcome<List<Script>> scripts(GraphCase testCase) {
    return Outcome.of(() -> {
      ScriptDirectory directory = testCase.history().directory();
      return isUpgrade
          ? directory.upgradePlan(target, rows)
          : directory.downgradePlan(target, rows);
    });
  }

  /** Returns what the user is warned of; an upgrade warns of nothing. */
  List<Problem> warnings(GraphCase testCase) {
    return isUpgrade
        ? List.of()
        : testCase.history().map().downgradeTarget(target, rows).warnings();
  }

  List<? extends MigrationStep> steps(GraphCase testCase, List<Script> scripts) {
    RevisionMap map = testCase.history().map();
    return scripts.stream()
        .map(script -> isUpgrade
            ? MigrationStep.upgradeFrom(map, script)
            : MigrationStep.downgradeFrom(map, script))
        .toList();
  }

  /** Applies scripts to the version table. */
  VersionTableRows.Run apply(GraphCase testCase, List<Script> scripts) {
    testCase.table().reset(rows);
    return testCase.table().apply(steps(testCase, scripts), rows, testCase.found());
  }

  /** Checks that after every step the rows are the applied revisions that no applied revision needs. */
  void checkConsistency(VersionTableRows.Run run, List<String> ids, GraphCase testCase) {
    if (!run.isComplete()) {
      testCase.found().add("applying", "no error", run.error().toString());
    }
    Set<String> applied = new HashSet<>(testCase.graph().ancestors(rows));
    for (int i = 0; i < run.traces().size(); i++) {
      if (isUpgrade) {
        applied.add(ids.get(i));
      } else {
        applied.remove(ids.get(i));
      }
      testCase
          .found()
          .equal(
              "step " + i + " (" + ids.get(i) + "), rows",
              testCase.graph().tips(applied),
              run.traces().get(i).rows());
    }
  }
}
