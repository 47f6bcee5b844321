package dev.lambic.dialect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * The compound statements of a program that have been opened and not yet closed. Most of their keywords are also names
 * and functions ({@code IF(a, b, c)}, a column {@code end}), so that where a word stands decides: a compound statement
 * opens and closes only where a statement may begin.
 */
final class OpenBlocks {
  private static final String CASE_EXPRESSION = "CASE in an expression";
  private static final Set<String> NAMED_ENDS =
      Set.of("CASE", "IF", "LOOP", "WHILE", "REPEAT", "FOR");

  private final Deque<String> open = new ArrayDeque<>();
  private boolean atStatementStart;
  private boolean inHandler;
  private boolean ending;
  private boolean endsBlock;

  /** Tells whether a word opens a compound statement where one may begin. */
  static boolean opens(String word) {
    return word.equals("BEGIN") || NAMED_ENDS.contains(word);
  }

  /** Enters the compound statement that begins with the given word. */
  void open(String word) {
    open.push(word);
    atStatementStart = word.equals("BEGIN") || word.equals("LOOP") || word.equals("REPEAT");
    inHandler = false;
  }

  boolean isOpen() {
    finishEnd("");
    return !open.isEmpty();
  }

  void word(String word) {
    if (finishEnd(word)) {
      return;
    }
    boolean wasAtStart = atStatementStart;
    atStatementStart = false;
    switch (word) {
      case "BEGIN" -> {
        if (wasAtStart || inHandler) {
          open(word);
        }
      }
      case "IF", "LOOP", "WHILE", "REPEAT", "FOR" -> {
        if (wasAtStart) {
          open(word);
        }
      }
      case "CASE" -> open(wasAtStart ? word : CASE_EXPRESSION);
      case "ATOMIC", "NOT" -> atStatementStart = wasAtStart;
      case "THEN", "ELSE" -> atStatementStart = !isInside(CASE_EXPRESSION);
      case "DO" -> atStatementStart = isInside("WHILE") || isInside("FOR");
      case "HANDLER" -> inHandler = true;
      case "END" -> end(wasAtStart);
      default -> {}
    }
  }

  void semicolon() {
    finishEnd("");
    atStatementStart = true;
    inHandler = false;
  }

  /** A statement may begin behind the colon of a label. */
  void colon() {
    finishEnd("");
    atStatementStart = true;
  }

  /** Takes whatever can be no keyword: a literal, a name, an operator. */
  void other() {
    finishEnd("");
    atStatementStart = false;
  }

  private void end(boolean wasAtStart) {
    if (isInside(CASE_EXPRESSION)) {
      open.pop();
    } else {
      ending = true;
      endsBlock = wasAtStart;
    }
  }

  /** Decides what an END has closed, now that the word behind it is known; true if that word was part of it. */
  private boolean finishEnd(String next) {
    if (!ending) {
      return false;
    }
    ending = false;
    if (NAMED_ENDS.contains(next)) {
      if (isInside(next)) {
        open.pop();
      }
      return true;
    }
    if (endsBlock) {
      closeBlock();
    }
    return false;
  }

  private void closeBlock() {
    while (!open.isEmpty() && !open.pop().equals("BEGIN")) {
      // An END alone closes a BEGIN: what stood inside it cannot have been a compound statement.
    }
  }

  private boolean isInside(String word) {
    return word.equals(open.peek());
  }
}
