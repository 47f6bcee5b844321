package dev.lambic.operations;

import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.ColumnPosition;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateTableCommentOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropConstraintOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.operations.MigrateOperation.DropTableCommentOp;
import dev.lambic.operations.MigrateOperation.ExecuteSqlOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.ConstraintKind;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Schema;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to one table inside {@link Operations#batchAlterTable}: the same directives, without the table's name.
 * They are collected, and carried out together when the block ends. Mirrors Alembic's {@code batch_op}.
 */
public final class BatchOperations {
  private final TableName table;
  private final List<MigrateOperation> operations = new ArrayList<>();

  BatchOperations(TableName table) {
    this.table = table;
  }

  List<MigrateOperation> operations() {
    return List.copyOf(operations);
  }

  /** Adds a column at the end. */
  public void addColumn(Column column) {
    invoke(new AddColumnOp(table, column));
  }

  /** Adds a column in front of another one, in a table that is built anew. */
  public void addColumnBefore(String neighbour, Column column) {
    addColumn(column, new ColumnPosition(Name.of(neighbour), false));
  }

  /** Adds a column behind another one, in a table that is built anew. */
  public void addColumnAfter(String neighbour, Column column) {
    addColumn(column, new ColumnPosition(Name.of(neighbour), true));
  }

  private void addColumn(Column column, ColumnPosition position) {
    invoke(new AddColumnOp(table, column, false, false, false, position));
  }

  /** Drops a column and its values. */
  public void dropColumn(String column) {
    invoke(new DropColumnOp(table, Name.of(column), null));
  }

  /** Changes a column. */
  public void alterColumn(ColumnChange change) {
    invoke(new AlterColumnOp(table, change));
  }

  /** Adds a constraint, which needs a name. */
  public void createConstraint(Constraint constraint) {
    invoke(new AddConstraintOp(table, constraint));
  }

  /** Adds a primary key, in the place of the one that is there where the table is built anew. */
  public void createPrimaryKey(String name, String... columns) {
    createConstraint(Schema.primaryKey(columns).named(name));
  }

  /** Adds a unique constraint. */
  public void createUniqueConstraint(String name, String... columns) {
    createConstraint(Schema.unique(columns).named(name));
  }

  /** Adds a condition, as SQL, that every row meets. */
  public void createCheckConstraint(String name, String condition) {
    createConstraint(Schema.check(condition).named(name));
  }

  /** Adds a foreign key, described as {@code foreignKey("owner_id").references("account", "id")}. */
  public void createForeignKey(String name, Constraint.ForeignKey key) {
    createConstraint(key.named(name));
  }

  /** Adds an exclusion constraint, described as {@code exclude("during", "&&")} (PostgreSQL). */
  public void createExcludeConstraint(String name, Constraint.Exclude exclusion) {
    createConstraint(exclusion.named(name));
  }

  /** Drops a constraint. */
  public void dropConstraint(String name) {
    invoke(new DropConstraintOp(table, Name.of(name), null, false, null));
  }

  /** Drops a constraint of a kind. */
  public void dropConstraint(Name name, @Nullable ConstraintKind kind) {
    invoke(new DropConstraintOp(table, name, kind, false, null));
  }

  /** Creates an index over columns of the table. */
  public void createIndex(String name, String... columns) {
    invoke(new CreateIndexOp(Schema.index(name).on(table, columns)));
  }

  /** Creates an index of the table, whichever table it was described on. */
  public void createIndex(Index index) {
    invoke(new CreateIndexOp(index.onTable(table)));
  }

  /** Drops an index of the table. */
  public void dropIndex(String name) {
    invoke(new DropIndexOp(Name.of(name), table, null));
  }

  /** Drops an index of the table. */
  public void dropIndex(Name name) {
    invoke(new DropIndexOp(name, table, null));
  }

  /** Says something about the table in the database. */
  public void createTableComment(String comment) {
    invoke(new CreateTableCommentOp(table, comment, null));
  }

  /** Takes away what the database says about the table. */
  public void dropTableComment() {
    invoke(new DropTableCommentOp(table, null));
  }

  /** Executes one SQL statement, in its place among the other operations where the table is not built anew. */
  public void execute(String sql) {
    invoke(new ExecuteSqlOp(sql));
  }

  /** Adds an operation on the table that was made elsewhere. */
  public void invoke(MigrateOperation operation) {
    operations.add(operation);
  }
}
