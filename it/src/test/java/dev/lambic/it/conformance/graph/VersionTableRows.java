package dev.lambic.it.conformance.graph;

import dev.lambic.error.LambicException;
import dev.lambic.it.conformance.Differences;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.runtime.HeadMaintainer;
import dev.lambic.runtime.MigrationStep;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The version table of a real database, which steps are applied to. */
final class VersionTableRows implements AutoCloseable {
  /** What a step did: the statements that reached the database, and the rows that it holds since, sorted. */
  record Trace(List<RowOperation> operations, List<String> rows) {}

  /** What the steps did, as far as they came: the error, if there is one, is that of the step after the last. */
  record Run(List<Trace> traces, LambicException error) {
    boolean isComplete() {
      return error == null;
    }
  }

  private final Connection connection;
  private final RecordingContext context;
  private final PreparedStatement select;

  private VersionTableRows(Connection connection) throws SQLException {
    this.connection = connection;
    this.context = new RecordingContext(connection);
    context.invoke(new CreateTableOp(context.opts().versionTable().definition()));
    this.select = connection.prepareStatement("SELECT version_num FROM alembic_version");
  }

  static VersionTableRows open() {
    try {
      return new VersionTableRows(DriverManager.getConnection("jdbc:h2:mem:"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes the table hold these rows and no others; a row that is given twice is there once, as its key demands. */
  void reset(List<String> rows) {
    try (Statement delete = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO alembic_version VALUES (?)")) {
      delete.executeUpdate("DELETE FROM alembic_version");
      for (String row : new LinkedHashSet<>(rows)) {
        insert.setString(1, row);
        insert.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the rows, sorted. */
  List<String> rows() {
    try (ResultSet result = select.executeQuery()) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return Json.sorted(rows);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Applies steps to the table, which must hold the rows. */
  Run apply(List<? extends MigrationStep> steps, List<String> rows, Differences found) {
    HeadMaintainer maintainer =
        new HeadMaintainer(context, rows.stream().distinct().toList());
    List<Trace> traces = new ArrayList<>();
    for (MigrationStep step : steps) {
      context.takeStatements();
      try {
        maintainer.updateToStep(step);
      } catch (LambicException e) {
        return new Run(traces, e);
      }
      Trace trace =
          new Trace(context.takeStatements().stream().map(RowOperation::ofSql).toList(), rows());
      found.equal(
          step + ": heads() of the maintainer", trace.rows(), Json.sorted(maintainer.heads()));
      traces.add(trace);
    }
    return new Run(traces, null);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
