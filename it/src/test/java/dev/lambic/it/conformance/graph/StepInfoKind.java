package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.runtime.MigrationInfo;
import dev.lambic.runtime.MigrationStep;
import dev.lambic.script.Script;
import dev.lambic.script.StampMove;
import java.util.ArrayList;
import java.util.List;

/** What steps say of themselves. */
final class StepInfoKind implements GraphKind {
  @Override
  public void check(GraphCase testCase) {
    JsonNode expect = testCase.expect();
    Outcome<List<? extends MigrationStep>> outcome = steps(testCase);
    if (!testCase.errors().expectAnswer("plan", expect.path("error"), outcome, List.of())) {
      return;
    }
    List<? extends MigrationStep> steps = outcome.value();
    JsonNode expected = expect.path("steps");
    if (Walk.isTopological(expect)) {
      testCase.found().equal("upRevisionIds", upRevisionIds(expected), upRevisionIds(steps));
      return;
    }
    testCase.found().equal("number of steps", expected.size(), steps.size());
    for (int i = 0; i < Math.min(expected.size(), steps.size()); i++) {
      step(new Fields("step " + i, expected.get(i), testCase.found()), steps.get(i));
    }
  }

  private static Outcome<List<? extends MigrationStep>> steps(GraphCase testCase) {
    List<String> rows = Json.strings(testCase.input("heads"));
    String operation = testCase.input("op").textValue();
    if (operation.equals("stamp")) {
      Stamp stamp = Stamp.of(testCase.json(), rows);
      Outcome<List<StampMove>> moves = stamp.moves(testCase);
      return moves.map(list -> stamp.steps(testCase, list));
    }
    Plan plan = new Plan(operation.equals("upgrade"), testCase.input("target").textValue(), rows);
    Outcome<List<Script>> scripts = plan.scripts(testCase);
    return scripts.map(list -> plan.steps(testCase, list));
  }

  private static void step(Fields fields, MigrationStep step) {
    MigrationInfo info = step.info();
    fields.text("str", step.toString());
    fields.text("shortLog", step.shortLog());
    fields.flag("isUpgrade", step.isUpgrade());
    fields.flag("isUpgrade", info.isUpgrade());
    fields.flag("isStamp", step.isStamp());
    fields.flag("isStamp", info.isStamp());
    fields.flag("isMigration", info.isMigration());
    fields.text("upRevisionId", info.upRevisionId().orElse(null));
    fields.list("upRevisionIds", info.upRevisionIds());
    fields.list("downRevisionIds", info.downRevisionIds());
    fields.list("sourceRevisionIds", info.sourceRevisionIds());
    fields.list("destinationRevisionIds", info.destinationRevisionIds());
    fields.list("fromRevisions", step.fromRevisions());
    fields.list("toRevisions", step.toRevisions());
    fields.list("fromRevisionsNoDeps", step.fromRevisionsNoDeps());
    fields.list("toRevisionsNoDeps", step.toRevisionsNoDeps());
  }

  private static List<String> upRevisionIds(JsonNode steps) {
    List<String> ids = new ArrayList<>();
    steps.forEach(step -> ids.addAll(Json.strings(step.path("upRevisionIds"))));
    return Json.sorted(ids);
  }

  private static List<String> upRevisionIds(List<? extends MigrationStep> steps) {
    return steps.stream()
        .flatMap(step -> step.info().upRevisionIds().stream())
        .sorted()
        .toList();
  }
}
