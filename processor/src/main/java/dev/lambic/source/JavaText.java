package dev.lambic.source;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Texts as Java writes them: in literals and in comments. */
final class JavaText {
  /** How long a piece of a long text gets. */
  private static final int LONGEST_PIECE = 72;

  private JavaText() {}

  /** Returns a string literal. JavaPoet's own may take several lines, or break where an unusual character ends a line. */
  static String literal(String value) {
    StringBuilder literal = new StringBuilder("\"");
    value.chars().forEach(character -> literal.append(escaped((char) character)));
    return literal.append('"').toString();
  }

  /** Returns a character literal. */
  static String literal(char value) {
    return value == '\'' ? "'\\''" : value == '"' ? "'\"'" : "'" + escaped(value) + "'";
  }

  private static String escaped(char character) {
    return switch (character) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
        isVisible(character)
            ? String.valueOf(character)
            : "\\u" + HexFormat.of().toHexDigits(character);
    };
  }

  private static boolean isVisible(char character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED -> false;
      default -> true;
    };
  }

  /** Returns the pieces that a text is written in where it does not fit into a line: cut behind line ends and spaces. */
  static List<String> pieces(String value) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (start < value.length()) {
      int end = endOfPiece(value, start);
      pieces.add(value.substring(start, end));
      start = end;
    }
    return pieces.isEmpty() ? List.of("") : pieces;
  }

  private static int endOfPiece(String value, int start) {
    int lineEnd = value.indexOf('\n', start) + 1;
    int most = Math.min(start + LONGEST_PIECE, value.length());
    if (lineEnd > 0 && lineEnd <= most) {
      return lineEnd;
    }
    int space = most == value.length() ? most : value.lastIndexOf(' ', most - 1) + 1;
    if (space > start) {
      return space;
    }
    int next = value.indexOf(' ', most) + 1;
    int end = next == 0 ? value.length() : next;
    return lineEnd > 0 && lineEnd < end ? lineEnd : end;
  }

  /** Returns a text on one line, as a comment can hold it: nothing in it is taken for an escaped character. */
  static String inComment(String text) {
    return text.replace("\\", "\\\\")
        .replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
        .strip();
  }
}
