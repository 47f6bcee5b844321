package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.runtime.MigrationStep;
import dev.lambic.script.RevisionMap;
import dev.lambic.script.StampMove;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A stamp, from where the database stands.
 *
 * @param targets the symbols that it aims at
 * @param rows the rows of the version table; none where they are deleted first
 */
record Stamp(List<String> targets, List<String> rows) {
  static Stamp of(JsonNode json, List<String> rows) {
    return new Stamp(
        Json.strings(json.path("targets")), Json.isTrue(json, "purge") ? List.of() : rows);
  }

  Outcome<List<StampMove>> moves(GraphCase testCase) {
    return Outcome.of(() -> testCase.history().directory().stampPlan(targets, rows));
  }

  List<? extends MigrationStep> steps(GraphCase testCase, List<StampMove> moves) {
    RevisionMap map = testCase.history().map();
    return moves.stream().map(move -> MigrationStep.stampFrom(map, move)).toList();
  }

  /** Applies moves to the version table. */
  VersionTableRows.Run apply(GraphCase testCase, List<StampMove> moves) {
    testCase.table().reset(rows);
    return testCase.table().apply(steps(testCase, moves), rows, testCase.found());
  }

  /**
   * Checks that no step leaves rows of which one needs another, and that in the end there are those that the stamp aims
   * at and those that it has nothing to do with. Whether it still aims at a row that is there already, beside others that
   * put that row away, is left open: Alembic does not.
   */
  void checkConsistency(VersionTableRows.Run run, GraphCase testCase) {
    if (!run.isComplete()) {
      testCase.found().add("applying", "no error", run.error().toString());
      return;
    }
    CaseGraph graph = testCase.graph();
    for (int i = 0; i < run.traces().size(); i++) {
      List<String> left = run.traces().get(i).rows();
      if (!graph.isConsistent(left)) {
        testCase
            .found()
            .add("step " + i + ", rows", "none that another one needs", left.toString());
      }
    }
    List<String> untouched = untouchedRows(testCase);
    List<String> aims = aims(testCase);
    List<String> actual = testCase.table().rows();
    List<String> newAims = aims.stream().filter(id -> !rows.contains(id)).toList();
    if (!actual.equals(tips(graph, untouched, newAims))) {
      testCase.found().equal("final rows", tips(graph, untouched, aims), actual);
    }
  }

  private static List<String> tips(CaseGraph graph, List<String> some, List<String> others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(others);
    return graph.tips(graph.ancestors(all));
  }

  /** Returns the revisions that the stamp is to make rows. */
  private List<String> aims(GraphCase testCase) {
    RevisionMap map = testCase.history().map();
    return targets.stream()
        .flatMap(target -> History.ids(map.getRevisions(target)).stream())
        .toList();
  }

  /** Returns the rows that are neither above nor below what a target names, nor the branch that it speaks of. */
  private List<String> untouchedRows(GraphCase testCase) {
    RevisionMap map = testCase.history().map();
    Set<String> touched = new HashSet<>(lineage(testCase.graph(), aims(testCase)));
    for (String target : targets) {
      int at = target.indexOf('@');
      if (at > 0) {
        List<String> branch = History.ids(map.getRevisions(target.substring(0, at)));
        touched.addAll(lineage(testCase.graph(), branch));
      } else if (target.equals("base")) {
        touched.addAll(rows);
      }
    }
    return rows.stream().filter(row -> !touched.contains(row)).toList();
  }

  private static Set<String> lineage(CaseGraph graph, Collection<String> ids) {
    Set<String> lineage = new HashSet<>(graph.ancestors(ids));
    lineage.addAll(graph.descendants(ids));
    return lineage;
  }
}
