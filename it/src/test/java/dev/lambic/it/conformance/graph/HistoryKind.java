package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;

/** What the {@code history} command lists for a range. */
final class HistoryKind implements GraphKind {
  @Override
  public void check(GraphCase testCase) {
    testCase
        .found()
        .equal(
            "ranges",
            Json.strings(testCase.input("ranges")),
            Json.texts(testCase.expect().path("results"), "range"));
    for (JsonNode result : testCase.expect().path("results")) {
      check(result, testCase.tolerating(result));
    }
  }

  private static void check(JsonNode result, GraphCase testCase) {
    String range = result.path("range").asText("");
    List<String> current = Json.strings(testCase.input("current"));
    String where = "range '" + range + "'";
    Outcome<List<String>> listed =
        Outcome.of(() -> History.ids(testCase.history().directory().history(range, current)));
    if (Json.isTrue(result.path("error"), "internal") && !listed.isError()) {
      isConsistent(where, listed.value(), testCase);
    } else if (testCase
        .errors()
        .expectAnswer(where, result.path("error"), listed, List.of(range.split(":", -1)))) {
      Walk.sequence(
          where, result, Json.strings(result.path("revs")), listed.value(), false, testCase);
    }
  }

  /** Where Alembic breaks down, a list is as good as an error, if it is one that could be meant. */
  private static void isConsistent(String where, List<String> listed, GraphCase testCase) {
    testCase.found().equal(where, List.copyOf(new LinkedHashSet<>(listed)), listed);
    Walk.topological(where, listed, false, testCase);
  }
}
