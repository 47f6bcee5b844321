package dev.lambic.autogenerate;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.VersionTable;
import dev.lambic.schema.Name;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;

/**
 * What is compared, and how. Mirrors Alembic's {@code AutogenContext}.
 *
 * @param connection the database; its transaction, if it is in one, goes on
 * @param dialect the database's dialect, as {@link Dialect#connected} returns it; its naming convention names what the model
 *     leaves without a name
 * @param ownTables the tables that runs keep for themselves, which take no part
 * @param options what is compared, and what becomes of it
 */
public record AutogenerateContext(
    Connection connection,
    Dialect dialect,
    List<TableName> ownTables,
    AutogenerateOptions options) {
  public AutogenerateContext {
    Objects.requireNonNull(connection, "connection");
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(options, "options");
    ownTables = List.copyOf(ownTables);
  }

  /** Makes a context with a version table of one's own; the journal and the lock are called after it. */
  public AutogenerateContext(
      Connection connection, Dialect dialect, TableName versionTable, AutogenerateOptions options) {
    this(
        connection,
        dialect,
        ownTables(versionTable, versionTable.sibling(Name.of(versionTable.name() + "_journal"))),
        options);
  }

  /** Makes a context with Alembic's version table. */
  public AutogenerateContext(Connection connection, Dialect dialect, AutogenerateOptions options) {
    this(connection, dialect, TableName.of(VersionTable.DEFAULT_NAME), options);
  }

  /** Returns the tables that runs keep for themselves. */
  public static List<TableName> ownTables(TableName versionTable, TableName journalTable) {
    return List.of(versionTable, journalTable, new VersionTable(versionTable, true).lockTable());
  }
}
