package dev.lambic.it.catalogue;

import dev.lambic.it.catalogue.Catalogue.Column;
import dev.lambic.it.catalogue.Catalogue.Constraint;
import dev.lambic.it.catalogue.Catalogue.Index;
import dev.lambic.it.catalogue.Catalogue.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables that come together from several queries. What belongs to no table (but to a view, say) is dropped. */
final class Tables {
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final Map<String, List<Column>> columns = new LinkedHashMap<>();
  private final Map<String, List<Constraint>> constraints = new LinkedHashMap<>();
  private final Map<String, List<Index>> indexes = new LinkedHashMap<>();

  void add(String name, String options, @Nullable String comment) {
    tables.put(name, new Table(name, options, comment, List.of(), List.of(), List.of()));
  }

  void add(String table, Column column) {
    columns.computeIfAbsent(table, name -> new ArrayList<>()).add(column);
  }

  void add(String table, Constraint constraint) {
    constraints.computeIfAbsent(table, name -> new ArrayList<>()).add(constraint);
  }

  void add(String table, Index index) {
    indexes.computeIfAbsent(table, name -> new ArrayList<>()).add(index);
  }

  List<Table> all() {
    return tables.values().stream()
        .map(table -> new Table(
            table.name(),
            table.options(),
            table.comment(),
            columns.getOrDefault(table.name(), List.of()),
            constraints.getOrDefault(table.name(), List.of()),
            indexes.getOrDefault(table.name(), List.of())))
        .toList();
  }
}
