package dev.lambic.script;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** Finds circles in a directed graph, in time linear in its nodes and edges, and without recursion. */
final class Cycles {
  private static final byte UNSEEN = 0;
  private static final byte ON_PATH = 1;
  private static final byte DONE = 2;

  private Cycles() {}

  /** Returns circles that share no node: each begins with its lowest node and follows the edges. */
  static List<List<Integer>> of(int[][] edges) {
    List<List<Integer>> cycles = new ArrayList<>();
    BitSet reported = new BitSet();
    byte[] state = new byte[edges.length];
    int[] nextEdge = new int[edges.length];
    int[] path = new int[edges.length];
    for (int start = 0; start < edges.length; start++) {
      if (state[start] != UNSEEN) {
        continue;
      }
      int depth = 0;
      path[0] = start;
      state[start] = ON_PATH;
      while (depth >= 0) {
        int node = path[depth];
        if (nextEdge[node] == edges[node].length) {
          state[node] = DONE;
          depth--;
          continue;
        }
        int target = edges[node][nextEdge[node]++];
        if (state[target] == UNSEEN) {
          state[target] = ON_PATH;
          path[++depth] = target;
        } else if (state[target] == ON_PATH) {
          List<Integer> circle = circle(path, depth, target);
          if (circle.stream().noneMatch(reported::get)) {
            circle.forEach(reported::set);
            cycles.add(circle);
          }
        }
      }
    }
    return cycles;
  }

  private static List<Integer> circle(int[] path, int depth, int closing) {
    List<Integer> circle = new ArrayList<>();
    int from = depth;
    while (path[from] != closing) {
      from--;
    }
    for (int i = from; i <= depth; i++) {
      circle.add(path[i]);
    }
    Collections.rotate(circle, -circle.indexOf(Collections.min(circle)));
    return circle;
  }
}
