package dev.lambic.dialect;

import dev.lambic.dialect.ScriptSyntax.Separator;

/** Recognizes the lines that end a statement and are no part of it. */
final class SqlSeparators {
  static final int NONE = -1;
  /** A longer number behind GO is left to the database, which refuses it. */
  private static final int MOST_DIGITS = 6;

  private final String script;
  private final Separator separator;
  private final SqlComments comments;
  private int repetitions = 1;

  SqlSeparators(String script, Separator separator, SqlComments comments) {
    this.script = script;
    this.separator = separator;
    this.comments = comments;
  }

  /** Returns the end of the line that begins at the given position if it is a separator, else {@link #NONE}. */
  int endOf(int lineStart) {
    return switch (separator) {
      case NONE -> NONE;
      case SLASH -> endOfSlash(skipBlanks(lineStart));
      case GO -> endOfGo(skipBlanks(lineStart));
    };
  }

  /** Returns how often the last separator wants the statement in front of it to run. */
  int repetitions() {
    return repetitions;
  }

  private int endOfSlash(int start) {
    if (!script.startsWith("/", start)) {
      return NONE;
    }
    int end = skipBlanks(start + 1);
    return isLineEnd(end) ? end : NONE;
  }

  /** A comment may follow; it is left to the next statement. A semicolon is what nobody means otherwise. */
  private int endOfGo(int start) {
    if (!script.regionMatches(true, start, "GO", 0, 2)) {
      return NONE;
    }
    int digits = skipBlanks(start + 2);
    int digitsEnd = digits;
    while (digitsEnd < script.length() && SqlScanner.isDigit(script.charAt(digitsEnd))) {
      digitsEnd++;
    }
    if (digitsEnd - digits > MOST_DIGITS || (digits == start + 2 && digitsEnd > digits)) {
      return NONE;
    }
    int end = skipBlanks(digitsEnd);
    end = script.startsWith(";", end) ? skipBlanks(end + 1) : end;
    if (!isLineEnd(end) && comments.endOf(end) == SqlComments.NONE) {
      return NONE;
    }
    repetitions = digits == digitsEnd ? 1 : Integer.parseInt(script, digits, digitsEnd, 10);
    return end;
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < script.length() && SqlScanner.isBlank(script.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean isLineEnd(int at) {
    return at == script.length() || SqlScanner.isLineBreak(script.charAt(at));
  }
}
