package dev.lambic.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * The bare graph of a sound history: revisions are positions in load order, edges lead to parents ("down") and to
 * dependencies. Whatever has no order of its own comes in load order. No method recurses.
 */
final class RevisionGraph {
  private final int[][] parents;
  private final int[][] needs;
  private final int[][] children;
  private final int[][] dependents;

  /**
   * @param parents for each revision its parents, as declared
   * @param dependencies for each revision what it depends on besides, as declared
   */
  RevisionGraph(int[][] parents, int[][] dependencies) {
    this.parents = parents;
    this.needs = new int[parents.length][];
    for (int i = 0; i < parents.length; i++) {
      this.needs[i] = union(parents[i], dependencies[i]);
    }
    this.children = reversed(parents);
    this.dependents = reversed(needs);
  }

  int size() {
    return parents.length;
  }

  /** The parents of a revision, as declared. */
  int[] parents(int revision) {
    return parents[revision];
  }

  /** The parents of a revision and then its dependencies, each once. */
  int[] needs(int revision) {
    return needs[revision];
  }

  /** The revisions whose parent this is. */
  int[] children(int revision) {
    return children[revision];
  }

  /** The revisions whose parent or dependency this is. */
  int[] dependents(int revision) {
    return dependents[revision];
  }

  /** The given revisions and everything that they need. */
  BitSet ancestors(BitSet of) {
    return reach(of, needs);
  }

  /** The given revisions and everything that needs them. */
  BitSet descendants(BitSet of) {
    return reach(of, dependents);
  }

  /** The given revisions and what descends from them by parents alone. */
  BitSet lineBelow(BitSet of) {
    return reach(of, children);
  }

  private static BitSet reach(BitSet from, int[][] edges) {
    BitSet reached = (BitSet) from.clone();
    int[] stack = from.stream().toArray();
    int size = stack.length;
    while (size > 0) {
      for (int next : edges[stack[--size]]) {
        if (!reached.get(next)) {
          reached.set(next);
          if (size == stack.length) {
            stack = Arrays.copyOf(stack, 2 * size + 8);
          }
          stack[size++] = next;
        }
      }
    }
    return reached;
  }

  /** Those of the given revisions that no other of them needs. */
  BitSet tips(BitSet of) {
    BitSet tips = (BitSet) of.clone();
    of.stream().forEach(revision -> Arrays.stream(needs[revision]).forEach(tips::clear));
    return tips;
  }

  /**
   * Sorts revisions so that each comes before what it needs. Of the orders possible it takes Alembic's: it follows one
   * line down as long as nothing else that is still to come needs it; where lines meet, it goes on with the one that has
   * to come first; the second and further parents of a merge wait until the first one's line has ended.
   */
  List<Integer> newestFirst(BitSet revisions) {
    int[] waitingFor = new int[size()];
    revisions.stream()
        .forEach(revision -> Arrays.stream(needs[revision]).forEach(need -> waitingFor[need]++));
    List<Integer> lines = new ArrayList<>();
    tips(revisions).stream().forEach(lines::add);
    BitSet todo = (BitSet) revisions.clone();
    BitSet lineEnds = tips(revisions);
    List<Integer> sorted = new ArrayList<>(revisions.cardinality());
    int line = 0;
    while (!lines.isEmpty()) {
      int candidate = lines.get(line);
      if (waitingFor[candidate] > 0) {
        line = firstLineThatNeeds(candidate, lines, lineEnds, todo);
        continue;
      }
      sorted.add(candidate);
      todo.clear(candidate);
      lineEnds.clear(candidate);
      int continued = 0;
      for (int need : needs[candidate]) {
        waitingFor[need]--;
        if (todo.get(need) && !lineEnds.get(need)) {
          lineEnds.set(need);
          if (continued++ == 0) {
            lines.set(line, need);
          } else {
            lines.add(need);
          }
        }
      }
      if (continued == 0) {
        lines.subList(line, line + 1).clear();
        line = Math.max(line - 1, 0);
      }
    }
    return sorted;
  }

  private int firstLineThatNeeds(int candidate, List<Integer> lines, BitSet lineEnds, BitSet todo) {
    BitSet above = new BitSet(size());
    above.set(candidate);
    BitSet needing = reach(above, dependents);
    needing.clear(candidate);
    needing.and(todo);
    needing.and(lineEnds);
    for (int line = 0; line < lines.size(); line++) {
      if (needing.get(lines.get(line))) {
        return line;
      }
    }
    throw new IllegalStateException(
        "revision " + candidate + " waits for a revision that no line leads to");
  }

  private static int[] union(int[] left, int[] right) {
    if (right.length == 0) {
      return left;
    }
    return Arrays.stream(new int[][] {left, right})
        .flatMapToInt(Arrays::stream)
        .distinct()
        .toArray();
  }

  private static int[][] reversed(int[][] edges) {
    int[] count = new int[edges.length];
    for (int[] targets : edges) {
      for (int target : targets) {
        count[target]++;
      }
    }
    int[][] reversed = new int[edges.length][];
    Arrays.setAll(reversed, node -> new int[count[node]]);
    int[] filled = new int[edges.length];
    for (int node = 0; node < edges.length; node++) {
      for (int target : Objects.requireNonNull(edges[node])) {
        reversed[target][filled[target]++] = node;
      }
    }
    return reversed;
  }
}
