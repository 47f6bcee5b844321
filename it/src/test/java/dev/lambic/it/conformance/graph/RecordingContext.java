package dev.lambic.it.conformance.graph;

import dev.lambic.dialect.Dialects;
import dev.lambic.runtime.ContextOptions;
import dev.lambic.runtime.ExecutionOptions;
import dev.lambic.runtime.MigrationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A context that remembers the statements it has executed. */
final class RecordingContext extends MigrationContext {
  private final List<String> statements = new ArrayList<>();

  RecordingContext(Connection connection) throws SQLException {
    super(
        Dialects.of(connection),
        connection,
        ContextOptions.builder().connection(connection).build(),
        null);
  }

  @Override
  public long execute(String sql, ExecutionOptions options) {
    long changed = super.execute(sql, options);
    statements.add(sql);
    return changed;
  }

  /** Returns the statements since the last call. */
  List<String> takeStatements() {
    List<String> taken = List.copyOf(statements);
    statements.clear();
    return taken;
  }
}
