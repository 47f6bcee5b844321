package dev.lambic.autogenerate;

import dev.lambic.autogenerate.Difference.Stage;
import dev.lambic.dialect.Capability;
import dev.lambic.dialect.Inspector;
import dev.lambic.dialect.Inspector.Meaning;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.CreateTableCommentOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropTableCommentOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Name;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares a table that is on both sides: new columns, columns that change, indexes and constraints, the comment, and at
 * last the columns that go.
 */
final class TableComparison {
  final Comparison comparison;
  final Inspector inspector;
  final TableName name;
  final Table actual;

  /** The table of the model, with each constraint and index standing for itself. */
  final Table wanted;

  final List<Difference> differences = new ArrayList<>();

  /** What has to be done before any table goes. */
  final List<Difference> beforeRemovals = new ArrayList<>();

  private final Table model;
  private final List<Column> added = new ArrayList<>();
  private final List<Column> removed = new ArrayList<>();
  private int behindColumns;
  private @Nullable Table asRead;
  private boolean isAsked;

  TableComparison(Comparison comparison, Table actual, Table model) {
    this.comparison = comparison;
    this.inspector = comparison.inspector;
    this.name = model.name();
    this.actual = actual;
    this.model = model;
    this.wanted = inspector.explicit(model);
  }

  void run() throws SQLException {
    Map<String, Column> actualColumns = new LinkedHashMap<>();
    for (Column column : actual.columns()) {
      if (comparison.includesName(column.name(), ObjectType.COLUMN, name)) {
        actualColumns.put(inspector.key(column.name()), column);
      }
    }
    Map<String, Column> wantedColumns = new LinkedHashMap<>();
    wanted.columns().forEach(column -> wantedColumns.put(inspector.key(column.name()), column));
    addColumns(wantedColumns, actualColumns);
    for (Map.Entry<String, Column> entry : wantedColumns.entrySet()) {
      Column column = actualColumns.get(entry.getKey());
      Column target = entry.getValue();
      if (column != null
          && comparison.includesObject(
              target, target.name(), ObjectType.COLUMN, name, false, column)) {
        new ColumnChanges(this, column, target, modelColumn(target)).run();
      }
    }
    behindColumns = differences.size();
    KeysAndIndexes keys = new KeysAndIndexes(this);
    keys.comparePrimaryKeys();
    if (comparison.plugins.has(Plugins.CONSTRAINTS)) {
      ForeignKeys foreignKeys = new ForeignKeys(this);
      keys.compareIndexesAndUniques(foreignKeys.columns());
      foreignKeys.compare();
    }
    compareComments();
    new Conditions(this).compare();
    for (Map.Entry<String, Column> entry : actualColumns.entrySet()) {
      Column column = entry.getValue();
      if (!wantedColumns.containsKey(entry.getKey())
          && comparison.includesObject(
              column, column.name(), ObjectType.COLUMN, name, true, null)) {
        removed.add(column);
      }
    }
    RenameGuess.ofColumns(comparison, name, added, removed);
  }

  private Column modelColumn(Column explicit) {
    return model.column(explicit.name()).orElse(explicit);
  }

  private void addColumns(Map<String, Column> target, Map<String, Column> present) {
    target.forEach((key, column) -> {
      if (!present.containsKey(key)
          && comparison.includesObject(
              column, column.name(), ObjectType.COLUMN, name, false, null)) {
        added.add(column);
        found(new AddColumnOp(name, comparison.enums().available(column)));
      }
    });
  }

  /** The columns that go, go last: nothing refers to them by then. */
  void dropColumns() {
    for (Column column : removed) {
      differences.add(
          Difference.of(name, Stage.CHANGED_TABLE, new DropColumnOp(name, column.name(), column))
              .destructive(true));
    }
  }

  private void compareComments() {
    if (!comparison.plugins.has(Plugins.COMMENTS)
        || !comparison.context.dialect().supports(Capability.COMMENTS)) {
      return;
    }
    String before = ifGiven(actual.comment());
    String after = ifGiven(wanted.comment());
    if (after == null && before != null) {
      found(new DropTableCommentOp(name, before));
    } else if (after != null && !after.equals(before)) {
      found(new CreateTableCommentOp(name, after, before));
    }
  }

  /** An empty comment is none. */
  static @Nullable String ifGiven(@Nullable String comment) {
    return comment == null || comment.isEmpty() ? null : comment;
  }

  /** An index that serves a foreign key cannot go before that. */
  void beforeIndexes(Difference difference) {
    differences.add(behindColumns++, difference);
  }

  void found(MigrateOperation operation) {
    differences.add(Difference.of(name, Stage.CHANGED_TABLE, operation));
  }

  /** Tells whether two expressions mean the same; one over columns that are new is not there yet. */
  Meaning compareSql(String present, String target) throws SQLException {
    return added.stream().anyMatch(column -> inspector.mentions(target, column.name()))
        ? Meaning.DIFFERENT
        : inspector.compareSql(actual.name(), present, target);
  }

  /** Says that two expressions may mean the same. */
  void undecided(String what, String present, String target) {
    comparison.findings.add(new Finding(
        Finding.Kind.UNDECIDED,
        what + " of table '" + name + "' is \"" + inOneLine(present)
            + "\" in the database and \"" + inOneLine(target)
            + "\" in the model, which may mean the same."));
  }

  private static String inOneLine(String sql) {
    return sql.replaceAll("\\s*\\R\\s*", " ");
  }

  /** Tells whether a column that the model has is new. */
  boolean isAdded(Name column) {
    String key = inspector.key(column);
    return added.stream().anyMatch(other -> inspector.key(other.name()).equals(key));
  }

  /** Returns the table of the model as it would be read; asked once, when the first answer hangs on it. */
  Optional<Table> asRead() throws SQLException {
    if (!isAsked) {
      asRead = comparison.trials.asRead(model).orElse(null);
      isAsked = true;
    }
    return Optional.ofNullable(asRead);
  }

  /** Returns a column of the model as it would be read, or null. */
  @Nullable
  Column asRead(Column column) throws SQLException {
    return asRead().flatMap(table -> table.column(column.name())).orElse(null);
  }
}
