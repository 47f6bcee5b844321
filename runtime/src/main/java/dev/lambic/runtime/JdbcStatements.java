package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Hands statements to a database as they are. */
final class JdbcStatements {
  private JdbcStatements() {}

  /** Executes a statement and all that it yields, and returns how many rows it changed. */
  static long execute(Connection connection, Dialect dialect, RunLimits limits, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      Duration timeout = limits.statementTimeout();
      if (timeout != null && dialect.statementTimeout().isEmpty()) {
        statement.setQueryTimeout(Math.toIntExact(timeout.plusMillis(999).toSeconds()));
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
