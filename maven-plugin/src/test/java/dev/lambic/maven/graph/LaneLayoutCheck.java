package dev.lambic.maven.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.maven.graph.LaneLayout.Row;
import dev.lambic.maven.graph.LaneLayout.Segment;
import dev.lambic.script.Script;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Follows the lines of a layout down, to see where they lead. */
final class LaneLayoutCheck {
  private LaneLayoutCheck() {}

  static void check(List<Script> history) {
    List<Row> rows = LaneLayout.of(history);
    for (int i = 0; i < rows.size(); i++) {
      Set<String> reached = new LinkedHashSet<>();
      for (Segment line : rows.get(i).own()) {
        reached.add(follow(rows, i, line));
      }
      assertThat(reached)
          .containsExactlyInAnyOrderElementsOf(
              new LinkedHashSet<>(rows.get(i).script().allDownRevisions()));
    }
  }

  private static String follow(List<Row> rows, int from, Segment line) {
    int lane = line.to();
    for (int i = from + 1; i < rows.size(); i++) {
      if (rows.get(i).lane() == lane) {
        return rows.get(i).script().revision();
      }
      int here = lane;
      assertThat(rows.get(i).others()).anyMatch(one -> one.from() == here && one.to() == here);
    }
    throw new AssertionError("the line ends in nothing");
  }
}
