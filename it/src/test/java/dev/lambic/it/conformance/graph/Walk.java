package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.it.conformance.Differences;
import java.util.List;

/** Compares sequences of revisions. */
final class Walk {
  private static final String TOPOLOGICAL = "topological";

  private Walk() {}

  /** Compares the walk over the whole history. */
  static void check(GraphCase whole, JsonNode expected) {
    GraphCase testCase = whole.tolerating(expected);
    Outcome<List<String>> walk =
        Outcome.of(() -> History.ids(testCase.history().directory().walkRevisions()));
    // Where Alembic loops for ever, an end of any kind is better.
    if (!expected.has("hang")
        && testCase.errors().expectAnswer("walk", expected.path("error"), walk, List.of())) {
      List<String> revisions = Json.strings(expected.path("revs"));
      sequence("walk", expected, revisions, walk.value(), false, testCase);
    }
  }

  /** Compares a sequence whose order may be free within what the graph demands. */
  static void sequence(
      String where,
      JsonNode order,
      List<String> expected,
      List<String> actual,
      boolean needsFirst,
      GraphCase testCase) {
    Differences found = testCase.found();
    if (!isTopological(order)) {
      found.equal(where, expected, actual);
      return;
    }
    found.equal(where + ", sorted", Json.sorted(expected), Json.sorted(actual));
    topological(where, actual, needsFirst, testCase);
  }

  /** Checks an order against what the graph demands. */
  static void topological(
      String where, List<String> actual, boolean needsFirst, GraphCase testCase) {
    if (!testCase.graph().isTopological(actual, needsFirst)) {
      testCase
          .found()
          .add(
              where,
              "each revision " + (needsFirst ? "after" : "before") + " those that it needs",
              actual.toString());
    }
  }

  static boolean isTopological(JsonNode expected) {
    return expected.path("order").asText().equals(TOPOLOGICAL);
  }
}
