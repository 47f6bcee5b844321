package dev.lambic.dialect;

import dev.lambic.dialect.ScriptSyntax.Trait;

/** Finds the ends of literals and quoted names. What stands between the quotes is never looked into. */
final class SqlQuotes {
  static final int NONE = -1;

  private final String script;
  private final ScriptSyntax syntax;

  SqlQuotes(String script, ScriptSyntax syntax) {
    this.script = script;
    this.syntax = syntax;
  }

  /** Returns the position behind the literal or name that begins at the given one, or {@link #NONE}. */
  int endOf(int start) {
    return switch (script.charAt(start)) {
      case '\'', '"' -> endOfQuote(start, start, syntax.has(Trait.BACKSLASH_ESCAPES));
      case '`' -> syntax.has(Trait.BACKTICK_NAMES) ? endOfQuote(start, start, false) : NONE;
      case '[' -> syntax.has(Trait.BRACKET_NAMES) ? endOfQuote(start, start, false) : NONE;
      case '$' -> endOfDollarQuote(start);
      case 'e', 'E' -> endOfEscapeLiteral(start);
      case 'q', 'Q' -> endOfAlternativeQuote(start, start + 1);
      case 'n', 'N' ->
        isAt(start + 1, 'q') || isAt(start + 1, 'Q')
            ? endOfAlternativeQuote(start, start + 2)
            : NONE;
      default -> NONE;
    };
  }

  private int endOfQuote(int start, int opening, boolean backslashEscapes) {
    char quote = script.charAt(opening) == '[' ? ']' : script.charAt(opening);
    int at = opening + 1;
    while (at < script.length()) {
      char c = script.charAt(at);
      if (c == '\\' && backslashEscapes) {
        at += 2;
      } else if (c != quote) {
        at++;
      } else if (isAt(at + 1, quote)) {
        at += 2;
      } else {
        return at + 1;
      }
    }
    String part = quote == '\'' ? "a literal" : "a quoted name";
    throw UnfinishedScript.at(
        script, start, part, "close it with " + quote + ", which inside is written twice.");
  }

  /** A literal goes on behind a line break, and what escapes in its first part does so in the next. */
  private int endOfEscapeLiteral(int start) {
    if (!syntax.has(Trait.ESCAPE_LITERALS) || !isAt(start + 1, '\'')) {
      return NONE;
    }
    int end = endOfQuote(start, start + 1, true);
    for (int next = continuation(end); next != NONE; next = continuation(end)) {
      end = endOfQuote(start, next, true);
    }
    return end;
  }

  private int continuation(int end) {
    int at = end;
    boolean lineBreak = false;
    while (at < script.length() && script.charAt(at) <= ' ') {
      lineBreak |= script.charAt(at) == '\n' || script.charAt(at) == '\r';
      at++;
    }
    return lineBreak && isAt(at, '\'') ? at : NONE;
  }

  private int endOfDollarQuote(int start) {
    boolean tagged = syntax.has(Trait.TAGGED_DOLLAR_QUOTES);
    if (!tagged && !syntax.has(Trait.DOLLAR_QUOTES)) {
      return NONE;
    }
    int tagEnd = start + 1;
    while (tagged && tagEnd < script.length() && isTagPart(script.charAt(tagEnd), start, tagEnd)) {
      tagEnd++;
    }
    if (!isAt(tagEnd, '$')) {
      return NONE;
    }
    String tag = script.substring(start, tagEnd + 1);
    int closing = script.indexOf(tag, tagEnd + 1);
    if (closing < 0) {
      throw UnfinishedScript.at(
          script, start, "a dollar-quoted literal", "close it with " + tag + ".");
    }
    return closing + tag.length();
  }

  /** {@code $1} is a parameter, so a tag cannot begin with a digit. */
  private static boolean isTagPart(char c, int start, int at) {
    boolean digit = c >= '0' && c <= '9';
    return c != '$' && SqlScanner.isWordPart(c) && !(digit && at == start + 1);
  }

  private int endOfAlternativeQuote(int start, int opening) {
    if (!syntax.has(Trait.ALTERNATIVE_QUOTES)
        || !isAt(opening, '\'')
        || opening + 1 == script.length()) {
      return NONE;
    }
    String closing = closingBracket(script.charAt(opening + 1)) + "'";
    int end = script.indexOf(closing, opening + 2);
    if (end < 0) {
      throw UnfinishedScript.at(script, start, "a literal", "close it with " + closing + ".");
    }
    return end + closing.length();
  }

  private static char closingBracket(char opening) {
    return switch (opening) {
      case '[' -> ']';
      case '(' -> ')';
      case '{' -> '}';
      case '<' -> '>';
      default -> opening;
    };
  }

  private boolean isAt(int position, char expected) {
    return position < script.length() && script.charAt(position) == expected;
  }
}
