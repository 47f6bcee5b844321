package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.it.conformance.Differences;
import dev.lambic.script.RevisionMap;
import dev.lambic.script.Script;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a loaded graph says of itself, and each revision of itself. */
final class FactsKind implements GraphKind {
  @Override
  public void check(GraphCase testCase) {
    Outcome<?> loaded = testCase.history().loaded();
    if (!testCase
        .errors()
        .expectAnswer("loading", testCase.expect().path("error"), loaded, List.of())) {
      return;
    }
    JsonNode expect = testCase.expect();
    Differences found = testCase.found();
    heads(testCase);
    List<Script> scripts = testCase.history().map().scripts();
    found.equal("revisions", Json.texts(expect.path("revs"), "id"), History.ids(scripts));
    for (int i = 0; i < Math.min(scripts.size(), expect.path("revs").size()); i++) {
      revision(expect.path("revs").get(i), scripts.get(i), found);
    }
    if (expect.has("walk")) {
      Walk.check(testCase, expect.path("walk"));
    }
  }

  /** Compares heads and bases, which {@code load} cases speak of too. */
  static void heads(GraphCase testCase) {
    RevisionMap map = testCase.history().map();
    Fields fields = new Fields("", testCase.expect(), testCase.found());
    fields.list("heads", map.heads());
    fields.list("realHeads", map.realHeads());
    fields.list("bases", map.bases());
    fields.list("realBases", map.realBases());
  }

  private static void revision(JsonNode expected, Script script, Differences found) {
    Fields fields = new Fields(script.revision(), expected, found);
    fields.list("down", script.downRevisions());
    fields.set("next", script.nextRevisions());
    fields.set("allNext", script.allNextRevisions());
    fields.set("labels", script.branchLabels());
    fields.list("flags", flags(script));
    fields.list("deps", script.dependencies());
    fields.set("normDeps", script.normalizedDependencies());
    List<String> down = Json.strings(expected.path("down")).stream().distinct().toList();
    if (expected.has("allDown")) {
      fields.list("allDown", script.allDownRevisions());
    } else {
      found.equal(script.revision() + ", allDown", down, script.allDownRevisions());
    }
    normalizedDown(down, Json.strings(expected.path("normDeps")), script, found);
  }

  /** The parents, and behind them the normalised dependencies in any order. */
  private static void normalizedDown(
      List<String> down, List<String> dependencies, Script script, Differences found) {
    String where = script.revision() + ", normalised down";
    List<String> actual = script.normalizedDownRevisions();
    Set<String> all = new LinkedHashSet<>(down);
    all.addAll(dependencies);
    found.equal(where + ", sorted", Json.sorted(List.copyOf(all)), Json.sorted(actual));
    int parents = Math.min(down.size(), actual.size());
    found.equal(where + ", its begin", down, actual.subList(0, parents));
  }

  private static List<String> flags(Script script) {
    List<String> flags = new ArrayList<>();
    flag(flags, "head", script.isHead());
    flag(flags, "realHead", script.isRealHead());
    flag(flags, "base", script.isBase());
    flag(flags, "realBase", script.isRealBase());
    flag(flags, "branch", script.isBranchPoint());
    flag(flags, "realBranch", script.isRealBranchPoint());
    flag(flags, "merge", script.isMergePoint());
    return flags;
  }

  private static void flag(List<String> flags, String name, boolean isSet) {
    if (isSet) {
      flags.add(name);
    }
  }
}
