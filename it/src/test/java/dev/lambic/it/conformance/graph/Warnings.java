package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.error.Problem;
import dev.lambic.it.conformance.Differences;
import java.util.List;

/** Compares warnings. Alembic has one that does not come with an error: a downgrade by steps from several rows. */
final class Warnings {
  private Warnings() {}

  /** Compares whether there is a warning, and whether it speaks of what the user has asked for. */
  static void check(
      String where, JsonNode expect, String symbol, List<Problem> actual, Differences found) {
    List<String> texts = actual.stream().map(Problem::render).toList();
    found.equal(where + ", number of warnings", expect.path("warnings").size(), texts.size());
    for (String text : texts) {
      if (!Words.hasWord(text, symbol)) {
        found.add(where + ", warning", "a text that says '" + symbol + "'", text);
      }
    }
  }
}
