package dev.lambic.autogenerate;

import dev.lambic.autogenerate.Finding.Kind;
import dev.lambic.schema.Column;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.List;

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
    for (Table gone : removed) {
      List<Table> alike = added.stream()
          .filter(table -> hasSameColumns(comparison, gone, table))
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

  private static boolean hasSameColumns(Comparison comparison, Table gone, Table come) {
    return gone.columns().size() == come.columns().size()
        && gone.columns().stream()
            .allMatch(column -> come.columns().stream()
                .anyMatch(other -> comparison
                        .inspector
                        .key(column.name())
                        .equals(comparison.inspector.key(other.name()))
                    && comparison.inspector.isSameType(column.type(), other.type())));
  }
}
