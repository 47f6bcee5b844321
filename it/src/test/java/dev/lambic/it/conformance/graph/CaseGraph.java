package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.script.RevisionEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The graph of a case: what Lambic loads, and the plain set arithmetic by which the cases say what is consistent. The
 * arithmetic knows nothing but who needs whom.
 */
final class CaseGraph {
  /** One revision as it is declared. */
  record Node(String id, List<String> down, List<String> deps, List<String> labels) {
    static Node of(JsonNode json) {
      return new Node(
          json.path("id").textValue(),
          Json.strings(json.path("down")),
          Json.strings(json.path("deps")),
          Json.strings(json.path("labels")));
    }

    RevisionEntry entry() {
      return RevisionEntry.builder(id, "/versions/" + id + ".py")
          .downRevision(down.toArray(String[]::new))
          .dependsOn(deps.toArray(String[]::new))
          .branchLabels(labels.toArray(String[]::new))
          .message("doc " + id)
          .build();
    }
  }

  private final List<Node> nodes;
  private final Map<String, List<String>> needs = new LinkedHashMap<>();
  private final Map<String, List<String>> neededBy = new LinkedHashMap<>();
  private final Set<String> names = new LinkedHashSet<>();

  CaseGraph(List<Node> nodes) {
    this.nodes = nodes;
    Map<String, String> labelled = new LinkedHashMap<>();
    for (Node node : nodes) {
      names.add(node.id());
      node.labels().forEach(label -> labelled.put(label, node.id()));
    }
    names.addAll(labelled.keySet());
    for (Node node : nodes) {
      List<String> needed = new ArrayList<>(node.down());
      node.deps().forEach(name -> needed.add(labelled.getOrDefault(name, name)));
      needs.put(node.id(), needed);
      needed.forEach(
          id -> neededBy.computeIfAbsent(id, key -> new ArrayList<>()).add(node.id()));
    }
  }

  static CaseGraph of(JsonNode graph) {
    List<Node> nodes = new ArrayList<>();
    graph.forEach(json -> nodes.add(Node.of(json)));
    return new CaseGraph(nodes);
  }

  List<Node> nodes() {
    return nodes;
  }

  List<RevisionEntry> entries() {
    return nodes.stream().map(Node::entry).toList();
  }

  /** Returns every id and label. */
  Set<String> names() {
    return names;
  }

  /** Returns the ids that more than one revision has. */
  Set<String> duplicateIds() {
    Set<String> seen = new HashSet<>();
    Set<String> duplicates = new LinkedHashSet<>();
    for (Node node : nodes) {
      if (!seen.add(node.id())) {
        duplicates.add(node.id());
      }
    }
    return duplicates;
  }

  /** Returns the ids that mean something else where a symbol is read. */
  Set<String> reservedIds() {
    Set<String> reserved = new LinkedHashSet<>();
    for (Node node : nodes) {
      if (List.of("head", "heads", "base").contains(node.id())) {
        reserved.add(node.id());
      }
    }
    return reserved;
  }

  /** Returns the parents of a revision, and the revisions that it depends on. */
  List<String> needs(String id) {
    return needs.getOrDefault(id, List.of());
  }

  /** Returns the revisions and all that they need, directly or not. */
  Set<String> ancestors(Collection<String> ids) {
    return reachable(ids, needs);
  }

  /** Returns the revisions and all that need them, directly or not. */
  Set<String> descendants(Collection<String> ids) {
    return reachable(ids, neededBy);
  }

  private static Set<String> reachable(Collection<String> ids, Map<String, List<String>> edges) {
    Set<String> reached = new LinkedHashSet<>(ids);
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (String next : edges.getOrDefault(open.pop(), List.of())) {
        if (reached.add(next)) {
          open.push(next);
        }
      }
    }
    return reached;
  }

  /** Returns those of the revisions that no other of them needs, sorted: the rows of a consistent version table. */
  List<String> tips(Set<String> applied) {
    Set<String> needed = new HashSet<>();
    applied.forEach(id -> needed.addAll(needs(id)));
    return Json.sorted(applied.stream().filter(id -> !needed.contains(id)).toList());
  }

  /** Tells whether all of them are revisions of the graph. */
  boolean knows(List<String> ids) {
    return needs.keySet().containsAll(ids);
  }

  /** Tells whether rows are a consistent version table: known, none twice, and none that another one implies. */
  boolean isConsistent(List<String> rows) {
    return knows(rows) && tips(ancestors(rows)).equals(Json.sorted(rows));
  }

  /** Tells whether a revision needs itself by way of others. */
  boolean isOnCircle(String id) {
    return ancestors(needs(id)).contains(id);
  }

  /** Tells whether each revision stands behind those of its needs that are in the list, or before them. */
  boolean isTopological(List<String> ids, boolean needsFirst) {
    Set<String> all = new HashSet<>(ids);
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      for (String needed : needs(id)) {
        if (all.contains(needed) && seen.contains(needed) != needsFirst) {
          return false;
        }
      }
      seen.add(id);
    }
    return true;
  }
}
