package dev.lambic.operations;

import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.ConstraintKind;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.Sequence;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of a migration as a fact, without SQL: "add this column". A dialect says how its database does it; {@link
 * #reverse} says what undoes it. Mirrors Alembic's {@code MigrateOperation}. A step of the user's own is a {@link
 * CustomOperation}.
 */
public sealed interface MigrateOperation {

  /** Calls the method of the visitor that belongs to this operation. */
  <R> R accept(Visitor<R> visitor);

  /** Returns the operation that undoes this one, or nothing where none exists or too little is known to make it. */
  Optional<MigrateOperation> reverse();

  /**
   * Creates a table with all its columns and constraints, its indexes and comments.
   *
   * @param ifNotExists whether a table of that name that is there already is no error
   */
  record CreateTableOp(Table table, boolean ifNotExists) implements MigrateOperation {
    public CreateTableOp {
      Objects.requireNonNull(table, "table");
    }

    /** Makes the operation that fails when there is such a table already. */
    public CreateTableOp(Table table) {
      this(table, false);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createTable(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.of(new DropTableOp(table.name(), ifNotExists, table));
    }
  }

  /**
   * Drops a table and all that is in it.
   *
   * @param ifExists whether a table that is not there is no error
   * @param dropped what the table looks like, or null when that is not known; needed for the reverse alone
   */
  record DropTableOp(
      TableName name, boolean ifExists, @Nullable Table dropped) implements MigrateOperation {
    public DropTableOp {
      Objects.requireNonNull(name, "name");
    }

    /** Makes the operation that fails when there is no such table. */
    public DropTableOp(TableName name, @Nullable Table dropped) {
      this(name, false, dropped);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropTable(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.ofNullable(dropped).map(table -> new CreateTableOp(table, ifExists));
    }
  }

  /** Gives a table another name in its schema. */
  record RenameTableOp(TableName table, Name newName) implements MigrateOperation {
    public RenameTableOp {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(newName, "newName");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameTable(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.of(new RenameTableOp(table.sibling(newName), table.name()));
    }
  }

  /**
   * Adds a column to a table.
   *
   * @param ifNotExists whether a column of that name that is there already is no error
   * @param inlineReferences whether a foreign key of the column is written with it, rather than added after it
   * @param inlinePrimaryKey whether {@code PRIMARY KEY} is written with the column
   * @param position where the column goes when the table is built anew, or null for the end
   */
  record AddColumnOp(
      TableName table,
      Column column,
      boolean ifNotExists,
      boolean inlineReferences,
      boolean inlinePrimaryKey,
      @Nullable ColumnPosition position)
      implements MigrateOperation {
    public AddColumnOp {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(column, "column");
    }

    /** Makes the operation without options. */
    public AddColumnOp(TableName table, Column column) {
      this(table, column, false, false, false, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addColumn(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.of(new DropColumnOp(table, column.name(), ifNotExists, Options.NONE, column));
    }
  }

  /** A place in the order of a table's columns: in front of a column, or behind it. */
  record ColumnPosition(Name column, boolean isBehind) {
    public ColumnPosition {
      Objects.requireNonNull(column, "column");
    }
  }

  /**
   * Drops a column and its values.
   *
   * @param ifExists whether a column that is not there is no error
   * @param options what only one database knows: {@code mssql_drop_default}
   * @param dropped what the column looks like, or null when that is not known; needed for the reverse alone
   */
  record DropColumnOp(
      TableName table,
      Name column,
      boolean ifExists,
      Options options,
      @Nullable Column dropped) implements MigrateOperation {
    public DropColumnOp {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(options, "options");
    }

    /** Makes the operation without options. */
    public DropColumnOp(TableName table, Name column, @Nullable Column dropped) {
      this(table, column, false, Options.NONE, dropped);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropColumn(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.ofNullable(dropped)
          .map(column -> new AddColumnOp(table, column, ifExists, false, false, null));
    }
  }

  /** Changes a column. */
  record AlterColumnOp(TableName table, ColumnChange change) implements MigrateOperation {
    public AlterColumnOp {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(change, "change");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.alterColumn(this);
    }

    /** Returns the change back, if all that changes is known as it was. */
    @Override
    public Optional<MigrateOperation> reverse() {
      if (!change.from().covers(change.to())) {
        return Optional.empty();
      }
      Name changedName = change.newName() == null ? change.column() : change.newName();
      return Optional.of(new AlterColumnOp(
          table,
          new ColumnChange(
              changedName,
              change.from().whereGivenIn(change.to()),
              change.to().or(change.from()),
              change.newName() == null ? null : change.column(),
              Options.NONE)));
    }
  }

  /**
   * Creates an index.
   *
   * @param ifNotExists whether an index of that name that is there already is no error
   */
  record CreateIndexOp(Index index, boolean ifNotExists) implements MigrateOperation {
    public CreateIndexOp {
      Objects.requireNonNull(index, "index");
    }

    /** Makes the operation that fails when there is such an index already. */
    public CreateIndexOp(Index index) {
      this(index, false);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createIndex(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.of(new DropIndexOp(
          index.name(),
          index.table(),
          index.table().schema(),
          ifNotExists,
          index.options(),
          index));
    }
  }

  /**
   * Drops an index.
   *
   * @param name its name, or null for the one that the naming convention gives to what is dropped
   * @param table the table that it is on, which some databases need; null when it is not known
   * @param schema the schema that it is in, or null for the connection's own
   * @param ifExists whether an index that is not there is no error
   * @param options what only one database knows: {@code postgresql_concurrently}
   * @param dropped what the index looks like, or null when that is not known; needed for the reverse alone
   */
  record DropIndexOp(
      @Nullable Name name,
      @Nullable TableName table,
      @Nullable Name schema,
      boolean ifExists,
      Options options,
      @Nullable Index dropped)
      implements MigrateOperation {
    public DropIndexOp {
      Objects.requireNonNull(options, "options");
      if (name == null && dropped == null) {
        throw new IllegalArgumentException(
            "an index without a name can only be dropped when it is" + " known what it looks like");
      }
    }

    /** Makes the operation without options. */
    public DropIndexOp(Name name, TableName table, @Nullable Index dropped) {
      this(name, table, table.schema(), false, Options.NONE, dropped);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropIndex(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.ofNullable(dropped).map(index -> new CreateIndexOp(index, ifExists));
    }
  }

  /** Adds a constraint to a table. */
  record AddConstraintOp(TableName table, Constraint constraint) implements MigrateOperation {
    public AddConstraintOp {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(constraint, "constraint");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addConstraint(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.of(
          new DropConstraintOp(table, constraint.name(), constraint.kind(), false, constraint));
    }
  }

  /**
   * Drops a constraint.
   *
   * @param name its name, or null for the one that the naming convention gives to what is dropped
   * @param kind what sort of constraint it is, which some databases need; null when it is not known
   * @param ifExists whether a constraint that is not there is no error
   * @param dropped what the constraint looks like, or null when that is not known; needed for the reverse
   */
  record DropConstraintOp(
      TableName table,
      @Nullable Name name,
      @Nullable ConstraintKind kind,
      boolean ifExists,
      @Nullable Constraint dropped)
      implements MigrateOperation {
    public DropConstraintOp {
      Objects.requireNonNull(table, "table");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropConstraint(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.ofNullable(dropped).map(constraint -> new AddConstraintOp(table, constraint));
    }
  }

  /**
   * Says something about a table in the database.
   *
   * @param existing what it says so far, or null when that is not known or nothing
   */
  record CreateTableCommentOp(
      TableName table, String comment, @Nullable String existing) implements MigrateOperation {
    public CreateTableCommentOp {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(comment, "comment");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createTableComment(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.of(
          existing == null
              ? new DropTableCommentOp(table, comment)
              : new CreateTableCommentOp(table, existing, comment));
    }
  }

  /**
   * Takes away what the database says about a table.
   *
   * @param existing what it says, or null when that is not known; needed for the reverse alone
   */
  record DropTableCommentOp(TableName table, @Nullable String existing)
      implements MigrateOperation {
    public DropTableCommentOp {
      Objects.requireNonNull(table, "table");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropTableComment(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.ofNullable(existing)
          .map(comment -> new CreateTableCommentOp(table, comment, null));
    }
  }

  /** Creates a sequence. */
  record CreateSequenceOp(Sequence sequence, boolean ifNotExists) implements MigrateOperation {
    public CreateSequenceOp {
      Objects.requireNonNull(sequence, "sequence");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createSequence(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.of(new DropSequenceOp(sequence.name(), ifNotExists, sequence));
    }
  }

  /**
   * Drops a sequence.
   *
   * @param dropped what it looks like, or null when that is not known; needed for the reverse alone
   */
  record DropSequenceOp(
      TableName name, boolean ifExists, @Nullable Sequence dropped) implements MigrateOperation {
    public DropSequenceOp {
      Objects.requireNonNull(name, "name");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropSequence(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.ofNullable(dropped).map(sequence -> new CreateSequenceOp(sequence, ifExists));
    }
  }

  /** Creates a schema. */
  record CreateSchemaOp(Name name, boolean ifNotExists) implements MigrateOperation {
    public CreateSchemaOp {
      Objects.requireNonNull(name, "name");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createSchema(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.of(new DropSchemaOp(name, ifNotExists, false));
    }
  }

  /**
   * Drops a schema.
   *
   * @param cascade whether what is in it goes with it
   */
  record DropSchemaOp(Name name, boolean ifExists, boolean cascade) implements MigrateOperation {
    public DropSchemaOp {
      Objects.requireNonNull(name, "name");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropSchema(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return cascade ? Optional.empty() : Optional.of(new CreateSchemaOp(name, ifExists));
    }
  }

  /** Creates the database's own type for an enumeration. */
  record CreateEnumOp(EnumType type) implements MigrateOperation {
    public CreateEnumOp {
      Objects.requireNonNull(type.name(), "an enumeration that stands on its own needs a name");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createEnum(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.of(new DropEnumOp(Objects.requireNonNull(type.typeName()), false, type));
    }
  }

  /**
   * Drops the database's own type for an enumeration.
   *
   * @param dropped what it looks like, or null when that is not known; needed for the reverse alone
   */
  record DropEnumOp(
      TableName name, boolean ifExists, @Nullable EnumType dropped) implements MigrateOperation {
    public DropEnumOp {
      Objects.requireNonNull(name, "name");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropEnum(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.ofNullable(dropped).map(CreateEnumOp::new);
    }
  }

  /**
   * Adds a value to an enumeration. PostgreSQL cannot take one away again: see {@link ReplaceEnumValuesOp}.
   *
   * @param ifNotExists whether a value that is there already is no error
   * @param neighbour the value that the new one goes beside, or null for the end
   * @param isBehind whether it goes behind that value rather than in front of it
   */
  record AddEnumValueOp(
      TableName type,
      String value,
      boolean ifNotExists,
      @Nullable String neighbour,
      boolean isBehind)
      implements MigrateOperation {
    public AddEnumValueOp {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(value, "value");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addEnumValue(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.empty();
    }
  }

  /** Gives a value of an enumeration another name; rows that have it keep it. */
  record RenameEnumValueOp(TableName type, String value, String newValue)
      implements MigrateOperation {
    public RenameEnumValueOp {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(newValue, "newValue");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameEnumValue(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.of(new RenameEnumValueOp(type, newValue, value));
    }
  }

  /**
   * Replaces the values of an enumeration that is in use, by a new type of the same name.
   *
   * @param type the enumeration as it is to be
   * @param previous the values that it has; empty when they are not known
   * @param uses the columns of that type
   * @param replacements what becomes of values that go: from the old to the new
   */
  record ReplaceEnumValuesOp(
      EnumType type, List<String> previous, List<EnumUse> uses, Map<String, String> replacements)
      implements MigrateOperation {
    public ReplaceEnumValuesOp {
      Objects.requireNonNull(type.name(), "an enumeration that stands on its own needs a name");
      previous = List.copyOf(previous);
      uses = List.copyOf(uses);
      replacements = Collections.unmodifiableMap(new LinkedHashMap<>(replacements));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.replaceEnumValues(this);
    }

    /** Returns the change back; values that are new now, and stand in rows then, need a replacement of their own. */
    @Override
    public Optional<MigrateOperation> reverse() {
      if (previous.isEmpty()) {
        return Optional.empty();
      }
      EnumType old = type.withValues(previous);
      Map<String, String> back = new LinkedHashMap<>();
      replacements.forEach((from, to) -> {
        if (!previous.contains(to)) {
          back.put(to, from);
        }
      });
      return Optional.of(new ReplaceEnumValuesOp(old, type.values(), uses, back));
    }
  }

  /**
   * A column whose type is an enumeration.
   *
   * @param defaultValue the value that is its default, or null for none
   */
  record EnumUse(TableName table, Name column, @Nullable String defaultValue) {
    public EnumUse {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(column, "column");
    }
  }

  /**
   * Inserts rows.
   *
   * @param columns the columns that get a value, with the types that say how it is written
   * @param rows the values of each row, in the order of the columns
   * @param multiInsert whether the database may be sent many rows at once
   */
  record BulkInsertOp(
      TableName table, List<Column> columns, List<List<@Nullable Object>> rows, boolean multiInsert)
      implements MigrateOperation {
    public BulkInsertOp {
      Objects.requireNonNull(table, "table");
      columns = List.copyOf(columns);
      List<List<@Nullable Object>> copies = new ArrayList<>();
      for (List<@Nullable Object> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException("a row of " + table + " has " + row.size()
              + " values for " + columns.size() + " columns");
        }
        copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
      }
      rows = Collections.unmodifiableList(copies);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.bulkInsert(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.empty();
    }
  }

  /** Runs one SQL statement of the user's own, handed to the database as it is. */
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

  /** Runs one SQL statement of the user's own with values in the place of its {@code :name}s. */
  record ExecuteStatementOp(SqlStatement statement) implements MigrateOperation {
    public ExecuteStatementOp {
      Objects.requireNonNull(statement, "statement");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.executeStatement(this);
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return Optional.empty();
    }
  }

  /**
   * Changes one table by several operations at once, where needed by building it anew and copying its rows.
   *
   * @param operations what to change, in order; each is on the table
   * @param settings when the table is built anew, and what is known of it
   */
  record BatchAlterTableOp(
      TableName table, List<MigrateOperation> operations, BatchSettings settings)
      implements MigrateOperation {
    public BatchAlterTableOp {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(settings, "settings");
      operations = List.copyOf(operations);
    }

    /** Returns the same operation with what is known of the table. */
    public BatchAlterTableOp copyFrom(Table known) {
      return new BatchAlterTableOp(table, operations, settings.copyFrom(known));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.batchAlterTable(this);
    }

    /** Returns the reverses in the opposite order, if each of the operations has one. */
    @Override
    public Optional<MigrateOperation> reverse() {
      List<MigrateOperation> reverses = new ArrayList<>();
      for (MigrateOperation operation : operations) {
        Optional<MigrateOperation> reverse = operation.reverse();
        if (reverse.isEmpty()) {
          return Optional.empty();
        }
        reverses.add(0, reverse.get());
      }
      return Optional.of(new BatchAlterTableOp(table, reverses, settings.copyFrom(null)));
    }
  }

  /**
   * An operation of the user's own, run with {@link Operations#invoke}. Make it a record.
   *
   * <pre>{@code
   * record CreateViewOp(String name, String query) implements MigrateOperation.CustomOperation {
   *   @Override public void run(Operations op) {
   *     op.execute("CREATE VIEW " + name + " AS " + query);
   *   }
   *   @Override public Optional<MigrateOperation> reverse() {
   *     return Optional.of(new ExecuteSqlOp("DROP VIEW " + name));
   *   }
   * }
   * }</pre>
   */
  non-sealed interface CustomOperation extends MigrateOperation {

    /** Carries the operation out by other operations. */
    void run(Operations op);

    @Override
    default Optional<MigrateOperation> reverse() {
      return Optional.empty();
    }

    @Override
    default <R> R accept(Visitor<R> visitor) {
      return visitor.customOperation(this);
    }
  }

  /** One answer for each operation; a new operation stops the build until everything that reads them has one. */
  interface Visitor<R> {
    R createTable(CreateTableOp operation);

    R dropTable(DropTableOp operation);

    R renameTable(RenameTableOp operation);

    R addColumn(AddColumnOp operation);

    R dropColumn(DropColumnOp operation);

    R alterColumn(AlterColumnOp operation);

    R createIndex(CreateIndexOp operation);

    R dropIndex(DropIndexOp operation);

    R addConstraint(AddConstraintOp operation);

    R dropConstraint(DropConstraintOp operation);

    R createTableComment(CreateTableCommentOp operation);

    R dropTableComment(DropTableCommentOp operation);

    R createSequence(CreateSequenceOp operation);

    R dropSequence(DropSequenceOp operation);

    R createSchema(CreateSchemaOp operation);

    R dropSchema(DropSchemaOp operation);

    R createEnum(CreateEnumOp operation);

    R dropEnum(DropEnumOp operation);

    R addEnumValue(AddEnumValueOp operation);

    R renameEnumValue(RenameEnumValueOp operation);

    R replaceEnumValues(ReplaceEnumValuesOp operation);

    R bulkInsert(BulkInsertOp operation);

    R executeSql(ExecuteSqlOp operation);

    R executeStatement(ExecuteStatementOp operation);

    R batchAlterTable(BatchAlterTableOp operation);

    R customOperation(CustomOperation operation);
  }
}
