package dev.lambic.it.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a SQLite statement, read from left to right. */
final class SqliteTokens {
  private static final Pattern TOKEN = Pattern.compile(
      "\\s+|--[^\\n]*|/\\*.*?\\*/" // nothing
          + "|(\"(?:[^\"]|\"\")*+\"|`(?:[^`]|``)*+`|\\[[^]]*])" // a name in quotes
          + "|('(?:[^']|'')*+'|[\\p{L}\\p{N}_$.]+|\\|\\||[<>=!]+|.)", // anything else
      Pattern.DOTALL);

  private static final Pattern PLAIN_NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  /** A word; a name in quotes has none around it, and is never a keyword. */
  private record Token(String text, boolean quoted) {
    /** Returns the token as it may stand in an expression, in quotes only where it needs them. */
    String inExpression() {
      return quoted && !PLAIN_NAME.matcher(text).matches()
          ? '"' + text.replace("\"", "\"\"") + '"'
          : text;
    }
  }

  private final List<Token> tokens = new ArrayList<>();
  private int next;

  SqliteTokens(String sql) {
    Matcher matcher = TOKEN.matcher(sql);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        tokens.add(new Token(unquoted(matcher.group(1)), true));
      } else if (matcher.group(2) != null) {
        tokens.add(new Token(matcher.group(2), false));
      }
    }
  }

  private static String unquoted(String name) {
    String quote = name.substring(name.length() - 1);
    return name.substring(1, name.length() - 1).replace(quote + quote, quote);
  }

  boolean atEnd() {
    return next == tokens.size();
  }

  /** Tells whether these keywords or signs come next. */
  boolean at(String... words) {
    for (int i = 0; i < words.length; i++) {
      int index = next + i;
      if (index >= tokens.size()
          || tokens.get(index).quoted
          || !tokens.get(index).text.equalsIgnoreCase(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Passes these keywords or signs if they come next, and tells whether they did. */
  boolean pass(String... words) {
    boolean there = at(words);
    if (there) {
      next += words.length;
    }
    return there;
  }

  /** Returns the next word, such as a name; SQLite takes a text for a name where it expects one. */
  String word() {
    Token word = tokens.get(next++);
    return !word.quoted && word.text.startsWith("'") ? unquoted(word.text) : word.text;
  }

  /** Passes a group in parentheses and returns what is in it, in one spelling. */
  String group() {
    return String.join(", ", items());
  }

  /** Passes a list in parentheses and returns its items, each in one spelling. */
  List<String> items() {
    if (!pass("(")) {
      throw new IllegalStateException("'(' expected before token " + next + " of " + tokens);
    }
    List<String> items = new ArrayList<>();
    List<Token> item = new ArrayList<>();
    int depth = 1;
    while (true) {
      depth += at("(") ? 1 : at(")") ? -1 : 0;
      if (depth == 0 || depth == 1 && at(",")) {
        items.add(text(item));
        item.clear();
      } else {
        item.add(tokens.get(next));
      }
      next++;
      if (depth == 0) {
        return items;
      }
    }
  }

  /** Passes everything to the end and returns it in one spelling. */
  String rest() {
    String rest = text(tokens.subList(next, tokens.size()));
    next = tokens.size();
    return rest;
  }

  private static String text(List<Token> tokens) {
    return tokens.stream()
        .map(Token::inExpression)
        .collect(Collectors.joining(" "))
        .replace("( ", "(")
        .replace(" )", ")")
        .replace(" ,", ",");
  }
}
