package dev.lambic.autogenerate;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.Inspector;
import dev.lambic.dialect.VersionTable;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;

/**
 * What is compared, and how. Mirrors Alembic's {@code AutogenContext}.
 *
 * @param inspector what reads the database, or what was recorded of one
 * @param versionTable the version table, which takes no part
 * @param options what is compared, and what becomes of it
 * @param remarks what the user should know of what is read, each in one sentence
 */
public record AutogenerateContext(
    Inspector inspector,
    TableName versionTable,
    AutogenerateOptions options,
    List<String> remarks) {
  public AutogenerateContext {
    Objects.requireNonNull(inspector, "inspector");
    Objects.requireNonNull(versionTable, "versionTable");
    Objects.requireNonNull(options, "options");
    remarks = List.copyOf(remarks);
  }

  /**
   * Makes a context for a database.
   *
   * @param connection the database; its transaction, if it is in one, goes on
   * @param dialect the database's dialect, as {@link Dialect#connected} returns it; its naming convention names what the
   *     model leaves without a name
   * @throws dev.lambic.error.MigrationException if Lambic cannot read such a database
   */
  public AutogenerateContext(
      Connection connection, Dialect dialect, TableName versionTable, AutogenerateOptions options) {
    this(
        Inspector.of(
            Objects.requireNonNull(dialect, "dialect"),
            Objects.requireNonNull(connection, "connection")),
        versionTable,
        options,
        List.of());
  }

  /** Makes a context for a database with Alembic's version table. */
  public AutogenerateContext(Connection connection, Dialect dialect, AutogenerateOptions options) {
    this(connection, dialect, TableName.of(VersionTable.DEFAULT_NAME), options);
  }

  /**
   * Returns the connection to the database.
   *
   * @throws dev.lambic.error.MigrationException if there is none, because the history takes the database's place
   */
  public Connection connection() {
    return inspector.connection();
  }

  /** Returns the dialect of the database. */
  public Dialect dialect() {
    return inspector.dialect();
  }
}
