package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.it.conformance.Differences;
import dev.lambic.it.conformance.graph.CaseGraph.Node;
import dev.lambic.it.conformance.graph.VersionTableRows.Run;
import dev.lambic.script.RevisionMap;
import dev.lambic.script.Script;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Thousands of revisions: the graph is made on the spot, and long answers are compared by their digests. */
final class LargeKind implements GraphKind {
  @Override
  public void check(GraphCase written) {
    CaseGraph graph = LargeGraphs.of(written.input("family").textValue(), written.input("params"));
    JsonNode expect = written.expect();
    Differences found = written.found();
    found.equal("size", expect.path("size").intValue(), graph.nodes().size());
    found.equal("graph", expect.path("graph").textValue(), digest(lines(graph)));
    if (!found.isEmpty()) {
      return;
    }
    GraphCase testCase = written.withGraph(graph);
    if (!testCase
        .errors()
        .expectAnswer("loading", expect.path("error"), testCase.history().loaded(), List.of())) {
      return;
    }
    RevisionMap map = testCase.history().map();
    ids("heads", expect.path("heads"), map.heads(), found);
    ids("realHeads", expect.path("realHeads"), map.realHeads(), found);
    ids("bases", expect.path("bases"), map.bases(), found);
    for (int i = 0; i < expect.path("calls").size(); i++) {
      JsonNode call = expect.path("calls").get(i);
      String where = "call " + i + " (" + call.path("op").asText() + ")";
      if (call.path("op").asText().equals("walk")) {
        walk(where, call, testCase);
      } else {
        plan(where, call, testCase);
      }
    }
  }

  private static List<String> lines(CaseGraph graph) {
    return graph.nodes().stream().map(LargeKind::line).toList();
  }

  private static String line(Node node) {
    return node.id() + "|" + String.join(",", node.down()) + "|" + String.join(",", node.deps());
  }

  private static void ids(String where, JsonNode expected, List<String> actual, Differences found) {
    if (expected.isTextual()) {
      found.equal(where, expected.textValue(), digest(actual));
    } else {
      found.equal(where, Json.strings(expected), actual);
    }
  }

  private static void walk(String where, JsonNode call, GraphCase testCase) {
    Outcome<List<String>> walk =
        Outcome.of(() -> History.ids(testCase.history().directory().walkRevisions()));
    JsonNode expect = call.path("expect");
    if (testCase.errors().expectAnswer(where, expect.path("error"), walk, List.of())) {
      revisions(where, expect, walk.value(), testCase.found());
    }
  }

  private static void plan(String where, JsonNode call, GraphCase testCase) {
    JsonNode expect = call.path("expect");
    Plan plan = new Plan(
        call.path("op").asText().equals("upgrade"),
        call.path("target").textValue(),
        Json.strings(call.path("heads")));
    Outcome<List<Script>> scripts = plan.scripts(testCase);
    if (!testCase
        .errors()
        .expectAnswer(where, expect.path("error"), scripts, List.of(plan.target()))) {
      return;
    }
    List<String> ids = History.ids(scripts.value());
    revisions(where, expect, ids, testCase.found());
    if (call.path("apply").asBoolean(true)) {
      Run run = plan.apply(testCase, scripts.value());
      applied(where, expect, ids, run, testCase);
    }
  }

  private static void revisions(
      String where, JsonNode expect, List<String> ids, Differences found) {
    found.equal(where + ", count", expect.path("count").intValue(), ids.size());
    if (!ids.isEmpty() && expect.has("first")) {
      found.equal(where + ", first", expect.path("first").textValue(), ids.get(0));
      found.equal(where + ", last", expect.path("last").textValue(), ids.get(ids.size() - 1));
    }
    found.equal(where + ", revs", expect.path("revs").textValue(), digest(ids));
  }

  private static void applied(
      String where, JsonNode expect, List<String> ids, Run run, GraphCase testCase) {
    Differences found = testCase.found();
    if (!run.isComplete()) {
      found.add(where, "no error", run.error().toString());
      return;
    }
    List<String> net = new ArrayList<>();
    List<RowOperation> all = new ArrayList<>();
    for (int i = 0; i < run.traces().size(); i++) {
      List<RowOperation> operations = run.traces().get(i).operations();
      all.addAll(operations);
      net.add(ids.get(i) + "|" + String.join(",", RowOperation.removed(operations)) + "|"
          + String.join(",", RowOperation.added(operations)));
    }
    found.equal(where + ", net", expect.path("net").textValue(), digest(net));
    for (String verb : List.of("insert", "delete", "update")) {
      found.equal(
          where + ", number of " + verb + "s",
          expect.path("ops").path(verb).longValue(),
          RowOperation.count(all, verb));
    }
    found.equal(
        where + ", final",
        Json.sorted(Json.strings(expect.path("final"))),
        testCase.table().rows());
  }

  private static String digest(List<String> lines) {
    try {
      byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
