package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.it.conformance.Differences;
import dev.lambic.it.conformance.graph.VersionTableRows.Run;
import dev.lambic.it.conformance.graph.VersionTableRows.Trace;
import java.util.List;

/** Compares what the steps of a plan do with what Alembic's did. */
final class StepsCheck {
  private StepsCheck() {}

  /** Compares the steps of an upgrade or a downgrade; where their order is free, with what the graph demands. */
  static void of(GraphCase testCase, Plan plan, List<String> ids, Run run) {
    Anomaly anomaly = Anomaly.of(testCase.expect());
    if (!Walk.isTopological(testCase.expect())) {
      inOrder(testCase, run);
    } else if (anomaly.failsInApply()) {
      failure(testCase, run);
    } else {
      completion(testCase, run);
      if (anomaly.isNone()) {
        plan.checkConsistency(run, ids, testCase);
      }
    }
  }

  /** Compares step by step. */
  static void inOrder(GraphCase testCase, Run run) {
    JsonNode expect = testCase.expect();
    JsonNode steps = expect.path("steps");
    if (Anomaly.of(expect).failsInApply()) {
      failure(testCase, run);
      testCase
          .found()
          .equal(
              "failing step",
              expect.path("error").path("at").asInt(),
              run.traces().size());
    } else {
      completion(testCase, run);
      testCase.found().equal("number of steps", steps.size(), run.traces().size());
    }
    for (int i = 0; i < Math.min(steps.size(), run.traces().size()); i++) {
      step("step " + i, steps.get(i), run.traces().get(i), testCase.found());
    }
  }

  private static void step(String where, JsonNode expected, Trace actual, Differences found) {
    List<RowOperation> operations = RowOperation.ofJson(expected.path("ops"));
    if (expected.path("opsOrder").asText().equals("any")) {
      found.equal(
          where + ", net effect",
          RowOperation.netEffect(operations),
          RowOperation.netEffect(actual.operations()));
    } else {
      found.equal(where + ", operations", operations, actual.operations());
    }
    found.equal(where + ", rows", Json.sorted(Json.strings(expected.path("heads"))), actual.rows());
  }

  private static void failure(GraphCase testCase, Run run) {
    JsonNode error = testCase.expect().path("error");
    if (run.isComplete()) {
      testCase.found().add("applying", "an error at step " + error.path("at"), "none");
    } else {
      testCase.errors().check("applying", error, run.error(), List.of());
    }
  }

  private static void completion(GraphCase testCase, Run run) {
    if (!run.isComplete()) {
      testCase.found().add("applying", "no error", run.error().toString());
    } else {
      testCase
          .found()
          .equal(
              "final rows",
              Json.sorted(Json.strings(testCase.expect().path("final"))),
              testCase.table().rows());
    }
  }
}
