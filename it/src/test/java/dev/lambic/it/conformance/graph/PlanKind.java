package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.it.conformance.Differences;
import dev.lambic.script.Script;
import java.util.List;

/** What an upgrade or a downgrade runs, and what each step does to the version table. */
final class PlanKind implements GraphKind {
  @Override
  public void check(GraphCase testCase) {
    JsonNode expect = testCase.expect();
    String target = testCase.input("target").textValue();
    Plan plan = new Plan(
        testCase.input("kind").textValue().equals("upgrade"),
        target,
        Json.strings(testCase.input("heads")));
    Outcome<List<Script>> scripts = plan.scripts(testCase);
    Anomaly anomaly = Anomaly.of(expect);
    if (!testCase
        .errors()
        .expectAnswer("plan", anomaly.planError(), scripts.map(History::ids), List.of(target))) {
      return;
    }
    Warnings.check("plan", expect, target, plan.warnings(testCase), testCase.found());
    List<String> ids = History.ids(scripts.value());
    Differences planned = new Differences();
    Walk.sequence(
        "plan", expect, expected(expect), ids, plan.isUpgrade(), testCase.withFound(planned));
    testCase.found().addAll(planned);
    if (planned.isEmpty()) {
      VersionTableRows.Run run = plan.apply(testCase, scripts.value());
      anomaly.check(
          testCase,
          either -> StepsCheck.of(either, plan, ids, run),
          either -> plan.checkConsistency(run, ids, either));
    }
  }

  private static List<String> expected(JsonNode expect) {
    return expect.has("plan")
        ? Json.strings(expect.path("plan"))
        : Json.texts(expect.path("steps"), "rev");
  }
}
