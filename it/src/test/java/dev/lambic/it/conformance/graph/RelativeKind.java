package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.it.conformance.Differences;
import dev.lambic.script.DowngradeTarget;
import dev.lambic.script.Script;
import java.util.List;

/** What an upgrade and a downgrade aim at, from where the database stands. */
final class RelativeKind implements GraphKind {
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
    List<String> rows = Json.strings(testCase.input("current"));
    JsonNode both = result.path("error");
    up(symbol, rows, both.isMissingNode() ? result.path("up") : result, result, testCase);
    down(symbol, rows, both.isMissingNode() ? result.path("down") : result, result, testCase);
  }

  private static void up(
      String symbol, List<String> rows, JsonNode up, JsonNode result, GraphCase testCase) {
    String where = "'" + symbol + "', up";
    Outcome<List<String>> targets =
        Outcome.of(() -> History.ids(testCase.history().map().upgradeTargets(symbol, rows)));
    if (testCase.errors().expectAnswer(where, up.path("error"), targets, List.of(symbol))) {
      new Fields("'" + symbol + "'", result, testCase.found()).list("up", targets.value());
    }
  }

  private static void down(
      String symbol, List<String> rows, JsonNode down, JsonNode result, GraphCase testCase) {
    String where = "'" + symbol + "', down";
    Outcome<DowngradeTarget> outcome =
        Outcome.of(() -> testCase.history().map().downgradeTarget(symbol, rows));
    if (!testCase.errors().expectAnswer(where, down.path("error"), outcome, List.of(symbol))) {
      return;
    }
    DowngradeTarget target = outcome.value();
    Differences found = testCase.found();
    Fields fields = new Fields(where, down, found);
    fields.text("branch", target.branch().orElse(null));
    fields.text("target", target.revision().map(Script::revision).orElse(null));
    Warnings.check(where, result, symbol, target.warnings(), found);
  }
}
