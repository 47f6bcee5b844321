package dev.lambic.script;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.script.GraphDefect.Attribute;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds what is odd about a sound history, although a run gets along with it. */
public final class HistoryLint {
  private final List<RevisionEntry> entries;
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private final int[][] parents;
  private final int[][] dependencies;
  private final int[] heights;
  private final List<GraphDefect> defects = new ArrayList<>();

  private HistoryLint(List<RevisionEntry> entries) {
    this.entries = entries;
    for (int i = 0; i < entries.size(); i++) {
      for (String label : entries.get(i).branchLabels()) {
        positions.put(label, i);
      }
    }
    for (int i = 0; i < entries.size(); i++) {
      positions.put(entries.get(i).id(), i);
    }
    this.parents =
        entries.stream().map(entry -> resolved(entry.downRevisions())).toArray(int[][]::new);
    this.dependencies =
        entries.stream().map(entry -> resolved(entry.dependsOn())).toArray(int[][]::new);
    this.heights = new int[entries.size()];
    Arrays.fill(heights, -1);
    measure();
  }

  private int[] resolved(List<String> names) {
    return names.stream()
        .mapToInt(name -> Objects.requireNonNull(positions.get(name), name))
        .toArray();
  }

  /**
   * Returns the parents and dependencies that change nothing, since the revision needs them by way of another, too.
   *
   * @param entries a history that {@link RevisionMap#check} has no complaint about
   */
  public static List<GraphDefect> redundancies(List<RevisionEntry> entries) {
    HistoryLint lint = new HistoryLint(entries);
    for (int i = 0; i < entries.size(); i++) {
      if (lint.parents[i].length + lint.dependencies[i].length > 1) {
        lint.parentsOf(i);
        lint.dependenciesOf(i);
      }
    }
    return lint.defects;
  }

  private void parentsOf(int revision) {
    for (int value = 0; value < parents[revision].length; value++) {
      int parent = parents[revision][value];
      int above = oneAbove(parent, others(parents[revision], value), false);
      if (above >= 0) {
        String id = entries.get(parent).id();
        boolean twice = above == parent;
        add(
            revision,
            Attribute.DOWN_REVISION,
            value,
            Problem.of(
                    ProblemId.REDUNDANT_PARENT,
                    "Revision '" + entries.get(revision).id() + "' "
                        + (twice
                            ? "names its parent '" + id + "' twice."
                            : "comes after '" + id + "' already through its parent '"
                                + entries.get(above).id() + "'."))
                .with("revision", entries.get(revision).label())
                .with("parent", entries.get(parent).label())
                .fix("remove '" + id + "' from 'downRevision'."));
      }
    }
  }

  private void dependenciesOf(int revision) {
    for (int value = 0; value < dependencies[revision].length; value++) {
      int dependency = dependencies[revision][value];
      int[] others = joined(parents[revision], others(dependencies[revision], value));
      int above = oneAbove(dependency, others, true);
      if (above >= 0) {
        String name = entries.get(revision).dependsOn().get(value);
        add(
            revision,
            Attribute.DEPENDS_ON,
            value,
            Problem.of(
                    ProblemId.REDUNDANT_DEPENDENCY,
                    "Revision '" + entries.get(revision).id() + "' "
                        + reason(revision, name, above, dependency))
                .with("revision", entries.get(revision).label())
                .with("dependency", entries.get(dependency).label())
                .fix("remove '" + name + "' from 'dependsOn'."));
      }
    }
  }

  private String reason(int revision, String name, int above, int dependency) {
    if (above != dependency) {
      return "needs '" + name + "' already through '" + entries.get(above).id() + "'.";
    }
    return Arrays.stream(parents[revision]).anyMatch(parent -> parent == dependency)
        ? "depends on '" + name + "', which is its parent."
        : "names '" + name + "' twice as what it depends on.";
  }

  /** The values but one; of those equal to it only the ones before it, so that the first of several is not redundant. */
  private static int[] others(int[] values, int index) {
    int[] others = new int[values.length - 1];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (i != index && (values[i] != values[index] || i < index)) {
        others[count++] = values[i];
      }
    }
    return Arrays.copyOf(others, count);
  }

  /** Returns one of the candidates that has a revision among its ancestors or is it, or -1 if none has. */
  private int oneAbove(int revision, int[] candidates, boolean throughDependencies) {
    for (int candidate : candidates) {
      if (candidate == revision || isBelow(revision, candidate, throughDependencies)) {
        return candidate;
      }
    }
    return -1;
  }

  /** Looks only where a revision could be: a path down loses height with every step. */
  private boolean isBelow(int revision, int from, boolean throughDependencies) {
    BitSet seen = new BitSet(entries.size());
    Deque<Integer> todo = new ArrayDeque<>();
    todo.push(from);
    while (!todo.isEmpty()) {
      int next = todo.pop();
      int[] needs = throughDependencies ? joined(parents[next], dependencies[next]) : parents[next];
      for (int need : needs) {
        if (need == revision) {
          return true;
        }
        if (heights[need] > heights[revision] && !seen.get(need)) {
          seen.set(need);
          todo.push(need);
        }
      }
    }
    return false;
  }

  private void measure() {
    Deque<Integer> todo = new ArrayDeque<>();
    for (int start = 0; start < heights.length; start++) {
      todo.push(start);
      while (!todo.isEmpty()) {
        int revision = Objects.requireNonNull(todo.peek());
        int height = 0;
        boolean isReady = true;
        for (int need : joined(parents[revision], dependencies[revision])) {
          if (heights[need] < 0) {
            todo.push(need);
            isReady = false;
          }
          height = Math.max(height, heights[need] + 1);
        }
        if (isReady) {
          heights[revision] = height;
          todo.pop();
        }
      }
    }
  }

  private static int[] joined(int[] left, int[] right) {
    if (right.length == 0) {
      return left;
    }
    int[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  private void add(int position, Attribute attribute, int value, Problem problem) {
    defects.add(new GraphDefect(problem, position, attribute, value));
  }

  /**
   * Returns the heads that nothing tells apart: in each list those that stand on the same labelled branches, or on none.
   * A branch label is on its own revision and on all that come after it.
   *
   * @param entries a history that {@link RevisionMap#check} has no complaint about
   * @return lists of at least two positions each
   */
  public static List<List<Integer>> forks(List<RevisionEntry> entries) {
    HistoryLint lint = new HistoryLint(entries);
    BitSet heads = new BitSet(entries.size());
    heads.set(0, entries.size());
    for (int[] parents : lint.parents) {
      Arrays.stream(parents).forEach(heads::clear);
    }
    if (heads.cardinality() < 2) {
      return List.of();
    }
    Map<String, List<Integer>> byBranches = new TreeMap<>();
    heads.stream()
        .forEach(head -> byBranches
            .computeIfAbsent(String.join("\n", lint.labelsOn(head)), branches -> new ArrayList<>())
            .add(head));
    return byBranches.values().stream().filter(together -> together.size() > 1).toList();
  }

  private Set<String> labelsOn(int head) {
    Set<String> labels = new TreeSet<>();
    BitSet seen = new BitSet(entries.size());
    Deque<Integer> todo = new ArrayDeque<>(List.of(head));
    while (!todo.isEmpty()) {
      int next = todo.pop();
      labels.addAll(entries.get(next).branchLabels());
      for (int parent : parents[next]) {
        if (!seen.get(parent)) {
          seen.set(parent);
          todo.push(parent);
        }
      }
    }
    return labels;
  }
}
