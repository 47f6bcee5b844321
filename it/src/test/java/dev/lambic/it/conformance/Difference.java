package dev.lambic.it.conformance;

import java.util.List;

/**
 * Something that is not as a case expects it.
 *
 * @param where the part of the case, or empty
 * @param expected what the case asks for
 * @param actual what came
 */
public record Difference(String where, String expected, String actual) {
  private static final int LONG = 300;
  private static final int AROUND = 80;

  /** Puts two values side by side; of long ones, only where they begin to differ. */
  static Difference between(String where, Object expected, Object actual) {
    if (expected instanceof List<?> left
        && actual instanceof List<?> right
        && isLong(left, right)) {
      int index = 0;
      while (index < left.size()
          && index < right.size()
          && left.get(index).equals(right.get(index))) {
        index++;
      }
      return new Difference(
          where, around(String.valueOf(at(left, index)), 0), around(at(right, index), 0));
    }
    String left = String.valueOf(expected);
    String right = String.valueOf(actual);
    if (!isLong(left, right)) {
      return new Difference(where, left, right);
    }
    int same = 0;
    while (same < left.length()
        && same < right.length()
        && left.charAt(same) == right.charAt(same)) {
      same++;
    }
    return new Difference(where, around(left, same), around(right, same));
  }

  private static boolean isLong(Object left, Object right) {
    return left.toString().length() > LONG || right.toString().length() > LONG;
  }

  private static String at(List<?> list, int index) {
    return "element " + index + " of " + list.size() + ": "
        + (index < list.size() ? list.get(index) : "none");
  }

  private static String around(String text, int position) {
    int from = Math.max(0, position - AROUND);
    int to = Math.min(text.length(), Math.max(position + AROUND, from + LONG));
    return (from > 0 ? "..." : "") + text.substring(from, to) + (to < text.length() ? "..." : "");
  }

  /** Returns the difference as lines of a report. */
  @Override
  public String toString() {
    return (where.isEmpty() ? "" : "  at: " + where + "\n")
        + "  expected: " + indented(expected) + "\n"
        + "  actual:   " + indented(actual);
  }

  private static String indented(String text) {
    return text.replace("\n", "\n    ");
  }
}
