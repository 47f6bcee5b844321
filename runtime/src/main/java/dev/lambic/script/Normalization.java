package dev.lambic.script;

import java.util.Arrays;

/**
 * Leaves out the dependencies that an ancestor by parents declares too: what such a revision depends on has long been
 * applied when its turn comes. Only a dependency that several revisions name can be left out, so only those are looked at,
 * 64 in each pass over the history. Mirrors Alembic's normalised dependencies.
 */
final class Normalization {
  private final int[][] parents;
  private final int[][] dependencies;
  private final int[] parentsFirst;

  private Normalization(int[][] parents, int[][] children, int[][] dependencies) {
    this.parents = parents;
    this.dependencies = dependencies;
    this.parentsFirst = parentsFirst(parents, children);
  }

  /** Returns the dependencies that remain, each once; the same array if nothing can be left out. */
  static int[][] of(int[][] parents, int[][] children, int[][] dependencies) {
    int[] named = new int[parents.length];
    boolean isAnyRepeated = false;
    for (int[] own : dependencies) {
      for (int dependency : own) {
        isAnyRepeated |= ++named[dependency] > 1;
      }
    }
    return isAnyRepeated
        ? new Normalization(parents, children, dependencies).remaining(named)
        : dependencies;
  }

  private int[][] remaining(int[] named) {
    int[][] remaining = dependencies.clone();
    for (int i = 0; i < remaining.length; i++) {
      if (remaining[i].length > 1) {
        remaining[i] = Arrays.stream(remaining[i]).distinct().toArray();
      }
    }
    int[] repeated = new int[named.length];
    int count = 0;
    for (int dependency = 0; dependency < named.length; dependency++) {
      if (named[dependency] > 1) {
        repeated[count++] = dependency;
      }
    }
    for (int from = 0; from < count; from += Long.SIZE) {
      removeInherited(remaining, Arrays.copyOfRange(repeated, from, Math.min(from + 64, count)));
    }
    return remaining;
  }

  private void removeInherited(int[][] remaining, int[] batch) {
    int[] bit = new int[parents.length];
    Arrays.fill(bit, -1);
    for (int i = 0; i < batch.length; i++) {
      bit[batch[i]] = i;
    }
    long[] passedOn = new long[parents.length];
    for (int revision : parentsFirst) {
      long inherited = 0;
      for (int parent : parents[revision]) {
        inherited |= passedOn[parent];
      }
      long own = 0;
      for (int dependency : dependencies[revision]) {
        own |= bit[dependency] < 0 ? 0 : 1L << bit[dependency];
      }
      long superfluous = inherited & own;
      if (superfluous != 0) {
        remaining[revision] = Arrays.stream(remaining[revision])
            .filter(one -> bit[one] < 0 || (superfluous >>> bit[one] & 1) == 0)
            .toArray();
      }
      passedOn[revision] = inherited | own;
    }
  }

  private static int[] parentsFirst(int[][] parents, int[][] children) {
    int[] waiting = new int[parents.length];
    int[] order = new int[parents.length];
    int end = 0;
    for (int i = 0; i < parents.length; i++) {
      waiting[i] = (int) Arrays.stream(parents[i]).distinct().count();
      if (waiting[i] == 0) {
        order[end++] = i;
      }
    }
    for (int next = 0; next < end; next++) {
      for (int child : children[order[next]]) {
        if (--waiting[child] == 0) {
          order[end++] = child;
        }
      }
    }
    return order;
  }
}
