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
      refusesDuplicates(testCase);
    } else if (!refusesCircle(testCase)) {
      kind.check(testCase.tolerating(json).tolerating(testCase.expect()));
    }
  }

  /** Alembic lets the last revision of an id win, with a warning. Lambic does not load such a history. */
  private static void refusesDuplicates(GraphCase testCase) {
    LambicException error = testCase.history().loaded().error();
    Set<String> ids = testCase.graph().duplicateIds();
    boolean refused = error != null
        && error.problem().id() == ProblemId.DUPLICATE_REVISION
        && ids.stream().anyMatch(id -> Words.hasWord(error.getMessage(), id));
    if (!refused) {
      testCase
          .found()
          .add(
              "loading",
              ProblemId.DUPLICATE_REVISION.text() + " that names " + ids,
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
