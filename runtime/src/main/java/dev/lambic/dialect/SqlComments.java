package dev.lambic.dialect;

import dev.lambic.dialect.ScriptSyntax.Trait;

/** Finds the ends of comments. */
final class SqlComments {
  static final int NONE = -1;

  private final String script;
  private final ScriptSyntax syntax;

  SqlComments(String script, ScriptSyntax syntax) {
    this.script = script;
    this.syntax = syntax;
  }

  /** Returns the position behind the comment that begins at the given one, or {@link #NONE}. */
  int endOf(int start) {
    if (script.startsWith("/*", start)) {
      return endOfBlock(start);
    }
    return startsLine(start) ? endOfLine(start) : NONE;
  }

  /** Returns the length of what opens a comment whose inside is executed, or 0 where none begins. */
  int executableOpening(int start) {
    if (!syntax.has(Trait.EXECUTABLE_COMMENTS)) {
      return 0;
    }
    return script.startsWith("/*!", start) ? 3 : script.startsWith("/*M!", start) ? 4 : 0;
  }

  private boolean startsLine(int start) {
    return switch (script.charAt(start)) {
      case '-' ->
        script.startsWith("--", start)
            && (!syntax.has(Trait.SPACED_DASH_COMMENTS) || isBlankAt(start + 2));
      case '#' -> syntax.has(Trait.HASH_COMMENTS);
      case '/' -> syntax.has(Trait.SLASH_COMMENTS) && script.startsWith("//", start);
      default -> false;
    };
  }

  private boolean isBlankAt(int position) {
    return position == script.length() || script.charAt(position) <= ' ';
  }

  private int endOfLine(int start) {
    int at = start;
    while (at < script.length() && !SqlScanner.isLineBreak(script.charAt(at))) {
      at++;
    }
    return at;
  }

  private int endOfBlock(int start) {
    int depth = 1;
    int at = start + 2;
    while (at < script.length()) {
      if (script.startsWith("*/", at)) {
        at += 2;
        depth--;
        if (depth == 0) {
          return at;
        }
      } else if (syntax.has(Trait.NESTED_COMMENTS) && script.startsWith("/*", at)) {
        at += 2;
        depth++;
      } else {
        at++;
      }
    }
    String remedy = syntax.has(Trait.NESTED_COMMENTS)
        ? "close it with */, once for each /* inside it."
        : "close it with */.";
    throw UnfinishedScript.at(script, start, "a comment", remedy);
  }
}
