package dev.lambic.autogenerate;

import dev.lambic.autogenerate.Finding.Kind;
import dev.lambic.schema.Column;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Points out what looks like a new name, and would be dropped and created. */
final class RenameGuess {
  private RenameGuess() {}

  /** One column goes and one of the same type comes. */
  static void ofColumns(
      Comparison comparison, TableName table, List<Column> added, List<Column> removed) {
    if (added.size() == 1
        && removed.size() == 1
        && comparison.inspector.isSameType(removed.get(0).type(), added.get(0).type())) {
      comparison.findings.add(new Finding(
          Kind.LIKELY_RENAME,
          "Column '" + removed.get(0).name() + "' of table '" + table + "' goes, and '"
              + added.get(0).name() + "' of the same type comes: if that is a new name, use"
              + " 'alterColumn' with 'rename' instead."));
    }
  }

  /** A table goes, and one with the same columns comes. */
  static void ofTables(Comparison comparison, List<Table> added, List<Table> removed) {
    Map<List<String>, List<Table>> byColumns = new LinkedHashMap<>();
    for (Table table : added) {
      byColumns
          .computeIfAbsent(columns(comparison, table), key -> new ArrayList<>())
          .add(table);
    }
    for (Table gone : removed) {
      List<Table> alike = byColumns.getOrDefault(columns(comparison, gone), List.of()).stream()
          .filter(table -> hasSameTypes(comparison, gone, table))
          .limit(2)
          .toList();
      if (alike.size() == 1) {
        comparison.findings.add(
            new Finding(
                Kind.LIKELY_RENAME,
                "Table '" + gone.name() + "' goes, and '" + alike.get(0).name()
                    + "' with the same columns comes: if that is a new name, use 'renameTable' instead."));
      }
    }
  }

  private static List<String> columns(Comparison comparison, Table table) {
    return table.columns().stream()
        .map(column -> comparison.inspector.key(column.name()))
        .sorted()
        .toList();
  }

  private static boolean hasSameTypes(Comparison comparison, Table gone, Table come) {
    Map<String, SqlType> types = new LinkedHashMap<>();
    come.columns()
        .forEach(column -> types.put(comparison.inspector.key(column.name()), column.type()));
    return gone.columns().stream()
        .allMatch(column -> comparison.inspector.isSameType(
            column.type(),
            Objects.requireNonNull(types.get(comparison.inspector.key(column.name())))));
  }
}
