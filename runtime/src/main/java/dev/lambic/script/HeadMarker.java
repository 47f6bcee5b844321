package dev.lambic.script;

import java.util.List;

/**
 * The text of a head marker: a small file under version control that names the heads of a module's history, one in each
 * line. Two changes that each add a head then change the same line, so that version control stops the second of them.
 */
public final class HeadMarker {
  private static final String COMMENT = "#";

  private HeadMarker() {}

  /** Returns the line for a head: its id, and the beginning of what it does. */
  public static String line(RevisionEntry head) {
    String message = head.message().lines().findFirst().orElse("").strip();
    return message.isEmpty() ? head.id() : head.id() + " " + COMMENT + " " + message;
  }

  /** Returns the ids that a marker names: the lines less comments, blanks around them and empty lines. */
  public static List<String> parse(String text) {
    return text.lines()
        .map(line -> line.contains(COMMENT) ? line.substring(0, line.indexOf(COMMENT)) : line)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
