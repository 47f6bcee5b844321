package dev.lambic.dialect;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.operations.NamingConvention;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Asks a database about a table that is to be built anew. */
public final class TableReader {
  private TableReader() {}

  /**
   * Returns a batch with what its table looks like, if that was not said; what hangs on the table and would be lost is
   * refused.
   *
   * @throws EnvironmentException if the database does not answer
   * @throws MigrationException if there is no such table, or it holds what cannot be carried over
   */
  public static BatchAlterTableOp complete(
      Dialect dialect, Connection connection, BatchAlterTableOp batch) {
    try {
      dialect.checkRebuild(connection, batch.table());
      if (batch.settings().copyFrom() != null) {
        return batch;
      }
      Table table = read(dialect, connection, batch.table());
      NamingConvention naming = batch.settings().namingConvention();
      return batch.copyFrom(naming == null ? table : TableRebuild.named(table, naming));
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

  private static Table read(Dialect dialect, Connection connection, TableName name)
      throws SQLException {
    Inspector inspector = Inspector.of(dialect, connection);
    List<Table> tables = inspector.read(inspector.scopeOf(name)).tables();
    if (tables.isEmpty()) {
      throw new MigrationException(Problem.of(
              ProblemId.UNKNOWN_TABLE, "The database has no table '" + name + "' to build anew.")
          .fix("correct the name, or create the table first."));
    }
    Table table = tables.get(0).named(name);
    return inspector.asItIs(table);
  }
}
