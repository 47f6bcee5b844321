package dev.lambic.dialect;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads from a database what a table looks like, so that it can be built anew. */
public final class TableReader {
  private TableReader() {}

  /**
   * Returns the table of a batch.
   *
   * @throws EnvironmentException if the database does not answer
   * @throws dev.lambic.error.MigrationException if there is no such table, or it holds what cannot be carried over
   */
  public static Table read(Dialect dialect, Connection connection, BatchAlterTableOp batch) {
    try {
      return dialect.readTable(connection, batch.table(), batch.settings().namingConvention());
    } catch (SQLException e) {
      throw new EnvironmentException(
          Problem.of(
                  ProblemId.CONNECTION_FAILED,
                  "The database does not say what table '" + batch.table() + "' looks like.")
              .with("database says", dialect.messageOf(e))
              .fix("run the migration as a user who may read the catalogue."),
          e);
    }
  }
}
