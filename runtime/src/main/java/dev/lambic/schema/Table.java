package dev.lambic.schema;

import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.PrimaryKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table: its columns and constraints, in the order in which they are written. The primary key is either a constraint or
 * marked on its columns, not both.
 *
 * @param name its name
 * @param columns its columns
 * @param constraints its constraints
 */
public record Table(TableName name, List<Column> columns, List<Constraint> constraints) {
  public Table {
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    List<PrimaryKey> keys = constraints.stream()
        .filter(PrimaryKey.class::isInstance)
        .map(PrimaryKey.class::cast)
        .toList();
    if (keys.size() > 1 || (!keys.isEmpty() && columns.stream().anyMatch(Column::isPrimaryKey))) {
      throw new IllegalArgumentException("table " + name + " has more than one primary key");
    }
    List<Name> names = columns.stream().map(Column::name).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("table " + name + " names a column twice: " + names);
    }
  }

  /** Returns a table of the connection's own schema, made of columns and constraints in any order. */
  public static Table of(String name, TableElement... elements) {
    return of(TableName.of(name), elements);
  }

  /** Returns a table made of columns and constraints in any order. */
  public static Table of(TableName name, TableElement... elements) {
    List<Column> columns = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    for (TableElement element : elements) {
      if (element instanceof Column column) {
        columns.add(column);
      } else {
        constraints.add((Constraint) element);
      }
    }
    return new Table(name, columns, constraints);
  }

  /** Returns the primary key, whichever way it was given. */
  public Optional<PrimaryKey> primaryKey() {
    List<Name> marked =
        columns.stream().filter(Column::isPrimaryKey).map(Column::name).toList();
    if (!marked.isEmpty()) {
      return Optional.of(new PrimaryKey(null, marked));
    }
    return constraints.stream()
        .filter(PrimaryKey.class::isInstance)
        .map(PrimaryKey.class::cast)
        .findFirst();
  }

  /** Returns the foreign keys, in order. */
  public List<ForeignKey> foreignKeys() {
    return constraints.stream()
        .filter(ForeignKey.class::isInstance)
        .map(ForeignKey.class::cast)
        .toList();
  }
}
