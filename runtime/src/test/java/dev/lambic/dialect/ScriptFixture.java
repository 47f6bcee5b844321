package dev.lambic.dialect;

import dev.lambic.operations.ScriptStatement;
import java.util.List;

final class ScriptFixture {
  private ScriptFixture() {}

  /** Returns the texts of the statements of a script. */
  static List<String> split(ScriptSyntax syntax, String script) {
    return StatementSplitter.split(script, syntax).stream()
        .map(ScriptStatement::sql)
        .toList();
  }
}
