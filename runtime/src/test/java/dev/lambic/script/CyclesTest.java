package dev.lambic.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CyclesTest {
  @Test
  void treeHasNone() {
    assertThat(Cycles.of(edges("", "0", "0", "1 2"))).isEmpty();
  }

  @Test
  void emptyGraphHasNone() {
    assertThat(Cycles.of(edges())).isEmpty();
  }

  @Test
  void circleBeginsWithItsLowestNodeAndFollowsTheEdges() {
    assertThat(Cycles.of(edges("1", "3", "1", "2"))).containsExactly(List.of(1, 3, 2));
  }

  @Test
  void edgeToItselfIsACircle() {
    assertThat(Cycles.of(edges("", "1"))).containsExactly(List.of(1));
  }

  @Test
  void circlesWithoutACommonNodeAreAllFound() {
    assertThat(Cycles.of(edges("1", "0", "3", "2"))).containsExactly(List.of(0, 1), List.of(2, 3));
  }

  @Test
  void ofCirclesThroughTheSameNodeOneIsFound() {
    assertThat(Cycles.of(edges("1 2", "0", "0"))).containsExactly(List.of(0, 1));
  }

  @Test
  void longCircleNeedsNoDeepStack() {
    int size = 100_000;
    int[][] ring = new int[size][];
    Arrays.setAll(ring, node -> new int[] {(node + 1) % size});
    assertThat(Cycles.of(ring)).containsExactly(IntStream.range(0, size).boxed().toList());
  }

  /** For each node, the nodes that its edges lead to. */
  private static int[][] edges(String... targets) {
    return Arrays.stream(targets)
        .map(nodes -> Arrays.stream(nodes.split(" "))
            .filter(node -> !node.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray())
        .toArray(int[][]::new);
  }
}
