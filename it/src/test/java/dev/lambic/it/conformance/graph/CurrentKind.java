package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What the {@code current} command shows for the rows of the version table. */
final class CurrentKind implements GraphKind {
  @Override
  public void check(GraphCase testCase) {
    JsonNode states = testCase.input("states");
    JsonNode results = testCase.expect().path("results");
    testCase.found().equal("number of states", states.size(), results.size());
    for (int i = 0; i < results.size(); i++) {
      JsonNode result = results.get(i);
      testCase.found().equal("state " + i, states.path(i), result.path("heads"));
      check(result, testCase.tolerating(result));
    }
  }

  private static void check(JsonNode result, GraphCase testCase) {
    List<String> rows = Json.strings(result.path("heads"));
    Outcome<List<String>> current =
        Outcome.of(() -> History.ids(testCase.history().directory().getAllCurrent(rows)));
    if (testCase.errors().expectAnswer("rows " + rows, result.path("error"), current, rows)) {
      testCase
          .found()
          .equal(
              "rows " + rows,
              Json.sorted(Json.strings(result.path("current"))),
              Json.sorted(current.value()));
    }
  }
}
