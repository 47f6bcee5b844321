package dev.lambic.schema;

import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.PrimaryKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table: its columns and constraints, in the order in which they are written. The primary key is either a constraint or
 * marked on its columns; where it is both, the constraint counts.
 *
 * @param name its name
 * @param columns its columns
 * @param constraints its constraints
 * @param indexes its indexes, created after it
 * @param comment what the database is to say about it, or null
 * @param prefixes words between CREATE and TABLE, such as {@code TEMPORARY}
 * @param options what only one database knows: {@code mysql_engine}
 */
public record Table(
    TableName name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    @Nullable String comment,
    List<String> prefixes,
    Options options) {
  public Table {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(options, "options");
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
    prefixes = List.copyOf(prefixes);
    requireOnePrimaryKey(name, constraints);
    requireDistinctNames(name, columns);
    for (Index index : indexes) {
      if (!index.table().equals(name)) {
        throw new IllegalArgumentException(
            "table " + name + " cannot hold an index on " + index.table());
      }
    }
  }

  private static void requireOnePrimaryKey(TableName name, List<Constraint> constraints) {
    boolean hasKey = false;
    for (Constraint constraint : constraints) {
      if (constraint instanceof PrimaryKey) {
        if (hasKey) {
          throw new IllegalArgumentException("table " + name + " has more than one primary key");
        }
        hasKey = true;
      }
    }
  }

  private static void requireDistinctNames(TableName name, List<Column> columns) {
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name().text())) {
        throw new IllegalArgumentException("table " + name + " names a column twice: "
            + columns.stream().map(Column::name).toList());
      }
    }
  }

  /** Makes a table of columns and constraints alone. */
  public Table(TableName name, List<Column> columns, List<Constraint> constraints) {
    this(name, columns, constraints, List.of(), null, List.of(), Options.NONE);
  }

  /** Returns a table of the connection's own schema, made of columns, constraints and indexes in any order. */
  public static Table of(String name, TableElement... elements) {
    return of(TableName.of(name), elements);
  }

  /** Returns a table made of columns, constraints and indexes in any order. */
  public static Table of(TableName name, TableElement... elements) {
    List<Column> columns = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    for (TableElement element : elements) {
      if (element instanceof Column column) {
        columns.add(column);
      } else if (element instanceof Index index) {
        indexes.add(index);
      } else {
        constraints.add((Constraint) element);
      }
    }
    return new Table(name, columns, constraints, indexes, null, List.of(), Options.NONE);
  }

  /** Returns this table with what the database is to say about it; null for nothing. */
  public Table comment(@Nullable String text) {
    return new Table(name, columns, constraints, indexes, text, prefixes, options);
  }

  /** Returns this table with one more word between CREATE and TABLE: {@code TEMPORARY}. */
  public Table prefixed(String word) {
    List<String> extended = new ArrayList<>(prefixes);
    extended.add(word);
    return new Table(name, columns, constraints, indexes, comment, extended, options);
  }

  /** Returns this table with an option of one database: {@code mysql_engine}, {@code postgresql_partition_by}. */
  public Table with(String option, Object value) {
    return new Table(
        name, columns, constraints, indexes, comment, prefixes, options.with(option, value));
  }

  /** Returns this table under another name, its indexes with it. */
  public Table named(TableName changed) {
    List<Index> moved = indexes.stream().map(index -> index.onTable(changed)).toList();
    return new Table(changed, columns, constraints, moved, comment, prefixes, options);
  }

  /** Returns this table with other columns and constraints. */
  public Table with(List<Column> changedColumns, List<Constraint> changedConstraints) {
    return new Table(name, changedColumns, changedConstraints, indexes, comment, prefixes, options);
  }

  /** Returns this table with other indexes. */
  public Table indexes(List<Index> changed) {
    return new Table(name, columns, constraints, changed, comment, prefixes, options);
  }

  /** Returns the primary key, whichever way it was given. */
  public Optional<PrimaryKey> primaryKey() {
    for (Constraint constraint : constraints) {
      if (constraint instanceof PrimaryKey key) {
        return Optional.of(key);
      }
    }
    List<Name> marked = new ArrayList<>();
    for (Column column : columns) {
      if (column.isPrimaryKey()) {
        marked.add(column.name());
      }
    }
    return marked.isEmpty() ? Optional.empty() : Optional.of(new PrimaryKey(null, marked));
  }

  /** Tells whether a column belongs to the primary key. */
  public boolean isInPrimaryKey(Column column) {
    Optional<PrimaryKey> key = primaryKey();
    if (key.isPresent()) {
      for (Name member : key.get().columns()) {
        if (member.text().equals(column.name().text())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Tells whether a column may hold NULL; one of the primary key may only where it says so. */
  public boolean isNullable(Column column) {
    return column.nullable() == null
        ? column.isNullable() && !isInPrimaryKey(column)
        : column.isNullable();
  }

  /** Returns the column of a name. */
  public Optional<Column> column(Name columnName) {
    return columns.stream()
        .filter(column -> column.name().text().equals(columnName.text()))
        .findFirst();
  }

  /** Returns the foreign keys, in order, those of the columns after the others. */
  public List<ForeignKey> foreignKeys() {
    List<ForeignKey> keys = new ArrayList<>();
    for (Constraint constraint : constraints) {
      if (constraint instanceof ForeignKey key) {
        keys.add(key);
      }
    }
    columns.forEach(column -> keys.addAll(column.foreignKeys()));
    return keys;
  }
}
