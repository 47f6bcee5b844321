package dev.lambic.it.directives;

import dev.lambic.dialect.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts that break what pastes them into SQL, each once. */
final class Oddities {
  private static final List<String> TEXTS = List.of(
      "it's",
      "''",
      "say \"hi\"",
      "\"\"",
      "a`b`",
      "[a]",
      "a]]b",
      "a; DROP TABLE x; --",
      "-- a",
      "/* a */",
      "a*/b",
      "back\\slash",
      "ends\\",
      "\\'; --",
      "100%",
      "%s %1$d",
      ":name",
      "a::b",
      "?",
      "{d '1'}",
      "{fn now()}",
      "$1 $$ $a$",
      "${x} #{y}",
      "a\nb",
      "a\r\nb",
      "a\tb",
      "a.b",
      "e\u0301a",
      "\u05d0\u05d1\u202e",
      "表",
      "I\u0131İi",
      "select",
      "Order",
      "MiXeD",
      " leads",
      "1st",
      "_x",
      "$x",
      "a$b",
      "-",
      "NULL",
      "N'x'",
      "E'x'",
      "\u00a0");

  private static final List<String> VALUES_ALONE =
      List.of("", " ", "ends ", "\uD83D\uDE42 astral", "a\u0000b", "\uD83D", "\u0001\u001f\u007f");

  private Oddities() {}

  /** Returns names, the longest that the database takes and one more among them. */
  static List<String> names(Dialect dialect) {
    List<String> names = new ArrayList<>(TEXTS);
    names.addAll(List.of("ends ", "\uD83D\uDE42", "a\u0000b", "", "a\u0001b"));
    int longest = dialect.longestName();
    names.add("l".repeat(longest));
    names.add("m".repeat(longest + 1));
    names.add(wide(dialect, longest));
    names.add(wide(dialect, longest) + "é");
    return names;
  }

  /** The limit is in bytes on PostgreSQL, in characters elsewhere. */
  private static String wide(Dialect dialect, int longest) {
    if (!dialect.id().equals("postgresql")) {
      return "é".repeat(longest);
    }
    String half = "é".repeat(longest / 2);
    return half + "x".repeat(longest - half.getBytes(StandardCharsets.UTF_8).length);
  }

  /** Returns values. */
  static List<String> values() {
    List<String> values = new ArrayList<>(TEXTS);
    values.addAll(VALUES_ALONE);
    values.add("'\\\"".repeat(300));
    return values;
  }

  /** Returns a text so that it can be read: one line, ASCII, not too long. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars()
        .forEach(c -> shown.append(
            c >= ' ' && c < 127 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
    return shown.length() < 70
        ? "'" + shown + "'"
        : "'" + shown.substring(0, 12) + "...' (" + text.length() + " characters)";
  }
}
