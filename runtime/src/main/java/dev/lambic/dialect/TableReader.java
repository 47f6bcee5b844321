package dev.lambic.dialect;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import java.sql.Connection;
import java.sql.SQLException;

/** Asks a database about a table that is to be built anew. */
public final class TableReader {
  private TableReader() {}

  /**
   * Returns a batch with what its table looks like, if that was not said; what hangs on the table and would be lost is
   * refused.
   *
   * @throws EnvironmentException if the database does not answer
   * @throws dev.lambic.error.MigrationException if there is no such table, or it holds what cannot be carried over
   */
  public static BatchAlterTableOp complete(
      Dialect dialect, Connection connection, BatchAlterTableOp batch) {
    try {
      dialect.checkRebuild(connection, batch.table());
      return batch.settings().copyFrom() != null
          ? batch
          : batch.copyFrom(
              dialect.readTable(connection, batch.table(), batch.settings().namingConvention()));
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
