package dev.lambic.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings SQL into a form that texts of the same meaning have in common, as far as the text alone tells. */
final class SqlComparison {
  private static final Pattern QUOTED_WORD = Pattern.compile("[\"`]([a-z_][a-z0-9_$]*)[\"`]");
  private static final Pattern WORD = Pattern.compile("[\\w$.]+");

  private SqlComparison() {}

  /**
   * Returns a text in which blanks, the case of what stands outside quotes, quotes that a name does not need, and
   * parentheses around the whole make no difference.
   */
  static String comparable(String sql) {
    StringBuilder text = new StringBuilder();
    String previous = "";
    for (String token : tokens(withoutOuterParentheses(sql.strip()))) {
      if (WORD.matcher(previous).matches() && WORD.matcher(token).matches()) {
        text.append(' ');
      }
      text.append(token);
      previous = token;
    }
    return text.toString();
  }

  private static List<String> tokens(String sql) {
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      int end = at + 1;
      if (c == '\'' || c == '"' || c == '`') {
        end = quoteEnd(sql, at);
        String token = sql.substring(at, end);
        tokens.add(c == '\'' ? token : QUOTED_WORD.matcher(token).replaceFirst("$1"));
      } else if (isWordPart(c)) {
        while (end < sql.length() && isWordPart(sql.charAt(end))) {
          end++;
        }
        tokens.add(sql.substring(at, end).toLowerCase(Locale.ROOT));
      } else if (!Character.isWhitespace(c)) {
        tokens.add(String.valueOf(c));
      }
      at = end;
    }
    return tokens;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.';
  }

  private static int quoteEnd(String sql, int start) {
    char close = sql.charAt(start);
    int at = start + 1;
    while (at < sql.length()) {
      if (sql.charAt(at) == close) {
        if (at + 1 >= sql.length() || sql.charAt(at + 1) != close) {
          return at + 1;
        }
        at++;
      }
      at++;
    }
    return sql.length();
  }

  /** Returns a text without parentheses that enclose all of it. */
  static String withoutOuterParentheses(String sql) {
    String text = sql;
    while (text.startsWith("(") && closing(text) == text.length() - 1) {
      text = text.substring(1, text.length() - 1).strip();
    }
    return text;
  }

  /** Returns the place of the parenthesis that closes the first one, or -1. */
  private static int closing(String text) {
    int depth = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\'' || c == '"' || c == '`') {
        at = quoteEnd(text, at);
        continue;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
      at++;
    }
    return -1;
  }
}
