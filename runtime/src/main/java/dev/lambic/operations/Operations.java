package dev.lambic.operations;

import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.operations.MigrateOperation.ExecuteSqlOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Schema;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableElement;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.util.Objects;

/**
 * What a migration can do; handed to it as {@code op}. Each directive is carried out when it is called. Names given as
 * strings are quoted by the dialect where the database needs it. Mirrors Alembic's {@code op}.
 *
 * <pre>{@code
 * op.addColumn("account", column("email", string(320)).notNull().serverDefault(""));
 * op.createIndex(index("ix_account_email").on("account", "email").unique());
 * op.execute("UPDATE account SET email = lower(email)");
 * }</pre>
 *
 * <p>A statement that fails ends the migration with a {@link dev.lambic.error.MigrationException}. Not safe for use by
 * several threads.
 */
public final class Operations {
  private final OperationTarget target;

  /** Makes the facade over a target; Lambic does this for every migration that it runs. */
  public Operations(OperationTarget target) {
    this.target = Objects.requireNonNull(target, "target");
  }

  /** Creates a table of columns and constraints. */
  public void createTable(String name, TableElement... elements) {
    createTable(Table.of(name, elements));
  }

  /** Creates a table. */
  public void createTable(Table table) {
    invoke(new CreateTableOp(table));
  }

  /** Drops a table and all that is in it. */
  public void dropTable(String name) {
    dropTable(TableName.of(name));
  }

  /** Drops a table and all that is in it. */
  public void dropTable(TableName name) {
    invoke(new DropTableOp(name, null));
  }

  /** Adds a column. One that is not null needs a default when the table has rows. */
  public void addColumn(String table, Column column) {
    addColumn(TableName.of(table), column);
  }

  /** Adds a column. One that is not null needs a default when the table has rows. */
  public void addColumn(TableName table, Column column) {
    invoke(new AddColumnOp(table, column));
  }

  /** Drops a column and its values. */
  public void dropColumn(String table, String column) {
    dropColumn(TableName.of(table), column);
  }

  /** Drops a column and its values. */
  public void dropColumn(TableName table, String column) {
    invoke(new DropColumnOp(table, Name.of(column), null));
  }

  /** Creates an index over columns of a table. */
  public void createIndex(String name, String table, String... columns) {
    createIndex(Schema.index(name).on(table, columns));
  }

  /** Creates an index, described as {@code index("ix_account_email").on("account", "email").unique()}. */
  public void createIndex(Index index) {
    invoke(new CreateIndexOp(index));
  }

  /** Drops an index of a table. */
  public void dropIndex(String name, String table) {
    dropIndex(name, TableName.of(table));
  }

  /** Drops an index of a table. */
  public void dropIndex(String name, TableName table) {
    invoke(new DropIndexOp(Name.of(name), table, null));
  }

  /**
   * Executes one SQL statement, handed to the database as it is.
   *
   * @return how many rows it changed, as far as the database says
   */
  public long execute(String sql) {
    return invoke(new ExecuteSqlOp(sql));
  }

  /**
   * Executes a script of several SQL statements, one after the other. It is cut where the database itself would end a
   * statement: not inside quotes, comments, dollar quotes or the body of a procedure.
   */
  public void executeScript(String script) {
    for (String statement : target.statementsOf(script)) {
      execute(statement);
    }
  }

  /**
   * Carries out an operation that was made elsewhere.
   *
   * @return how many rows it changed, as far as the database says
   */
  public long invoke(MigrateOperation operation) {
    return target.invoke(operation);
  }

  /**
   * Returns the connection that the migration runs on, for queries. It is inside the migration's transaction: leave
   * commit, rollback and close to Lambic.
   */
  public Connection getBind() {
    return target.getBind();
  }
}
