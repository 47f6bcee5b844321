package dev.lambic.operations;

import dev.lambic.schema.Column;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of a migration as a fact, without SQL: "add this column". A dialect says how its database does it; {@link
 * #reverse} says what undoes it. Mirrors Alembic's {@code MigrateOperation}.
 */
public sealed interface MigrateOperation {

  /** Calls the method of the visitor that belongs to this operation. */
  <R> R accept(Visitor<R> visitor);

  /** Returns the operation that undoes this one, or nothing where none exists or too little is known to make it. */
  Optional<MigrateOperation> reverse();

  /** Creates a table with all its columns and constraints. */
  record CreateTableOp(Table table) implements MigrateOperation {
    public CreateTableOp {
      Objects.requireNonNull(table, "table");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createTable(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.of(new DropTableOp(table.name(), table));
    }
  }

  /**
   * Drops a table and all that is in it.
   *
   * @param dropped what the table looks like, or null when that is not known; needed for the reverse alone
   */
  record DropTableOp(TableName name, @Nullable Table dropped) implements MigrateOperation {
    public DropTableOp {
      Objects.requireNonNull(name, "name");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropTable(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.ofNullable(dropped).map(CreateTableOp::new);
    }
  }

  /** Adds a column to a table. */
  record AddColumnOp(TableName table, Column column) implements MigrateOperation {
    public AddColumnOp {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(column, "column");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addColumn(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.of(new DropColumnOp(table, column.name(), column));
    }
  }

  /**
   * Drops a column and its values.
   *
   * @param dropped what the column looks like, or null when that is not known; needed for the reverse alone
   */
  record DropColumnOp(
      TableName table, Name column, @Nullable Column dropped) implements MigrateOperation {
    public DropColumnOp {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(column, "column");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropColumn(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.ofNullable(dropped).map(column -> new AddColumnOp(table, column));
    }
  }

  /** Creates an index. */
  record CreateIndexOp(Index index) implements MigrateOperation {
    public CreateIndexOp {
      Objects.requireNonNull(index, "index");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createIndex(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.of(new DropIndexOp(index.name(), index.table(), index));
    }
  }

  /**
   * Drops an index.
   *
   * @param table the table that it is on; some databases need it
   * @param dropped what the index looks like, or null when that is not known; needed for the reverse alone
   */
  record DropIndexOp(Name name, TableName table, @Nullable Index dropped)
      implements MigrateOperation {
    public DropIndexOp {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(table, "table");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropIndex(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.ofNullable(dropped).map(CreateIndexOp::new);
    }
  }

  /** Runs one SQL statement of the user's own. */
  record ExecuteSqlOp(String sql) implements MigrateOperation {
    public ExecuteSqlOp {
      if (sql.isBlank()) {
        throw new IllegalArgumentException("there is no SQL to execute");
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.executeSql(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.empty();
    }
  }

  /** One answer for each operation; a new operation stops the build until everything that reads them has one. */
  interface Visitor<R> {
    R createTable(CreateTableOp operation);

    R dropTable(DropTableOp operation);

    R addColumn(AddColumnOp operation);

    R dropColumn(DropColumnOp operation);

    R createIndex(CreateIndexOp operation);

    R dropIndex(DropIndexOp operation);

    R executeSql(ExecuteSqlOp operation);
  }
}
