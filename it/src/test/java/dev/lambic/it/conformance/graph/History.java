package dev.lambic.it.conformance.graph;

import dev.lambic.Migration;
import dev.lambic.operations.Operations;
import dev.lambic.script.RevisionMap;
import dev.lambic.script.Script;
import dev.lambic.script.ScriptDirectory;
import java.util.List;

/** The graph of a case as Lambic has loaded it. What refuses to load answers every question with the error of loading. */
final class History {
  private static final Migration NOTHING = new Migration() {
    @Override
    public void upgrade(Operations op) {}

    @Override
    public void downgrade(Operations op) {}
  };

  private final Outcome<ScriptDirectory> loaded;

  History(CaseGraph graph) {
    this.loaded =
        Outcome.of(() -> ScriptDirectory.of(RevisionMap.of(graph.entries(), position -> NOTHING)));
  }

  /** Returns the history, or the error that loading it ended with. */
  Outcome<ScriptDirectory> loaded() {
    return loaded;
  }

  /** Returns the history; throws what loading it ended with. */
  ScriptDirectory directory() {
    return loaded.get();
  }

  /** Returns the graph of the history; throws what loading it ended with. */
  RevisionMap map() {
    return directory().revisionMap();
  }

  static List<String> ids(List<Script> scripts) {
    return scripts.stream().map(Script::revision).toList();
  }
}
