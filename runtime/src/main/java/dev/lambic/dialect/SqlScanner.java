package dev.lambic.dialect;

import dev.lambic.dialect.ScriptSyntax.Trait;
import java.util.Locale;

/** Reads a script token by token, each from {@link #start()} to {@link #end()}, with nothing left out in between. */
final class SqlScanner {
  enum Token {
    /** White space, up to the end of a line. */
    SPACE,
    /** A comment whose inside is not executed. */
    COMMENT,
    /** A keyword, or a name without quotes. */
    WORD,
    /** A literal, a number, or a name in quotes. */
    OPERAND,
    /** What opens or closes a comment whose inside is executed. */
    COMMENT_MARK,
    /** Any other character. */
    SYMBOL,
    /** What ends a statement: a semicolon, or what {@code DELIMITER} put in its place. */
    DELIMITER,
    /** The line that ends a statement. */
    SEPARATOR,
    /** The end of the script. */
    END
  }

  private static final String SEMICOLON = ";";
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int NONE = -1;

  private final String script;
  private final SqlComments comments;
  private final SqlQuotes quotes;
  private final SqlSeparators separators;
  private String delimiter = SEMICOLON;
  private int start;
  private int end;
  private int executableComment = NONE;

  SqlScanner(String script, ScriptSyntax syntax) {
    this.script = script;
    this.comments = new SqlComments(script, syntax);
    this.quotes = new SqlQuotes(script, syntax);
    this.separators = new SqlSeparators(script, syntax.separator(), comments);
    if (syntax.has(Trait.BATCHES)) {
      delimiter = "";
    }
  }

  /** Returns the word that a statement begins with, in upper case; empty when it begins with something else. */
  static String firstWord(String statement, ScriptSyntax syntax) {
    SqlScanner scanner = new SqlScanner(statement, syntax);
    Token token = scanner.next();
    while (token == Token.SPACE || token == Token.COMMENT || token == Token.COMMENT_MARK) {
      token = scanner.next();
    }
    return token == Token.WORD ? scanner.word() : "";
  }

  /** Moves on to the next token. */
  Token next() {
    start = end;
    if (start == script.length()) {
      return endOfScript();
    }
    if (isAtLineStart() && scanTo(separators.endOf(start))) {
      return Token.SEPARATOR;
    }
    if (executableComment == NONE && isDelimiterAt(start)) {
      end = start + delimiter.length();
      return Token.DELIMITER;
    }
    if (scanCommentMark()) {
      return Token.COMMENT_MARK;
    }
    if (scanSpace()) {
      return Token.SPACE;
    }
    if (scanTo(comments.endOf(start))) {
      return Token.COMMENT;
    }
    if (scanTo(quotes.endOf(start)) || scanNumber()) {
      return Token.OPERAND;
    }
    if (scanWord()) {
      return Token.WORD;
    }
    end = start + 1;
    return Token.SYMBOL;
  }

  /** Returns the position of the first character of the token. */
  int start() {
    return start;
  }

  /** Returns the position behind the last character of the token. */
  int end() {
    return end;
  }

  /** Returns the word that was read, in upper case. */
  String word() {
    return script.substring(start, end).toUpperCase(Locale.ROOT);
  }

  /** Returns the symbol that was read. */
  char symbol() {
    return script.charAt(start);
  }

  /** Returns how often the separator that was read wants the statement in front of it to run. */
  int repetitions() {
    return separators.repetitions();
  }

  /** Tells whether a semicolon ends a statement, and not another delimiter or a separator alone. */
  boolean endsAtSemicolon() {
    return delimiter.equals(SEMICOLON);
  }

  /** Takes what follows the word DELIMITER for the new delimiter; false when nothing follows on its line. */
  boolean scanDelimiterCommand() {
    int argument = end;
    while (argument < script.length() && isBlank(script.charAt(argument))) {
      argument++;
    }
    int argumentEnd = argument;
    while (argumentEnd < script.length() && script.charAt(argumentEnd) > ' ') {
      argumentEnd++;
    }
    if (argument == end || argumentEnd == argument) {
      return false;
    }
    delimiter = script.substring(argument, argumentEnd);
    end = argumentEnd;
    while (end < script.length() && !isLineBreak(script.charAt(end))) {
      end++;
    }
    return true;
  }

  private Token endOfScript() {
    if (executableComment != NONE) {
      throw UnfinishedScript.at(script, executableComment, "a comment", "close it with */.");
    }
    return Token.END;
  }

  private boolean isAtLineStart() {
    return start == 0 || isLineBreak(script.charAt(start - 1));
  }

  private boolean isDelimiterAt(int position) {
    return !delimiter.isEmpty() && script.startsWith(delimiter, position);
  }

  private boolean scanCommentMark() {
    int opening = comments.executableOpening(start);
    if (executableComment == NONE && opening > 0) {
      executableComment = start;
      return scanTo(start + opening);
    }
    if (executableComment != NONE && script.startsWith("*/", start)) {
      executableComment = NONE;
      return scanTo(start + 2);
    }
    return false;
  }

  private boolean scanSpace() {
    while (end < script.length() && isSpace(script.charAt(end))) {
      end++;
      if (isLineBreak(script.charAt(end - 1))) {
        break;
      }
    }
    return end > start;
  }

  private boolean scanNumber() {
    return isDigit(script.charAt(start)) && scanWordParts(false);
  }

  private boolean scanWord() {
    return isWordStart(script.charAt(start)) && scanWordParts(true);
  }

  /** Takes what belongs to the word; a delimiter such as {@code $$} may follow it without a gap. */
  private boolean scanWordParts(boolean withDollar) {
    end = start + 1;
    while (end < script.length()
        && isWordPart(script.charAt(end))
        && (withDollar || script.charAt(end) != '$')
        && (executableComment != NONE || !isDelimiterAt(end))) {
      end++;
    }
    return true;
  }

  private boolean scanTo(int position) {
    if (position == NONE) {
      return false;
    }
    end = position;
    return true;
  }

  private boolean isSpace(char c) {
    return c <= ' ' || (c == BYTE_ORDER_MARK && start == 0);
  }

  static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Tells whether a character may stand in a word; all beyond ASCII may. */
  static boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c) || c == '$';
  }

  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }
}
