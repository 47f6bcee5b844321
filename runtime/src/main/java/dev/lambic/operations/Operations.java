package dev.lambic.operations;

import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.AddEnumValueOp;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.operations.MigrateOperation.BulkInsertOp;
import dev.lambic.operations.MigrateOperation.CreateEnumOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateSchemaOp;
import dev.lambic.operations.MigrateOperation.CreateSequenceOp;
import dev.lambic.operations.MigrateOperation.CreateTableCommentOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropConstraintOp;
import dev.lambic.operations.MigrateOperation.DropEnumOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.operations.MigrateOperation.DropSchemaOp;
import dev.lambic.operations.MigrateOperation.DropSequenceOp;
import dev.lambic.operations.MigrateOperation.DropTableCommentOp;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.operations.MigrateOperation.EnumUse;
import dev.lambic.operations.MigrateOperation.ExecuteSqlOp;
import dev.lambic.operations.MigrateOperation.ExecuteStatementOp;
import dev.lambic.operations.MigrateOperation.RenameEnumValueOp;
import dev.lambic.operations.MigrateOperation.RenameTableOp;
import dev.lambic.operations.MigrateOperation.ReplaceEnumValuesOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.ConstraintKind;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Schema;
import dev.lambic.schema.Sequence;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableElement;
import dev.lambic.schema.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
 * <p>What has no method of its own here ({@code IF EXISTS}, options of one database) is said with the operation's record:
 * {@code op.invoke(new DropTableOp(TableName.of("account"), true, null))}.
 *
 * <p>A statement that fails ends the migration with a {@link MigrationException}; so does, before anything runs, what the
 * database cannot do. Not safe for use by several threads.
 */
public final class Operations {
  private final OperationTarget target;

  /** Makes the facade over a target; Lambic does this for every migration that it runs. */
  public Operations(OperationTarget target) {
    this.target = Objects.requireNonNull(target, "target");
  }

  /** Creates a table of columns, constraints and indexes. */
  public Table createTable(String name, TableElement... elements) {
    return createTable(Table.of(name, elements));
  }

  /**
   * Creates a table.
   *
   * @return the table, for {@link #bulkInsert}
   */
  public Table createTable(Table table) {
    invoke(new CreateTableOp(table));
    return table;
  }

  /** Drops a table and all that is in it. */
  public void dropTable(String name) {
    dropTable(TableName.of(name));
  }

  /** Drops a table and all that is in it. */
  public void dropTable(TableName name) {
    invoke(new DropTableOp(name, null));
  }

  /** Drops a table, described as it is: the enumerations that were created with it go too (PostgreSQL). */
  public void dropTable(Table table) {
    invoke(new DropTableOp(table.name(), table));
  }

  /** Gives a table another name. */
  public void renameTable(String name, String newName) {
    renameTable(TableName.of(name), newName);
  }

  /** Gives a table another name in its schema. */
  public void renameTable(TableName name, String newName) {
    invoke(new RenameTableOp(name, Name.of(newName)));
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

  /** Drops a column, described as it is: what was created with it goes too. */
  public void dropColumn(String table, Column column) {
    dropColumn(TableName.of(table), column);
  }

  /** Drops a column, described as it is: what was created with it goes too. */
  public void dropColumn(TableName table, Column column) {
    invoke(new DropColumnOp(table, column.name(), column));
  }

  /** Changes a column: {@code op.alterColumn("account", change("name").type(text()).existingType(string(50)))}. */
  public void alterColumn(String table, ColumnChange change) {
    alterColumn(TableName.of(table), change);
  }

  /** Changes a column; see {@link ColumnChange}. */
  public void alterColumn(TableName table, ColumnChange change) {
    invoke(new AlterColumnOp(table, change));
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

  /** Drops an index of a table. */
  public void dropIndex(Name name, String table) {
    dropIndex(name, TableName.of(table));
  }

  /** Drops an index of a table. */
  public void dropIndex(Name name, TableName table) {
    invoke(new DropIndexOp(name, table, null));
  }

  /** Drops an index, described as it is; one without a name has that of the naming convention. */
  public void dropIndex(Index index) {
    invoke(new DropIndexOp(
        index.name(), index.table(), index.table().schema(), false, index.options(), index));
  }

  /** Adds a primary key to a table. */
  public void createPrimaryKey(String name, String table, String... columns) {
    createConstraint(TableName.of(table), Schema.primaryKey(columns).named(name));
  }

  /** Adds a unique constraint to a table. */
  public void createUniqueConstraint(String name, String table, String... columns) {
    createConstraint(TableName.of(table), Schema.unique(columns).named(name));
  }

  /** Adds a condition, as SQL, that every row of a table meets. */
  public void createCheckConstraint(String name, String table, String condition) {
    createConstraint(TableName.of(table), Schema.check(condition).named(name));
  }

  /** Adds a foreign key to a table, described as {@code foreignKey("owner_id").references("account", "id")}. */
  public void createForeignKey(String name, String table, ForeignKey key) {
    createConstraint(TableName.of(table), key.named(name));
  }

  /** Adds an exclusion constraint to a table, described as {@code exclude("during", "&&")} (PostgreSQL). */
  public void createExcludeConstraint(String name, String table, Constraint.Exclude exclusion) {
    createConstraint(TableName.of(table), exclusion.named(name));
  }

  /** Adds a constraint of any kind to a table; one without a name gets it from the naming convention or the database. */
  public void createConstraint(String table, Constraint constraint) {
    createConstraint(TableName.of(table), constraint);
  }

  /** Adds a constraint of any kind to a table; one without a name gets it from the naming convention or the database. */
  public void createConstraint(TableName table, Constraint constraint) {
    invoke(new AddConstraintOp(table, constraint));
  }

  /** Drops a constraint. MySQL wants to know its kind: see the other form. */
  public void dropConstraint(String name, String table) {
    invoke(new DropConstraintOp(TableName.of(table), Name.of(name), null, false, null));
  }

  /** Drops a constraint of a kind. */
  public void dropConstraint(String name, String table, ConstraintKind kind) {
    invoke(new DropConstraintOp(TableName.of(table), Name.of(name), kind, false, null));
  }

  /** Drops a constraint of a kind. */
  public void dropConstraint(Name name, String table, ConstraintKind kind) {
    dropConstraint(name, TableName.of(table), kind);
  }

  /** Drops a constraint of a kind. */
  public void dropConstraint(Name name, TableName table, ConstraintKind kind) {
    invoke(new DropConstraintOp(table, name, kind, false, null));
  }

  /** Drops a constraint, described as it is; one without a name has that of the naming convention. */
  public void dropConstraint(TableName table, Constraint constraint) {
    invoke(new DropConstraintOp(table, constraint.name(), constraint.kind(), false, constraint));
  }

  /** Says something about a table in the database. */
  public void createTableComment(String table, String comment) {
    invoke(new CreateTableCommentOp(TableName.of(table), comment, null));
  }

  /** Says something else about a table of which the database says something already. */
  public void createTableComment(String table, String comment, String existing) {
    invoke(new CreateTableCommentOp(TableName.of(table), comment, existing));
  }

  /** Takes away what the database says about a table. */
  public void dropTableComment(String table) {
    invoke(new DropTableCommentOp(TableName.of(table), null));
  }

  /** Creates a sequence. */
  public void createSequence(Sequence sequence) {
    invoke(new CreateSequenceOp(sequence, false));
  }

  /** Drops a sequence. */
  public void dropSequence(String name) {
    invoke(new DropSequenceOp(TableName.of(name), false, null));
  }

  /** Creates a schema. */
  public void createSchema(String name) {
    invoke(new CreateSchemaOp(Name.of(name), false));
  }

  /** Drops an empty schema. */
  public void dropSchema(String name) {
    invoke(new DropSchemaOp(Name.of(name), false, false));
  }

  /** Creates the database's own type for an enumeration (PostgreSQL). */
  public void createEnum(EnumType type) {
    invoke(new CreateEnumOp(type));
  }

  /** Drops the database's own type for an enumeration (PostgreSQL). */
  public void dropEnum(String name) {
    invoke(new DropEnumOp(TableName.of(name), false, null));
  }

  /**
   * Adds a value at the end of an enumeration (PostgreSQL). No statement of the same transaction can use it; see {@link
   * #autocommitBlock}.
   */
  public void addEnumValue(String type, String value) {
    invoke(new AddEnumValueOp(TableName.of(type), value, false, null, false));
  }

  /** Adds a value in front of another one (PostgreSQL). */
  public void addEnumValueBefore(String type, String value, String neighbour) {
    invoke(new AddEnumValueOp(TableName.of(type), value, false, neighbour, false));
  }

  /** Adds a value behind another one (PostgreSQL). */
  public void addEnumValueAfter(String type, String value, String neighbour) {
    invoke(new AddEnumValueOp(TableName.of(type), value, false, neighbour, true));
  }

  /** Gives a value of an enumeration another name (PostgreSQL). */
  public void renameEnumValue(String type, String value, String newValue) {
    invoke(new RenameEnumValueOp(TableName.of(type), value, newValue));
  }

  /**
   * Replaces the values of an enumeration that is in use (PostgreSQL): values may go, come, and change their order.
   *
   * @param type the enumeration as it is to be
   * @param replacements what becomes of values that go, in rows and defaults: from the old to the new
   * @param uses the columns of that type
   */
  public void replaceEnumValues(EnumType type, Map<String, String> replacements, EnumUse... uses) {
    invoke(new ReplaceEnumValuesOp(type, List.of(), List.of(uses), replacements));
  }

  /**
   * Inserts rows into a table, each given as the values of its columns in order.
   *
   * @param columns the columns, with the types that say how a value is written
   */
  public void bulkInsert(
      String table, List<Column> columns, List<? extends List<? extends @Nullable Object>> rows) {
    List<List<@Nullable Object>> values =
        rows.stream().<List<@Nullable Object>>map(ArrayList::new).toList();
    invoke(new BulkInsertOp(TableName.of(table), columns, values, true));
  }

  /**
   * Inserts rows into a table, each given as values by the names of columns; what a row leaves out gets its default.
   *
   * @param table the table, as {@link #createTable(Table)} returns it
   */
  public void bulkInsert(
      Table table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    RowsByColumns.of(table, rows).forEach(this::invoke);
  }

  /** Returns a value written as a literal wherever an expression may stand. */
  public Expression inlineLiteral(@Nullable Object value) {
    return Schema.literal(value);
  }

  /** Returns a value of a type, written as a literal wherever an expression may stand. */
  public Expression inlineLiteral(@Nullable Object value, SqlType type) {
    return new Expression.Literal(value, type);
  }

  /**
   * Changes a table by several operations at once. Where the database cannot change it in place (SQLite, mostly), the table
   * is built anew under another name, its rows are copied, and it takes the old one's place; named constraints, indexes,
   * defaults and foreign keys stay.
   */
  public void batchAlterTable(String table, Consumer<BatchOperations> changes) {
    batchAlterTable(TableName.of(table), BatchSettings.AUTO, changes);
  }

  /** Changes a table by several operations at once; the settings say when it is built anew. */
  public void batchAlterTable(
      TableName table, BatchSettings settings, Consumer<BatchOperations> changes) {
    BatchOperations batch = new BatchOperations(table);
    changes.accept(batch);
    invoke(new BatchAlterTableOp(table, batch.operations(), settings));
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
   * Executes one SQL statement with values in the place of its names: {@code statement("UPDATE t SET a =
   * :a").bind("a", 5)}.
   *
   * @return how many rows it changed, as far as the database says
   */
  public long execute(SqlStatement statement) {
    return invoke(new ExecuteStatementOp(statement));
  }

  /**
   * Executes a script of several SQL statements, one after the other. It is cut where the database itself would end a
   * statement: not inside quotes, comments, dollar quotes or the body of a procedure.
   */
  public void executeScript(String script) {
    executeScript(script, "of the script");
  }

  private void executeScript(String script, String of) {
    for (ScriptStatement statement : target.statementsOf(script)) {
      try {
        execute(statement.sql());
      } catch (MigrationException e) {
        throw new MigrationException(
            e.problem().with("at", "line " + statement.line() + " " + of), e.getCause());
      }
    }
  }

  /**
   * Executes a script from the class path, in UTF-8.
   *
   * @param beside a class next to which the file lies, as the migration itself; a name that begins with {@code /} starts
   *     at the root of the class path
   * @throws MigrationException if there is no such file, or it cannot be read
   */
  public void executeResource(Class<?> beside, String name) {
    try (InputStream file = beside.getResourceAsStream(name)) {
      if (file == null) {
        throw new MigrationException(
            Problem.of(ProblemId.MISSING_RESOURCE, "The class path has no file '" + name + "'.")
                .with("looked beside", beside.getName())
                .fix("put the file next to the class under 'src/main/resources', or begin its name"
                    + " with '/' to start at the root."));
      }
      executeScript(new String(file.readAllBytes(), StandardCharsets.UTF_8), "of '" + name + "'");
    } catch (IOException e) {
      throw new MigrationException(
          Problem.of(ProblemId.MISSING_RESOURCE, "The file '" + name + "' cannot be read.")
              .with("threw", e.toString())
              .fix("see that the jar is not replaced while the program runs."),
          e);
    }
  }

  /**
   * Carries out an operation that was made elsewhere: one with options that no method here has, or one of the user's own.
   *
   * @return how many rows it changed, as far as the database says
   */
  public long invoke(MigrateOperation operation) {
    return target.invoke(operation);
  }

  /**
   * Runs something outside the migration's transaction, as {@code CREATE INDEX CONCURRENTLY} needs it: what came before is
   * committed, and a new transaction begins behind it.
   */
  public void autocommitBlock(Runnable body) {
    target.autocommitBlock(body);
  }

  /**
   * Returns what the run was given for its migrations ({@code context.runMigrations(args)} in an environment); empty if
   * nothing.
   */
  public Map<String, Object> runArgs() {
    return target.runArgs();
  }

  /**
   * Returns the connection that the migration runs on, for queries. It is inside the migration's transaction: leave
   * commit, rollback and close to Lambic.
   *
   * @throws MigrationException if there is none, because a script is being written
   */
  public Connection getBind() {
    return target.getBind();
  }
}
