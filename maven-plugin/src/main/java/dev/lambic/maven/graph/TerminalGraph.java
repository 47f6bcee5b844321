package dev.lambic.maven.graph;

import dev.lambic.maven.graph.LaneLayout.Row;
import dev.lambic.maven.graph.LaneLayout.Segment;
import dev.lambic.script.Script;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Draws a history as text: a line for each revision, lines between them, dotted where they lead to a dependency. */
public final class TerminalGraph {
  private static final int UP = 1;
  private static final int DOWN = 2;
  private static final int LEFT = 4;
  private static final int RIGHT = 8;

  /** The characters to draw with. */
  public enum Style {
    /** Characters that every terminal has. */
    ASCII("*@", "|:-.", "||||++++++++-+++"),
    /** Characters that join to lines. */
    UNICODE("●◉", "│┊─╌", "││││╴╯╮┤╶╰╭├─┴┬┼");

    private final String nodes;
    private final String lines;

    /** By the sum of the directions that a line goes to. */
    private final String corners;

    Style(String nodes, String lines, String corners) {
      this.nodes = nodes;
      this.lines = lines;
      this.corners = corners;
    }

    /** Returns the one that standard output can show. */
    public static Style forOutput() {
      // Up to JDK 18, output has the encoding of the system, and no property of its own.
      String encoding =
          System.getProperty("stdout.encoding", System.getProperty("native.encoding", "US-ASCII"));
      return Charset.isSupported(encoding)
              && Charset.forName(encoding).newEncoder().canEncode(UNICODE.nodes + UNICODE.lines)
          ? UNICODE
          : ASCII;
    }

    private char node(boolean isCurrent) {
      return nodes.charAt(isCurrent ? 1 : 0);
    }

    private char vertical(boolean isParent) {
      return lines.charAt(isParent ? 0 : 1);
    }

    private char horizontal(boolean isParent) {
      return lines.charAt(isParent ? 2 : 3);
    }

    private char corner(int directions) {
      return corners.charAt(directions);
    }
  }

  private final Style style;
  private final Function<Script, List<String>> text;
  private final Predicate<Script> isCurrent;

  /**
   * @param text what to write beside a revision
   * @param isCurrent whether a database stands on a revision
   */
  public TerminalGraph(
      Style style, Function<Script, List<String>> text, Predicate<Script> isCurrent) {
    this.style = style;
    this.text = text;
    this.isCurrent = isCurrent;
  }

  /**
   * Returns the picture, line by line.
   *
   * @param newestFirst the revisions, each before all that it needs
   */
  public List<String> draw(List<Script> newestFirst) {
    List<String> picture = new ArrayList<>();
    for (Row row : LaneLayout.of(newestFirst)) {
      List<String> lines = text.apply(row.script());
      picture.add(beside(row, revision(row), lines.get(0)));
      lines.stream().skip(1).forEach(line -> picture.add(beside(row, passing(row), line)));
      if (!row.own().stream().allMatch(Segment::isStraight)) {
        picture.add(String.valueOf(joining(row)).stripTrailing());
      }
    }
    return picture;
  }

  private static String beside(Row row, char[] lanes, String text) {
    String used = String.valueOf(lanes).stripTrailing();
    String missing = " ".repeat(Math.max(0, 2 * row.lane() + 1 - used.length()));
    return (used + missing + "  " + text).stripTrailing();
  }

  private char[] revision(Row row) {
    char[] lanes = lanes(row);
    row.others().forEach(line -> lanes[2 * line.to()] = style.vertical(line.isParent()));
    lanes[2 * row.lane()] = style.node(isCurrent.test(row.script()));
    return lanes;
  }

  private static char[] lanes(Row row) {
    return " ".repeat(2 * row.width()).toCharArray();
  }

  /** The lines beside what a revision has to say further down. */
  private char[] passing(Row row) {
    char[] lanes = lanes(row);
    row.others().forEach(line -> lanes[2 * line.to()] = style.vertical(line.isParent()));
    if (!row.own().isEmpty()) {
      lanes[2 * row.lane()] = style.vertical(row.own().stream().anyMatch(Segment::isParent));
    }
    return lanes;
  }

  /** The lines from a revision to other lanes than its own. */
  private char[] joining(Row row) {
    char[] lanes = lanes(row);
    int[] directions = new int[row.width()];
    directions[row.lane()] = UP;
    row.others().forEach(line -> {
      lanes[2 * line.to()] = style.vertical(line.isParent());
      directions[line.to()] = UP + DOWN;
    });
    for (Segment line : row.own()) {
      directions[line.to()] |= DOWN;
      if (!line.isStraight()) {
        int left = Math.min(line.from(), line.to());
        int right = Math.max(line.from(), line.to());
        directions[left] |= RIGHT;
        directions[right] |= LEFT;
        for (int column = 2 * left + 1; column < 2 * right; column++) {
          if (lanes[column] == ' ' || isHorizontal(lanes[column])) {
            lanes[column] = style.horizontal(line.isParent() || isSolid(lanes[column]));
          }
        }
      }
    }
    row.own().forEach(line -> directions[line.to()] |= passedThrough(row, line.to()));
    for (int lane = 0; lane < directions.length; lane++) {
      if ((directions[lane] & (LEFT + RIGHT)) != 0) {
        lanes[2 * lane] = style.corner(directions[lane]);
      }
    }
    return lanes;
  }

  /** A line may turn down where another one goes on. */
  private static int passedThrough(Row row, int lane) {
    boolean isPassed = row.own().stream()
        .anyMatch(line ->
            Math.min(line.from(), line.to()) < lane && lane < Math.max(line.from(), line.to()));
    return isPassed ? LEFT + RIGHT : 0;
  }

  private boolean isHorizontal(char drawn) {
    return drawn == style.horizontal(true) || drawn == style.horizontal(false);
  }

  private boolean isSolid(char drawn) {
    return drawn == style.horizontal(true);
  }
}
