package dev.lambic.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a database is meant to look like: the target of autogenerate. Mirrors SQLAlchemy's {@code MetaData}.
 *
 * @param tables the tables, in any order; each name at most once
 */
public record MetaData(List<Table> tables) {
  /** No tables at all. */
  public static final MetaData EMPTY = new MetaData(List.of());

  public MetaData {
    tables = List.copyOf(tables);
    Map<String, Table> byName = new LinkedHashMap<>();
    for (Table table : tables) {
      if (byName.put(table.name().toString(), table) != null) {
        throw new IllegalArgumentException("there are two tables '" + table.name() + "'");
      }
    }
  }

  /** Returns the description of a database with these tables. */
  public static MetaData of(Table... tables) {
    return new MetaData(List.of(tables));
  }

  /** Returns the table of a name. */
  public Optional<Table> table(TableName name) {
    return tables.stream()
        .filter(table -> table.name().toString().equals(name.toString()))
        .findFirst();
  }
}
