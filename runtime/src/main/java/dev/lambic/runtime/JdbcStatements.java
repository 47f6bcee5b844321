package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Hands statements to a database as they are. */
final class JdbcStatements {
  private JdbcStatements() {}

  /** Executes a statement and all that it yields, and returns how many rows it changed. */
  static long execute(
      Connection connection, Dialect dialect, String sql, ExecutionOptions options) {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(options.escapeProcessing());
      if (!options.timeout().isZero()) {
        statement.setQueryTimeout(options.timeoutSeconds());
      }
      boolean hasRows = statement.execute(sql);
      long changed = hasRows ? 0 : Math.max(statement.getUpdateCount(), 0);
      // A statement may yield several results, and the error may come with the last.
      while (statement.getMoreResults() || statement.getUpdateCount() != -1) {
        hasRows = true;
      }
      return changed;
    } catch (SQLException e) {
      throw Failures.statementFailed(dialect, sql, e);
    }
  }
}
