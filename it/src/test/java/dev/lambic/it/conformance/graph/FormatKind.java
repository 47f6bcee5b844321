package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.script.Script;
import java.util.List;

/** How revisions read in the output of commands. */
final class FormatKind implements GraphKind {
  @Override
  public void check(GraphCase testCase) {
    List<String> current = Json.strings(testCase.input("current"));
    JsonNode expected = testCase.expect().path("revs");
    List<Script> scripts = testCase.history().map().scripts();
    testCase.found().equal("revisions", Json.texts(expected, "id"), History.ids(scripts));
    for (int i = 0; i < Math.min(scripts.size(), expected.size()); i++) {
      Script script = scripts.get(i);
      check(
          new Fields(script.revision(), expected.get(i), testCase.found()),
          script,
          current.contains(script.revision()));
    }
  }

  private static void check(Fields fields, Script script, boolean isCurrent) {
    fields.text("str", script.toString());
    fields.text("heads", script.headEntry(isCurrent));
    fields.text("history", script.logEntry(isCurrent));
    fields.text("current", script.currentEntry(isCurrent));
    fields.text("verbose", script.verboseEntry(isCurrent));
  }
}
