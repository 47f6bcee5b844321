package dev.lambic.maven;

import dev.lambic.command.PlanResult;
import dev.lambic.error.Problem;
import dev.lambic.runtime.ChangedRevision;
import dev.lambic.runtime.PlannedStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What JSON says of a plan. */
final class PlanJson {
  private PlanJson() {}

  static Map<String, Object> of(String database, PlanResult plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("database", database);
    json.put("rows", plan.rows());
    json.put("steps", plan.steps().stream().map(PlanJson::of).toList());
    json.put("changed", changed(plan.changed()));
    return json;
  }

  private static Map<String, Object> of(PlannedStep step) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("direction", step.name());
    json.put("revision", step.info().revision().orElse(null));
    json.put("from", step.info().sourceRevisionIds());
    json.put("to", step.info().destinationRevisionIds());
    json.put("message", step.info().doc());
    json.put("isTransactional", step.isTransactional());
    json.put("done", step.done());
    json.put("statements", step.statements());
    json.put("isKnown", step.isKnown());
    json.put("whyUnknown", step.whyUnknown().map(Problem::render).orElse(null));
    json.put("warnings", step.warnings().stream().map(Problem::render).toList());
    return json;
  }

  static List<Map<String, Object>> changed(List<ChangedRevision> revisions) {
    return revisions.stream()
        .map(one -> {
          Map<String, Object> json = new LinkedHashMap<>();
          json.put("revision", one.revision().revision());
          json.put("className", one.revision().className());
          json.put("appliedAt", one.applied().startedAt().toString());
          return json;
        })
        .toList();
  }
}
