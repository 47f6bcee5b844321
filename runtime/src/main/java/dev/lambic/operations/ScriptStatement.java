package dev.lambic.operations;

import java.util.Objects;

/**
 * One statement of a SQL script.
 *
 * @param sql the text as the script has it, from the comments in front of the statement to its last character, without
 *     the terminator and the white space around it
 * @param line the line of the script on which that text begins; the first line is 1
 */
public record ScriptStatement(String sql, int line) {
  public ScriptStatement {
    Objects.requireNonNull(sql, "sql");
  }
}
