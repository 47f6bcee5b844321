package dev.lambic.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds what somebody who mistyped a name most likely meant. */
public final class NearMisses {
  private static final int MOST = 3;

  private NearMisses() {}

  /**
   * Returns the known names that are close to the given one, closest first: at most a third of its length may differ,
   * and at least one character. A swapped pair of characters counts as one difference. Names that are equally close stay
   * in their order.
   */
  public static List<String> of(String given, Collection<String> known) {
    int allowed = Math.max(1, given.length() / 3);
    record Candidate(String name, int distance) {}
    return known.stream()
        .filter(name -> Math.abs(name.length() - given.length()) <= allowed)
        .map(name -> new Candidate(name, distance(given, name)))
        .filter(candidate -> candidate.distance() <= allowed)
        .sorted(Comparator.comparingInt(Candidate::distance))
        .limit(MOST)
        .map(Candidate::name)
        .toList();
  }

  /** The optimal string alignment distance: insertions, deletions, replacements, and swaps of neighbours. */
  private static int distance(String left, String right) {
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= right.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      for (int j = 1; j <= right.length(); j++) {
        int replace = cost[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[left.length()][right.length()];
  }
}
