package dev.lambic.dialect;

import dev.lambic.dialect.ScriptSyntax.Trait;
import dev.lambic.dialect.SqlScanner.Token;
import dev.lambic.error.MigrationException;
import dev.lambic.operations.ScriptStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Cuts a SQL script into its statements where the database, or its own command line client, would. The text of a
 * statement is not changed; comments stay with the statement that follows them or that they stand in. Takes time in
 * proportion to the length of the script.
 */
final class StatementSplitter {
  private static final int NONE = -1;

  private final String script;
  private final ScriptSyntax syntax;
  private final SqlScanner scanner;
  private final List<ScriptStatement> statements = new ArrayList<>();

  private StatementBody body;
  private int textStart = NONE;
  private int codeStart = NONE;
  private int textEnd;
  private int linesCountedTo;
  private int line = 1;

  private StatementSplitter(String script, ScriptSyntax syntax) {
    this.script = script;
    this.syntax = syntax;
    this.scanner = new SqlScanner(script, syntax);
    this.body = new StatementBody(syntax);
  }

  /**
   * Returns the statements of a script in order, without those that consist of comments alone.
   *
   * @throws MigrationException if the script ends inside a literal, a quoted name, a comment or a body
   */
  static List<ScriptStatement> split(String script, ScriptSyntax syntax) {
    return new StatementSplitter(script, syntax).split();
  }

  private List<ScriptStatement> split() {
    for (Token token = scanner.next(); token != Token.END; token = scanner.next()) {
      switch (token) {
        case SPACE -> {}
        case COMMENT -> takeText();
        case COMMENT_MARK -> takeCode();
        case WORD -> takeWord();
        case OPERAND -> {
          takeCode();
          body.operand();
        }
        case SYMBOL -> {
          takeCode();
          body.symbol(scanner.symbol());
        }
        case DELIMITER -> takeDelimiter();
        case SEPARATOR -> endStatement(scanner.repetitions());
        case END -> throw new AssertionError("the loop has ended");
      }
    }
    requireFinishedStatement();
    endStatement(1);
    return Collections.unmodifiableList(statements);
  }

  private void takeText() {
    if (textStart == NONE) {
      textStart = scanner.start();
    }
    textEnd = scanner.end();
  }

  private void takeCode() {
    takeText();
    if (codeStart == NONE) {
      codeStart = scanner.start();
    }
  }

  private void takeWord() {
    if (codeStart == NONE && isDelimiterCommand()) {
      forgetStatement();
      return;
    }
    takeCode();
    if (body.listens()) {
      body.word(scanner.word());
      requireSeparator();
    }
  }

  private boolean isDelimiterCommand() {
    return syntax.has(Trait.DELIMITER_COMMAND)
        && scanner.word().equals("DELIMITER")
        && scanner.scanDelimiterCommand();
  }

  private void requireSeparator() {
    if (body.overrunsSeparator()) {
      throw unfinishedStatement();
    }
  }

  private void takeDelimiter() {
    if (scanner.endsAtSemicolon() && !body.semicolonEnds()) {
      takeCode();
      body.symbol(';');
    } else {
      endStatement(1);
    }
  }

  private void requireFinishedStatement() {
    if (scanner.endsAtSemicolon() && body.isUnfinished()) {
      throw unfinishedStatement();
    }
  }

  private MigrationException unfinishedStatement() {
    return UnfinishedScript.at(script, codeStart, "a statement", body.remedy());
  }

  private void endStatement(int repetitions) {
    if (codeStart != NONE) {
      line += UnfinishedScript.lineBreaks(script, linesCountedTo, textStart);
      linesCountedTo = textStart;
      statements.addAll(Collections.nCopies(repetitions, new ScriptStatement(text(), line)));
    }
    forgetStatement();
  }

  private String text() {
    String text = script.substring(textStart, textEnd).trim();
    boolean cut = body.dropsLastSemicolon() && text.endsWith(";");
    return cut ? text.substring(0, text.length() - 1).trim() : text;
  }

  private void forgetStatement() {
    textStart = NONE;
    codeStart = NONE;
    body = new StatementBody(syntax);
  }
}
