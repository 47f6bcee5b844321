package dev.lambic.script;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The bare graph of a sound history: revisions are positions in load order, edges lead to parents ("down") and to
 * dependencies. Whatever has no order of its own comes in load order. No method recurses.
 */
final class RevisionGraph {
  private final int[][] parents;
  private final int[][] dependencies;
  private final int[][] needs;
  private final int[][] normalizedNeeds;
  private final int[][] children;
  private final int[][] dependents;

  /**
   * @param parents for each revision its parents, as declared
   * @param dependencies for each revision what it depends on besides, as declared
   */
  RevisionGraph(int[][] parents, int[][] dependencies) {
    this.parents = parents;
    this.needs = union(parents, dependencies);
    this.children = reversed(parents);
    this.dependents = reversed(needs);
    this.dependencies = Normalization.of(parents, children, dependencies);
    this.normalizedNeeds = union(parents, this.dependencies);
  }

  int size() {
    return parents.length;
  }

  /** The parents of a revision, as declared. */
  int[] parents(int revision) {
    return parents[revision];
  }

  /** The dependencies of a revision, each once, without those that an ancestor by parents has as well. */
  int[] normalizedDependencies(int revision) {
    return dependencies[revision];
  }

  /** The parents of a revision and then its dependencies, each once. */
  int[] needs(int revision) {
    return needs[revision];
  }

  /** The parents of a revision and then its {@link #normalizedDependencies}, each once. */
  int[] normalizedNeeds(int revision) {
    return normalizedNeeds[revision];
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

  /** The given revisions and what they descend from by parents alone. */
  BitSet lineAbove(BitSet of) {
    return reach(of, parents);
  }

  /** The given revisions and what descends from them by parents alone. */
  BitSet lineBelow(BitSet of) {
    return reach(of, children);
  }

  private static BitSet reach(BitSet from, int[][] edges) {
    BitSet reached = (BitSet) from.clone();
    IntStack todo = new IntStack();
    from.stream().forEach(todo::push);
    while (!todo.isEmpty()) {
      for (int next : edges[todo.pop()]) {
        if (!reached.get(next)) {
          reached.set(next);
          todo.push(next);
        }
      }
    }
    return reached;
  }

  /** Those of the given revisions that no other of them has as its parent or dependency. */
  BitSet tips(BitSet of) {
    return tips(of, needs);
  }

  /** Those of the given revisions that no other of them has as its parent. */
  BitSet lineTips(BitSet of) {
    return tips(of, parents);
  }

  private static BitSet tips(BitSet of, int[][] edges) {
    BitSet tips = (BitSet) of.clone();
    of.stream().forEach(revision -> Arrays.stream(edges[revision]).forEach(tips::clear));
    return tips;
  }

  /** Sorts revisions so that each comes before what it needs, in {@linkplain TopologicalOrder Alembic's order}. */
  List<Integer> newestFirst(BitSet revisions, BitSet heads) {
    return new TopologicalOrder(this, revisions, heads).sort();
  }

  private static int[][] union(int[][] left, int[][] right) {
    int[][] union = new int[left.length][];
    for (int i = 0; i < left.length; i++) {
      union[i] = left[i].length + right[i].length < 2
          ? (right[i].length == 0 ? left[i] : right[i])
          : Arrays.stream(new int[][] {left[i], right[i]})
              .flatMapToInt(Arrays::stream)
              .distinct()
              .toArray();
    }
    return union;
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
      for (int target : edges[node]) {
        boolean isRepeated = filled[target] > 0 && reversed[target][filled[target] - 1] == node;
        if (!isRepeated) {
          reversed[target][filled[target]++] = node;
        }
      }
    }
    for (int node = 0; node < edges.length; node++) {
      if (filled[node] < reversed[node].length) {
        reversed[node] = Arrays.copyOf(reversed[node], filled[node]);
      }
    }
    return reversed;
  }
}
