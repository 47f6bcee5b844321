package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lambic.it.conformance.Differences;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is odd about an expectation, and what may be answered instead.
 *
 * @param name the annotation, or empty
 * @param error the error that Alembic ended with; missing if it did not
 */
record Anomaly(String name, JsonNode error) {
  private static final Set<String> DEFECTS_OF_ALEMBIC = Set.of("crash", "extra-rows");

  static Anomaly of(JsonNode expect) {
    return new Anomaly(expect.path("anomaly").asText(""), expect.path("error"));
  }

  boolean isNone() {
    return name.isEmpty();
  }

  /** Tells whether Alembic failed with a step, rather than before the first. */
  boolean failsInApply() {
    return error.path("phase").asText().equals("apply");
  }

  /** Returns the error that making the plan has to end with; missing if there is none. */
  JsonNode planError() {
    return failsInApply() ? MissingNode.getInstance() : error;
  }

  /** Asks for Alembic's outcome; where that is a defect of Alembic, the consistent one will do. */
  void check(GraphCase testCase, Consumer<GraphCase> alembic, Consumer<GraphCase> consistent) {
    Differences fromAlembic = new Differences();
    alembic.accept(testCase.withFound(fromAlembic));
    if (fromAlembic.isEmpty()) {
      return;
    }
    if (DEFECTS_OF_ALEMBIC.contains(name) || failsInApply() && Json.isTrue(error, "internal")) {
      Differences fromConsistent = new Differences();
      consistent.accept(testCase.withFound(fromConsistent));
      if (fromConsistent.isEmpty()) {
        return;
      }
      testCase.found().addAll(fromConsistent);
    }
    testCase.found().addAll(fromAlembic);
  }
}
