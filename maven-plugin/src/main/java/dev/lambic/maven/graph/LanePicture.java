package dev.lambic.maven.graph;

import dev.lambic.maven.graph.LaneLayout.Row;
import dev.lambic.maven.graph.LaneLayout.Segment;
import dev.lambic.script.Script;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Draws a history as SVG. A line that goes straight down past many revisions is one path. */
final class LanePicture {
  /** The height of a row; the page's style sheet knows it, too. */
  static final int ROW = 28;

  private static final int LANE = 16;
  private static final int MARGIN = 14;
  private static final int COLOURS = 8;

  private final List<Row> rows;
  private final Function<Script, String> styleOf;
  private final StringBuilder lines = new StringBuilder();

  /** A straight line in a lane that has not ended yet. */
  private record Run(int top, boolean isParent) {}

  /**
   * @param styleOf the CSS classes of a revision
   */
  LanePicture(List<Row> rows, Function<Script, String> styleOf) {
    this.rows = rows;
    this.styleOf = styleOf;
  }

  int width() {
    return 2 * MARGIN + LANE * (rows.stream().mapToInt(Row::width).reduce(1, Math::max) - 1);
  }

  /** Returns the picture. */
  String svg() {
    drawLines();
    StringBuilder svg = new StringBuilder();
    svg.append("<svg class=\"graph\" width=\"").append(width()).append("\" height=\"");
    svg.append(ROW * rows.size()).append("\" role=\"img\" aria-label=\"The revision graph\">\n");
    svg.append(lines);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      svg.append("<circle cx=\"").append(x(row.lane())).append("\" cy=\"").append(y(i));
      svg.append("\" r=\"5\" class=\"").append(colour(row.lane())).append(' ');
      svg.append(styleOf.apply(row.script())).append("\"/>\n");
    }
    return svg.append("</svg>\n").toString();
  }

  private void drawLines() {
    Map<Integer, Run> running = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<Integer, Run> goingOn = new TreeMap<>();
      for (Segment line : rows.get(i).below()) {
        if (line.isStraight()) {
          Run before = running.get(line.to());
          boolean continues = before != null
              && before.isParent() == line.isParent()
              && rows.get(i).lane() != line.to();
          goingOn.put(line.to(), continues ? before : new Run(i, line.isParent()));
        } else {
          bend(i, line);
        }
      }
      finish(running, goingOn, i);
      running = goingOn;
    }
  }

  private void finish(Map<Integer, Run> running, Map<Integer, Run> goingOn, int row) {
    running.forEach((lane, run) -> {
      if (!run.equals(goingOn.get(lane))) {
        path(lane, run.isParent())
            .append("M" + x(lane) + " " + y(run.top()) + "V" + y(row))
            .append("\"/>\n");
      }
    });
  }

  /** A line bends within one row, so that it does not cross the circles of others. */
  private void bend(int row, Segment line) {
    int middle = y(row) + ROW / 2;
    path(Math.max(line.from(), line.to()), line.isParent())
        .append("M" + x(line.from()) + " " + y(row))
        .append("C" + x(line.from()) + " " + middle + " " + x(line.to()) + " " + middle)
        .append(" " + x(line.to()) + " " + y(row + 1))
        .append("\"/>\n");
  }

  private StringBuilder path(int lane, boolean isParent) {
    return lines
        .append("<path class=\"")
        .append(colour(lane))
        .append(isParent ? "" : " needs")
        .append("\" d=\"");
  }

  private static String colour(int lane) {
    return "c" + lane % COLOURS;
  }

  private static int x(int lane) {
    return MARGIN + LANE * lane;
  }

  private static int y(int row) {
    return ROW / 2 + ROW * row;
  }
}
