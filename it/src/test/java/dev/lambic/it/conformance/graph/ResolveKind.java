package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.script.RevisionMap;
import dev.lambic.script.Script;
import dev.lambic.script.WalkEnd;
import java.util.ArrayList;
import java.util.List;

/** What symbols name: one revision, or several. */
final class ResolveKind implements GraphKind {
  private static final String BASE = "<base>";

  @Override
  public void check(GraphCase testCase) {
    testCase
        .found()
        .equal(
            "symbols",
            Json.strings(testCase.input("symbols")),
            Json.texts(testCase.expect().path("results"), "sym"));
    for (JsonNode result : testCase.expect().path("results")) {
      check(result, testCase.tolerating(result));
    }
  }

  private static void check(JsonNode result, GraphCase testCase) {
    String symbol = result.path("sym").textValue();
    List<String> symbols = List.of(symbol);
    JsonNode both = result.path("error");

    String one = "'" + symbol + "', one";
    Outcome<String> single = Outcome.of(() -> id(testCase.history().map(), symbol));
    JsonNode oneError = both.isMissingNode() ? result.path("one").path("error") : both;
    if (testCase.errors().expectAnswer(one, oneError, single, symbols)) {
      testCase.found().equal(one, result.path("one").textValue(), single.value());
    }

    String many = "'" + symbol + "', many";
    Outcome<List<String>> several = Outcome.of(() -> ends(testCase.history().map(), symbol));
    JsonNode manyError = both.isMissingNode() ? result.path("many").path("error") : both;
    if (testCase.errors().expectAnswer(many, manyError, several, symbols)) {
      new Fields("'" + symbol + "'", result, testCase.found()).list("many", several.value());
    }
  }

  private static String id(RevisionMap map, String symbol) {
    return map.getRevision(symbol).map(Script::revision).orElse(null);
  }

  private static List<String> ends(RevisionMap map, String symbol) {
    List<String> ends = new ArrayList<>();
    for (WalkEnd end : map.resolve(symbol)) {
      ends.add(
          switch (end.kind()) {
            case REVISION -> end.revision().orElseThrow().revision();
            case BASE -> BASE;
            case PAST_END -> null;
          });
    }
    return ends;
  }
}
