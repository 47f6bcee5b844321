package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.it.conformance.Differences;

/**
 * A case at work.
 *
 * @param json the case as it is written
 * @param graph its graph, for arithmetic
 * @param history its graph as Lambic has loaded it
 * @param table the version table of a real database
 * @param found collects what is not as expected
 */
record GraphCase(
    JsonNode json, CaseGraph graph, History history, VersionTableRows table, Differences found) {

  JsonNode input(String field) {
    return json.path(field);
  }

  JsonNode expect() {
    return json.path("expect");
  }

  /** Returns the case with another graph: of those whose graph is not written out. */
  GraphCase withGraph(CaseGraph other) {
    return new GraphCase(json, other, new History(other), table, found);
  }

  /** Returns the case with another collector: for an expectation that is one of several. */
  GraphCase withFound(Differences other) {
    return new GraphCase(json, graph, history, table, other);
  }

  /** Returns the case with a collector that is thrown away, if the outcome of this part is not the same in every run. */
  GraphCase tolerating(JsonNode part) {
    return Json.isTrue(part, "unstable") ? withFound(new Differences()) : this;
  }

  ErrorCheck errors() {
    return new ErrorCheck(graph, found);
  }
}
