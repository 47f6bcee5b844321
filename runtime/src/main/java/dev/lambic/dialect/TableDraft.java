package dev.lambic.dialect;

import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Index;
import dev.lambic.schema.Options;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table while it is read: its parts come from several queries. */
final class TableDraft {
  final TableName name;
  final List<Column> columns = new ArrayList<>();
  final List<Constraint> constraints = new ArrayList<>();
  final List<Index> indexes = new ArrayList<>();
  final @Nullable String comment;
  Options options = Options.NONE;

  TableDraft(TableName name, @Nullable String comment) {
    this.name = name;
    this.comment = comment;
  }

  Table table() {
    return new Table(name, columns, constraints, indexes, comment, List.of(), options);
  }
}
