package dev.lambic.operations;

import dev.lambic.error.MigrationException;
import dev.lambic.error.NearMisses;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.operations.MigrateOperation.BulkInsertOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sorts rows that name their columns into inserts of rows that name the same ones, in the order of the rows. */
final class RowsByColumns {
  private RowsByColumns() {}

  static List<BulkInsertOp> of(
      Table table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    List<BulkInsertOp> inserts = new ArrayList<>();
    List<Column> columns = List.of();
    List<List<@Nullable Object>> collected = new ArrayList<>();
    for (Map<String, ? extends @Nullable Object> row : rows) {
      List<Column> own = columnsOf(table, row);
      if (!own.equals(columns) && !collected.isEmpty()) {
        inserts.add(new BulkInsertOp(table.name(), columns, collected, true));
        collected = new ArrayList<>();
      }
      columns = own;
      List<@Nullable Object> values = new ArrayList<>();
      for (Column column : own) {
        values.add(row.get(column.name().text()));
      }
      collected.add(values);
    }
    if (!collected.isEmpty()) {
      inserts.add(new BulkInsertOp(table.name(), columns, collected, true));
    }
    return inserts;
  }

  private static List<Column> columnsOf(Table table, Map<String, ? extends @Nullable Object> row) {
    List<String> known =
        table.columns().stream().map(column -> column.name().text()).toList();
    for (String name : row.keySet()) {
      if (!known.contains(name)) {
        throw new MigrationException(Problem.of(
                ProblemId.UNKNOWN_COLUMN,
                "A row for table '" + table.name() + "' names the column '" + name
                    + "', which the table does not have.")
            .with("columns", String.join(", ", known))
            .didYouMean(NearMisses.of(name, known)));
      }
    }
    return table.columns().stream()
        .filter(column -> row.containsKey(column.name().text()))
        .toList();
  }
}
