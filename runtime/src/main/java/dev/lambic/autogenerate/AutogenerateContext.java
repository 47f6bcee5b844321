package dev.lambic.autogenerate;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.VersionTable;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.util.Objects;

/**
 * What is compared, and how. Mirrors Alembic's {@code AutogenContext}.
 *
 * @param connection the database; its transaction, if it is in one, goes on
 * @param dialect the database's dialect, as {@link Dialect#connected} returns it; its naming convention names what the model
 *     leaves without a name
 * @param versionTable the version table, which takes no part
 * @param options what is compared, and what becomes of it
 */
public record AutogenerateContext(
    Connection connection, Dialect dialect, TableName versionTable, AutogenerateOptions options) {
  public AutogenerateContext {
    Objects.requireNonNull(connection, "connection");
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(versionTable, "versionTable");
    Objects.requireNonNull(options, "options");
  }

  /** Makes a context with Alembic's version table. */
  public AutogenerateContext(Connection connection, Dialect dialect, AutogenerateOptions options) {
    this(connection, dialect, TableName.of(VersionTable.DEFAULT_NAME), options);
  }
}
