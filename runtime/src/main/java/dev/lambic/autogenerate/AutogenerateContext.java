package dev.lambic.autogenerate;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.Inspector;
import dev.lambic.dialect.VersionTable;
import dev.lambic.schema.Name;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;

/**
 * What is compared, and how. Mirrors Alembic's {@code AutogenContext}.
 *
 * @param inspector what reads the database, or what was recorded of one
 * @param ownTables the tables that runs keep for themselves, which take no part
 * @param options what is compared, and what becomes of it
 * @param remarks what the user should know of what is read, each in one sentence
 */
public record AutogenerateContext(
    Inspector inspector,
    List<TableName> ownTables,
    AutogenerateOptions options,
    List<String> remarks) {
  public AutogenerateContext {
    Objects.requireNonNull(inspector, "inspector");
    Objects.requireNonNull(options, "options");
    ownTables = List.copyOf(ownTables);
    remarks = List.copyOf(remarks);
  }

  /**
   * Makes a context for a database.
   *
   * @param connection the database; its transaction, if it is in one, goes on
   * @param dialect the database's dialect, as {@link Dialect#connected} returns it; its naming convention names what the
   *     model leaves without a name
   * @param ownTables the tables that runs keep for themselves, which take no part
   * @throws dev.lambic.error.MigrationException if Lambic cannot read such a database
   */
  public AutogenerateContext(
      Connection connection,
      Dialect dialect,
      List<TableName> ownTables,
      AutogenerateOptions options) {
    this(
        Inspector.of(
            Objects.requireNonNull(dialect, "dialect"),
            Objects.requireNonNull(connection, "connection")),
        ownTables,
        options,
        List.of());
  }

  /**
   * Makes a context for a database with a version table of one's own; the journal and the lock are called after it.
   *
   * @throws dev.lambic.error.MigrationException if Lambic cannot read such a database
   */
  public AutogenerateContext(
      Connection connection, Dialect dialect, TableName versionTable, AutogenerateOptions options) {
    this(connection, dialect, ownTables(versionTable), options);
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

  /** Returns the same with other options. */
  public AutogenerateContext with(AutogenerateOptions changed) {
    return new AutogenerateContext(inspector, ownTables, changed, remarks);
  }

  /** Returns the tables that runs keep for themselves, where the journal is called after the version table. */
  static List<TableName> ownTables(TableName versionTable) {
    return ownTables(versionTable, versionTable.sibling(Name.of(versionTable.name() + "_journal")));
  }

  /** Returns the tables that runs keep for themselves. */
  public static List<TableName> ownTables(TableName versionTable, TableName journalTable) {
    return List.of(versionTable, journalTable, new VersionTable(versionTable, true).lockTable());
  }
}
