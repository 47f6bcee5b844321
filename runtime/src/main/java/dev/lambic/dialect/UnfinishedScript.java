package dev.lambic.dialect;

import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;

/** Says which part of a script has no end. */
final class UnfinishedScript {
  private static final int LONGEST_EXCERPT = 60;

  private UnfinishedScript() {}

  /** Returns the failure for the part that begins at the given position and lacks what the remedy names. */
  static MigrationException at(String script, int position, String part, String remedy) {
    return new MigrationException(
        Problem.of(ProblemId.UNFINISHED_SCRIPT, "The SQL script has " + part + " without an end.")
            .where("line " + line(script, position))
            .with("begins", excerpt(script, position))
            .fix(remedy));
  }

  private static int line(String script, int position) {
    return 1 + lineBreaks(script, 0, position);
  }

  /** Counts the lines that end in a part of the text; a carriage return and its line feed are one end. */
  static int lineBreaks(String text, int start, int end) {
    int count = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
        count++;
      }
    }
    return count;
  }

  private static String excerpt(String script, int start) {
    int end = start;
    while (end < script.length() && script.charAt(end) != '\n' && script.charAt(end) != '\r') {
      end++;
    }
    if (end - start <= LONGEST_EXCERPT) {
      return script.substring(start, end);
    }
    int cut = start + LONGEST_EXCERPT;
    return script.substring(
            start, Character.isHighSurrogate(script.charAt(cut - 1)) ? cut - 1 : cut)
        + "...";
  }
}
