package dev.lambic.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a definition as SQLite keeps it, read one after the other. */
final class SqliteTokens {
  private final List<String> tokens = new ArrayList<>();
  private int next;

  /** Splits a text into words, quoted names and literals, and whole parentheses; comments are left out. */
  SqliteTokens(String sql) {
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      int end = at + 1;
      if (Character.isWhitespace(c)) {
        at = end;
        continue;
      }
      if (sql.startsWith("--", at)) {
        int line = sql.indexOf('\n', at);
        at = line < 0 ? sql.length() : line;
        continue;
      }
      if (sql.startsWith("/*", at)) {
        int close = sql.indexOf("*/", at);
        at = close < 0 ? sql.length() : close + 2;
        continue;
      }
      if (c == '(') {
        end = closing(sql, at);
      } else if (isQuote(c)) {
        end = quoteEnd(sql, at);
      } else if (isWordPart(c)) {
        while (end < sql.length() && isWordPart(sql.charAt(end))) {
          end++;
        }
      }
      tokens.add(sql.substring(at, end));
      at = end;
    }
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == '"' || c == '`' || c == '[';
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.' || c > 0x7f;
  }

  private static int quoteEnd(String sql, int start) {
    char close = sql.charAt(start) == '[' ? ']' : sql.charAt(start);
    int at = start + 1;
    while (at < sql.length()) {
      if (sql.charAt(at) == close) {
        if (close == ']' || at + 1 >= sql.length() || sql.charAt(at + 1) != close) {
          return at + 1;
        }
        at++;
      }
      at++;
    }
    return sql.length();
  }

  /** Returns the place behind the parenthesis that closes the one here. */
  private static int closing(String sql, int open) {
    int depth = 0;
    int at = open;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (isQuote(c)) {
        at = quoteEnd(sql, at);
        continue;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      at++;
      if (depth == 0) {
        return at;
      }
    }
    return sql.length();
  }

  boolean hasNext() {
    return next < tokens.size();
  }

  String next() {
    return tokens.get(next++);
  }

  String peek() {
    return hasNext() ? tokens.get(next) : "";
  }

  /** Takes the next words if they are these, in any case. */
  boolean takes(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (next + i >= tokens.size() || !tokens.get(next + i).equalsIgnoreCase(words[i])) {
        return false;
      }
    }
    next += words.length;
    return true;
  }

  /** Tells whether the next word is one of these. */
  boolean isAt(List<String> words) {
    return words.contains(peek().toUpperCase(Locale.ROOT));
  }

  /** Tells whether parentheses come next. */
  boolean isAtParenthesis() {
    return peek().startsWith("(");
  }

  /** Returns what is inside the parentheses that come next. */
  String inside() {
    String token = next();
    return token.substring(1, token.length() - 1).strip();
  }

  /** Returns a name without its quotes. */
  static String unquoted(String token) {
    if (token.isEmpty() || !isQuote(token.charAt(0)) || token.length() < 2) {
      return token;
    }
    String inner = token.substring(1, token.length() - 1);
    String close = token.substring(token.length() - 1);
    return close.equals("]") ? inner : inner.replace(close + close, close);
  }

  /** Returns the parts of a text between its commas, less those inside quotes and parentheses. */
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isQuote(c)) {
        at = quoteEnd(text, at);
      } else if (c == '(') {
        at = closing(text, at);
      } else {
        if (c == ',') {
          parts.add(text.substring(from, at).strip());
          from = at + 1;
        }
        at++;
      }
    }
    parts.add(text.substring(from).strip());
    return parts;
  }
}
