package dev.lambic.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Leaves out the dependencies that an ancestor by parents declares too: what such a revision depends on has long been
 * applied when its turn comes. Only a dependency that several revisions name can be left out, so only those are looked at,
 * 64 in each pass over the part of the history in which they are named. Mirrors Alembic's normalised dependencies.
 *
 * <p>Inside, revisions are numbered so that parents come first.
 */
final class Normalization {
  private final int[][] dependencies;

  /** The revisions, parents first. */
  private final int[] order;

  /** The parents of each number, as numbers, one after the other; those of number i begin at {@code from[i]}. */
  private final int[] parents;

  private final int[] from;

  /** For each number, which dependencies of the batch at hand it names itself. */
  private final long[] own;

  /** For each number, which dependencies of the batch at hand it or an ancestor names. */
  private final long[] passedOn;

  /** For each number, what is superfluous among its dependencies. */
  private final Map<Integer, List<Integer>> superfluous = new HashMap<>();

  private Normalization(int[][] parents, int[][] children, int[][] dependencies) {
    this.dependencies = dependencies;
    this.order = parentsFirst(parents, children);
    this.own = new long[order.length];
    this.passedOn = new long[order.length];
    int[] numbers = new int[order.length];
    this.from = new int[order.length + 1];
    for (int i = 0; i < order.length; i++) {
      numbers[order[i]] = i;
      from[i + 1] = from[i] + parents[order[i]].length;
    }
    this.parents = new int[from[order.length]];
    for (int i = 0; i < order.length; i++) {
      for (int j = 0; j < parents[order[i]].length; j++) {
        this.parents[from[i] + j] = numbers[parents[order[i]][j]];
      }
    }
  }

  /** Returns the dependencies that remain, each once; the same array if none is named more than once. */
  static int[][] of(int[][] parents, int[][] children, int[][] dependencies) {
    int[] named = new int[parents.length];
    boolean isAnyRepeated = false;
    for (int[] all : dependencies) {
      for (int dependency : all) {
        isAnyRepeated |= ++named[dependency] > 1;
      }
    }
    return isAnyRepeated
        ? new Normalization(parents, children, dependencies).remaining()
        : dependencies;
  }

  private int[][] remaining() {
    Map<Integer, List<Integer>> namers = new LinkedHashMap<>();
    for (int number = 0; number < order.length; number++) {
      for (int dependency : dependencies[order[number]]) {
        namers.computeIfAbsent(dependency, none -> new ArrayList<>()).add(number);
      }
    }
    namers.values().removeIf(numbers -> numbers.size() == 1);
    List<Integer> repeated = List.copyOf(namers.keySet());
    for (int start = 0; start < repeated.size(); start += Long.SIZE) {
      markInherited(repeated.subList(start, Math.min(start + Long.SIZE, repeated.size())), namers);
    }
    int[][] remaining = dependencies.clone();
    for (int number = 0; number < order.length; number++) {
      int[] all = dependencies[order[number]];
      if (all.length > 0) {
        List<Integer> inherited = superfluous.getOrDefault(number, List.of());
        remaining[order[number]] = Arrays.stream(all)
            .distinct()
            .filter(one -> !inherited.contains(one))
            .toArray();
      }
    }
    return remaining;
  }

  /** Passes 64 dependencies on from their namers to all that descends from these, and marks who names them again. */
  private void markInherited(List<Integer> batch, Map<Integer, List<Integer>> namers) {
    int first = order.length;
    int last = 0;
    for (int bit = 0; bit < batch.size(); bit++) {
      for (int namer : namersOf(batch.get(bit), namers)) {
        own[namer] |= 1L << bit;
        first = Math.min(first, namer);
        last = Math.max(last, namer);
      }
    }
    for (int number = first; number <= last; number++) {
      long inherited = 0;
      for (int i = from[number]; i < from[number + 1]; i++) {
        inherited |= parents[i] < first ? 0 : passedOn[parents[i]];
      }
      passedOn[number] = inherited | own[number];
      for (long again = inherited & own[number]; again != 0; again &= again - 1) {
        superfluous
            .computeIfAbsent(number, none -> new ArrayList<>())
            .add(batch.get(Long.numberOfTrailingZeros(again)));
      }
    }
    batch.forEach(one -> namersOf(one, namers).forEach(namer -> own[namer] = 0));
  }

  private static List<Integer> namersOf(int dependency, Map<Integer, List<Integer>> namers) {
    return Objects.requireNonNull(namers.get(dependency));
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
