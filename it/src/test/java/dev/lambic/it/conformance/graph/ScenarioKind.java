package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.it.conformance.graph.VersionTableRows.Run;
import dev.lambic.script.Script;
import dev.lambic.script.StampMove;
import java.util.List;

/**
 * Commands one after the other. Each begins with the rows that Alembic's left, so that one that ends in another allowed
 * way does not turn the following ones into different questions.
 */
final class ScenarioKind implements GraphKind {
  @Override
  public void check(GraphCase testCase) {
    JsonNode commands = testCase.input("commands");
    JsonNode results = testCase.expect().path("results");
    List<String> rows = Json.sorted(Json.strings(testCase.input("start")));
    for (int i = 0; i < results.size(); i++) {
      JsonNode result = results.get(i);
      Command command =
          new Command("command " + i, commands.path(i), rows, result, testCase.tolerating(result));
      command.check();
      if (command.anomaly.failsInApply()) {
        testCase.found().equal("number of commands until that error", i + 1, results.size());
        return;
      }
      rows = Json.sorted(Json.strings(result.path("table")));
    }
    testCase.found().equal("number of results", commands.size(), results.size());
  }

  /** One command, from the rows before it to those after it. */
  private static final class Command {
    private final String where;
    private final JsonNode json;
    private final List<String> rows;
    private final JsonNode result;
    private final GraphCase testCase;
    private final Anomaly anomaly;

    Command(String where, JsonNode json, List<String> rows, JsonNode result, GraphCase testCase) {
      this.where = where + " (" + json.path("kind").asText() + ")";
      this.json = json;
      this.rows = rows;
      this.result = result;
      this.testCase = testCase;
      this.anomaly = new Anomaly(anomalyName(), result.path("error"));
    }

    /** Tells what the case does not: whether Alembic's own outcome leaves a table that is not consistent. */
    private String anomalyName() {
      List<String> after = Json.strings(result.path("table"));
      if (result.path("error").path("phase").asText().equals("apply")) {
        return "crash";
      }
      if (!testCase.graph().isConsistent(rows)) {
        return "odd-start";
      }
      boolean isStamp = json.path("kind").asText().equals("stamp");
      boolean hasExtraRows = testCase.graph().knows(after) && !testCase.graph().isConsistent(after);
      return hasExtraRows && !isStamp ? "extra-rows" : "";
    }

    void check() {
      testCase.table().reset(rows);
      String kind = json.path("kind").asText();
      for (String field : List.of("kind", "target", "targets", "purge")) {
        testCase.found().equal(where + ", " + field, result.path(field), json.path(field));
      }
      if (kind.equals("stamp")) {
        stamp(Stamp.of(json, rows));
      } else {
        plan(new Plan(kind.equals("upgrade"), json.path("target").textValue(), rows));
      }
    }

    private void stamp(Stamp stamp) {
      Outcome<List<StampMove>> moves = stamp.moves(testCase);
      if (isPlanned(moves, stamp.targets())) {
        Run run = stamp.apply(testCase, moves.value());
        anomaly.check(
            testCase,
            either -> sameAsAlembic(run, either),
            either -> stamp.checkConsistency(run, either));
      }
    }

    private void plan(Plan plan) {
      Outcome<List<Script>> scripts = plan.scripts(testCase);
      if (!isPlanned(scripts.map(History::ids), List.of(plan.target()))) {
        return;
      }
      Warnings.check(where, result, plan.target(), plan.warnings(testCase), testCase.found());
      List<String> ids = History.ids(scripts.value());
      if (result.has("revs")) {
        List<String> expected = Json.strings(result.path("revs"));
        Walk.sequence(where + ", plan", result, expected, ids, plan.isUpgrade(), testCase);
      } else {
        Walk.topological(where + ", plan", ids, plan.isUpgrade(), testCase);
      }
      Run run = plan.apply(testCase, scripts.value());
      anomaly.check(
          testCase,
          either -> sameAsAlembic(run, either),
          either -> plan.checkConsistency(run, ids, either));
    }

    /** Compares the error of making the plan, which leaves the table alone. */
    private boolean isPlanned(Outcome<?> outcome, List<String> symbols) {
      boolean isPlanned =
          testCase.errors().expectAnswer(where, anomaly.planError(), outcome, symbols);
      if (!anomaly.failsInApply() && anomaly.planError().isObject()) {
        table(testCase);
      }
      return isPlanned;
    }

    private void sameAsAlembic(Run run, GraphCase either) {
      if (!anomaly.failsInApply()) {
        if (!run.isComplete()) {
          either.found().add(where, "no error", run.error().toString());
        }
        table(either);
      } else if (run.isComplete()) {
        either.found().add(where, "an error while applying", "none");
      } else {
        either.errors().check(where, anomaly.error(), run.error(), List.of());
        either
            .found()
            .equal(
                where + ", failing step",
                anomaly.error().path("at").asInt(),
                run.traces().size());
      }
    }

    private void table(GraphCase either) {
      new Fields(where, result, either.found()).set("table", either.table().rows());
    }
  }
}
