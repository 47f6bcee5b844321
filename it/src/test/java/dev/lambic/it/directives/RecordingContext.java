package dev.lambic.it.directives;

import dev.lambic.dialect.Dialects;
import dev.lambic.runtime.ContextOptions;
import dev.lambic.runtime.ExecutionOptions;
import dev.lambic.runtime.MigrationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A context that remembers the statements it was to execute, less those on the version table. */
final class RecordingContext extends MigrationContext {
  private final List<String> statements = new ArrayList<>();

  RecordingContext(Connection connection, ContextOptions options) throws SQLException {
    super(Dialects.of(connection), connection, options, null);
  }

  @Override
  public long execute(String sql, ExecutionOptions options) {
    if (!sql.contains("alembic_version")) {
      statements.add(sql);
    }
    return super.execute(sql, options);
  }

  List<String> statements() {
    return statements;
  }
}
