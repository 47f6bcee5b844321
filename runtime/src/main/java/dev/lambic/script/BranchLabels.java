package dev.lambic.script;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Works out which branch labels each revision carries: a label goes to all that descends from the revision that declares
 * it, and from the end of the last line down again, as long as nothing branches off and nothing is merged. Mirrors how
 * Alembic's labels spread, revision by revision in load order.
 */
final class BranchLabels {
  private final RevisionGraph graph;
  private final List<SortedSet<String>> labels;

  private BranchLabels(RevisionGraph graph, List<SortedSet<String>> labels) {
    this.graph = graph;
    this.labels = labels;
  }

  /** Returns the labels of each revision, sorted, from those that each declares. */
  static List<List<String>> spread(RevisionGraph graph, List<List<String>> declared) {
    List<SortedSet<String>> labels = new ArrayList<>();
    for (List<String> own : declared) {
      labels.add(own.isEmpty() ? Collections.emptySortedSet() : new TreeSet<>(own));
    }
    BranchLabels spread = new BranchLabels(graph, labels);
    for (int revision = 0; revision < declared.size(); revision++) {
      if (!declared.get(revision).isEmpty()) {
        spread.from(revision);
      }
    }
    return labels.stream().map(List::copyOf).toList();
  }

  private void from(int revision) {
    int last = revision;
    BitSet seen = new BitSet();
    IntStack todo = new IntStack();
    todo.push(revision);
    while (!todo.isEmpty()) {
      int at = todo.pop();
      if (!seen.get(at)) {
        seen.set(at);
        for (int child : graph.children(at)) {
          todo.push(child);
        }
        add(at, revision);
        last = at;
      }
    }
    while (graph.dependents(last).length < 2 && graph.parents(last).length < 2) {
      add(last, revision);
      if (graph.parents(last).length == 0) {
        return;
      }
      last = graph.parents(last)[0];
    }
  }

  private void add(int to, int from) {
    if (to != from) {
      if (labels.get(to).isEmpty()) {
        labels.set(to, new TreeSet<>());
      }
      labels.get(to).addAll(labels.get(from));
    }
  }
}
