package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.error.CycleDetectedException;
import dev.lambic.error.LambicException;
import dev.lambic.error.ProblemId;
import dev.lambic.it.conformance.Differences;
import dev.lambic.it.conformance.Suite;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Revision graphs: what is applied, undone and stamped, and in which order. */
public final class GraphSuite implements Suite {
  private static final Map<String, GraphKind> KINDS = new TreeMap<>();

  static {
    KINDS.put("facts", new FactsKind());
    KINDS.put("load", new LoadKind());
    KINDS.put("resolve", new ResolveKind());
    KINDS.put("relative", new RelativeKind());
    KINDS.put("history", new HistoryKind());
    KINDS.put("current", new CurrentKind());
    KINDS.put("upgrade", new PlanKind());
    KINDS.put("downgrade", new PlanKind());
    KINDS.put("stamp", new StampKind());
    KINDS.put("stepinfo", new StepInfoKind());
    KINDS.put("format", new FormatKind());
    KINDS.put("scenario", new ScenarioKind());
    KINDS.put("large", new LargeKind());
  }

  private final VersionTableRows table = VersionTableRows.open();

  @Override
  public boolean isCase(JsonNode element) {
    return element.has("kind");
  }

  @Override
  public void check(JsonNode json, Differences found) {
    String name = json.path("kind").asText();
    GraphKind kind = KINDS.get(name);
    if (kind == null) {
      found.add("kind", "one of " + KINDS.keySet(), name);
      return;
    }
    if (!json.path("expect").isObject()) {
      found.add("expect", "an object", json.path("expect").toString());
      return;
    }
    CaseGraph graph = CaseGraph.of(json.path("graph"));
    GraphCase testCase = new GraphCase(json, graph, new History(graph), table, found);
    if (!graph.duplicateIds().isEmpty()) {
      refuses(testCase, ProblemId.DUPLICATE_REVISION, graph.duplicateIds());
    } else if (!graph.reservedIds().isEmpty()) {
      refuses(testCase, ProblemId.ILLEGAL_REVISION_ID, graph.reservedIds());
    } else if (!refusesCircle(testCase)) {
      kind.check(testCase.tolerating(json).tolerating(testCase.expect()));
    }
  }

  /**
   * Two kinds of history are not loaded, whatever Alembic makes of them: one with an id that several revisions have, where
   * it lets the last of them win, and one with an id such as {@code head}, where it takes the id for the symbol as it walks.
   */
  private static void refuses(GraphCase testCase, ProblemId problem, Set<String> ids) {
    LambicException error = testCase.history().loaded().error();
    boolean refused = error != null
        && error.problem().id() == problem
        && ids.stream().anyMatch(id -> Words.hasWord(error.getMessage(), id));
    if (!refused) {
      testCase
          .found()
          .add(
              "loading",
              problem.text() + " that names " + ids,
              error == null ? "no error" : error.getMessage());
    }
  }

  /** A circle that Alembic does not notice may be reported. */
  private static boolean refusesCircle(GraphCase testCase) {
    return Json.isTrue(testCase.expect(), "cyclic")
        && testCase.history().loaded().error() instanceof CycleDetectedException error
        && testCase.errors().namesCircle("loading", error);
  }

  @Override
  public void close() {
    table.close();
  }
}
