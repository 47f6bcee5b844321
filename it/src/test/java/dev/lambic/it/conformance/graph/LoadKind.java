package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Broken and odd graphs: what loading them ends with. */
final class LoadKind implements GraphKind {
  @Override
  public void check(GraphCase testCase) {
    JsonNode expect = testCase.expect();
    Outcome<?> loaded = testCase.history().loaded();
    if (!testCase.errors().expectAnswer("loading", expect.path("error"), loaded, List.of())) {
      return;
    }
    FactsKind.heads(testCase);
    List<String> keys = Json.strings(expect.path("keys"));
    List<String> actual = testCase.history().map().keys();
    if (expect.path("keysOrder").asText().equals("any")) {
      testCase.found().equal("keys, sorted", Json.sorted(keys), Json.sorted(actual));
    } else {
      testCase.found().equal("keys", keys, actual);
    }
    Walk.check(testCase, expect.path("walk"));
  }
}
