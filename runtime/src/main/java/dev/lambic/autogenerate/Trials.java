package dev.lambic.autogenerate;

import dev.lambic.dialect.Inspector;
import dev.lambic.error.LambicException;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.Exclude;
import dev.lambic.schema.Expression.ColumnReference;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Tables of a model as they would be read if they were created. The database is asked when the first answer hangs on that,
 * and with each question about more of the tables that come next: where one has to be tried out, others mostly have to, too.
 */
final class Trials {
  private static final int MOST = 64;

  private final Inspector inspector;
  private final boolean comparesDefaults;
  private final List<Table> tables;
  private final Map<TableName, Integer> places = new LinkedHashMap<>();
  private final Map<TableName, Optional<Table>> ahead = new LinkedHashMap<>();
  private int next;
  private int size = 1;

  /**
   * Prepares for tables.
   *
   * @param tables the tables of the model that are compared, in that order
   */
  Trials(Inspector inspector, boolean comparesDefaults, List<Table> tables) {
    this.inspector = inspector;
    this.comparesDefaults = comparesDefaults;
    this.tables = tables;
    tables.forEach(table -> places.put(table.name(), places.size()));
  }

  /**
   * Returns one of the tables as it would be read, or nothing where only creating it could tell; each is asked for once.
   *
   * @throws SQLException if the database does not answer
   */
  Optional<Table> asRead(Table table) throws SQLException {
    return ahead.containsKey(table.name())
        ? Objects.requireNonNull(ahead.remove(table.name()))
        : ask(table);
  }

  private Optional<Table> ask(Table table) throws SQLException {
    List<Table> together = new ArrayList<>(List.of(table));
    next = Math.max(next, Objects.requireNonNull(places.get(table.name())) + 1);
    for (; together.size() < size && next < tables.size(); next++) {
      if (mayBeReworded(tables.get(next))) {
        together.add(tables.get(next));
      }
    }
    size = Math.min(2 * size, MOST);
    List<Optional<Table>> read;
    try {
      read = inspector.asRead(together);
    } catch (LambicException e) {
      // What is wrong with another one of them is said when its own turn comes, if at all.
      return inspector.asRead(List.of(table)).get(0);
    }
    for (int i = 1; i < together.size(); i++) {
      ahead.put(together.get(i).name(), read.get(i));
    }
    return read.get(0);
  }

  /** Tells whether a table holds SQL that a database may keep in other words. */
  private boolean mayBeReworded(Table table) {
    return table.columns().stream().anyMatch(column -> mayBeReworded(column, table))
        || table.constraints().stream()
            .anyMatch(constraint -> constraint instanceof Check || constraint instanceof Exclude)
        || table.indexes().stream()
            .anyMatch(index -> !index.options().values().isEmpty()
                || !index.elements().stream().allMatch(ColumnReference.class::isInstance));
  }

  private boolean mayBeReworded(Column column, Table table) {
    return !column.checks().isEmpty()
        || column.computed() != null
        || (comparesDefaults && column.serverDefault() != null)
        || inspector.typeCheck(column, table).isPresent();
  }
}
