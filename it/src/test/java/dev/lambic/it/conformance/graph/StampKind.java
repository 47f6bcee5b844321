package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.script.StampMove;
import java.util.ArrayList;
import java.util.List;

/** Which rows a stamp moves. */
final class StampKind implements GraphKind {
  @Override
  public void check(GraphCase testCase) {
    JsonNode expect = testCase.expect();
    Stamp stamp = Stamp.of(testCase.json(), Json.strings(testCase.input("heads")));
    Outcome<List<StampMove>> moves = stamp.moves(testCase);
    Anomaly anomaly = Anomaly.of(expect);
    if (testCase.errors().expectAnswer("plan", anomaly.planError(), moves, stamp.targets())) {
      VersionTableRows.Run run = stamp.apply(testCase, moves.value());
      anomaly.check(
          testCase,
          either -> {
            moves(either, moves.value());
            StepsCheck.inOrder(either, run);
          },
          either -> stamp.checkConsistency(run, either));
    }
  }

  /** Compares the moves as far as Alembic came: where it fails, the last of them is the one that fails. */
  private static void moves(GraphCase testCase, List<StampMove> actual) {
    JsonNode expect = testCase.expect();
    List<JsonNode> expected = new ArrayList<>();
    expect.path("steps").forEach(expected::add);
    if (expect.has("failing")) {
      expected.add(expect.path("failing"));
    } else {
      testCase.found().equal("number of moves", expected.size(), actual.size());
    }
    for (int i = 0; i < expected.size(); i++) {
      if (i < actual.size()) {
        move(new Fields("move " + i, expected.get(i), testCase.found()), actual.get(i));
      } else {
        testCase.found().add("move " + i, expected.get(i).toString(), "none");
      }
    }
  }

  private static void move(Fields fields, StampMove actual) {
    fields.list("from", actual.from());
    fields.list("to", actual.to());
    fields.flag("up", actual.isUpgrade());
    fields.flag("branchMove", actual.branchMove());
  }
}
