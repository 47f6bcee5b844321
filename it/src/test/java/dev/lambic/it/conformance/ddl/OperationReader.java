package dev.lambic.it.conformance.ddl;

import static dev.lambic.it.conformance.ddl.Fields.bool;
import static dev.lambic.it.conformance.ddl.Fields.isGiven;
import static dev.lambic.it.conformance.ddl.Fields.isTrue;
import static dev.lambic.it.conformance.ddl.Fields.name;
import static dev.lambic.it.conformance.ddl.Fields.names;
import static dev.lambic.it.conformance.ddl.Fields.table;
import static dev.lambic.it.conformance.ddl.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.operations.BatchSettings;
import dev.lambic.operations.ColumnChange;
import dev.lambic.operations.ColumnFacts;
import dev.lambic.operations.Given;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.operations.MigrateOperation.BulkInsertOp;
import dev.lambic.operations.MigrateOperation.ColumnPosition;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateTableCommentOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropConstraintOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.operations.MigrateOperation.DropTableCommentOp;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.operations.MigrateOperation.ExecuteStatementOp;
import dev.lambic.operations.MigrateOperation.RenameTableOp;
import dev.lambic.operations.NamingConvention;
import dev.lambic.operations.SqlStatement;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Constraint.Unique;
import dev.lambic.schema.ConstraintKind;
import dev.lambic.schema.Name;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads operations. */
public final class OperationReader {
  private OperationReader() {}

  static MigrateOperation of(JsonNode op) {
    return of(op, table(op));
  }

  private static MigrateOperation of(JsonNode op, TableName table) {
    return switch (text(op, "kind")) {
      case "create_table" ->
        new CreateTableOp(Tables.table(op, table), isTrue(op, "if_not_exists"));
      case "drop_table" -> new DropTableOp(table, isTrue(op, "if_exists"), null);
      case "rename_table" -> new RenameTableOp(table, name(op.path("new_name")));
      case "add_column" -> addColumn(op, table);
      case "drop_column" ->
        new DropColumnOp(
            table,
            name(op.path("column")),
            isTrue(op, "if_exists"),
            Tables.options(op.path("options")),
            null);
      case "alter_column" -> alterColumn(op, table);
      case "create_index" ->
        new CreateIndexOp(Tables.index(op, table), isTrue(op, "if_not_exists"));
      case "drop_index" ->
        new DropIndexOp(
            name(op.path("name")),
            table,
            name(op.path("schema")),
            isTrue(op, "if_exists"),
            Tables.options(op.path("dialect_options")),
            null);
      case "create_unique_constraint" ->
        add(
            table,
            new Unique(
                name(op.path("name")),
                names(op.path("columns")),
                Tables.deferral(op),
                Tables.options(op.path("dialect_options"))));
      case "create_check_constraint" -> add(table, Tables.check(op));
      case "create_primary_key" ->
        add(table, new PrimaryKey(name(op.path("name")), names(op.path("columns"))));
      case "create_foreign_key" -> createForeignKey(op, table);
      case "create_exclude_constraint" -> add(table, Tables.exclude(op));
      case "drop_constraint" ->
        new DropConstraintOp(table, name(op.path("name")), kind(op), isTrue(op, "if_exists"), null);
      case "create_table_comment" ->
        new CreateTableCommentOp(table, text(op, "comment"), text(op, "existing_comment"));
      case "drop_table_comment" -> new DropTableCommentOp(table, text(op, "existing_comment"));
      case "bulk_insert" -> bulkInsert(op, table);
      case "execute" -> new ExecuteStatementOp(statement(op));
      case "batch_alter_table" -> batch(op, table);
      default -> throw new IllegalArgumentException("an operation " + text(op, "kind"));
    };
  }

  private static MigrateOperation add(TableName table, Constraint constraint) {
    return new AddConstraintOp(table, constraint);
  }

  private static MigrateOperation addColumn(JsonNode op, TableName table) {
    ColumnPosition position = null;
    if (op.hasNonNull("insert_before") || op.hasNonNull("insert_after")) {
      boolean isBehind = op.hasNonNull("insert_after");
      position =
          new ColumnPosition(name(op.path(isBehind ? "insert_after" : "insert_before")), isBehind);
    }
    return new AddColumnOp(
        table,
        Tables.column(op.path("column")),
        isTrue(op, "if_not_exists"),
        isTrue(op, "inline_references"),
        isTrue(op, "inline_primary_key"),
        position);
  }

  private static MigrateOperation alterColumn(JsonNode op, TableName table) {
    return new AlterColumnOp(
        table,
        new ColumnChange(
            name(op.path("column")),
            facts(op, ""),
            facts(op, "existing_"),
            name(op.path("new_name")),
            Tables.options(op.path("options"))));
  }

  private static ColumnFacts facts(JsonNode op, String prefix) {
    boolean isDefaultGiven =
        isGiven(op, prefix + "server_default") && !isFalse(op, prefix + "server_default");
    boolean isCommentGiven = isGiven(op, prefix + "comment") && !isFalse(op, prefix + "comment");
    return new ColumnFacts(
        op.hasNonNull(prefix + "type") ? Types.of(op.get(prefix + "type")) : null,
        bool(op, prefix + "nullable"),
        isDefaultGiven
            ? Given.of(Tables.serverDefault(op.path(prefix + "server_default")))
            : Given.nothing(),
        isCommentGiven ? Given.of(text(op, prefix + "comment")) : Given.nothing(),
        bool(op, prefix + "autoincrement"));
  }

  private static boolean isFalse(JsonNode op, String field) {
    return op.path(field).isBoolean() && !op.path(field).booleanValue();
  }

  private static MigrateOperation createForeignKey(JsonNode op, TableName table) {
    Name schema = op.hasNonNull("source_schema") ? name(op.path("source_schema")) : table.schema();
    TableName referent =
        new TableName(name(op.path("referent_schema")), name(op.path("referent_table")));
    return add(
        new TableName(schema, table.name()),
        Tables.foreignKey(
            op, names(op.path("local_columns")), referent, names(op.path("remote_columns"))));
  }

  private static ConstraintKind kind(JsonNode op) {
    String type = text(op, "type_");
    if (type == null) {
      return null;
    }
    return switch (type) {
      case "foreignkey" -> ConstraintKind.FOREIGN_KEY;
      case "unique" -> ConstraintKind.UNIQUE;
      case "check" -> ConstraintKind.CHECK;
      case "primary" -> ConstraintKind.PRIMARY_KEY;
      default -> ConstraintKind.valueOf(type);
    };
  }

  private static MigrateOperation bulkInsert(JsonNode op, TableName table) {
    List<Column> columns = new ArrayList<>();
    op.path("columns").forEach(column -> columns.add(Tables.column(column)));
    List<List<Object>> rows = new ArrayList<>();
    List<Column> used = columns;
    if (!op.path("rows").isEmpty()) {
      JsonNode first = op.path("rows").get(0);
      used = columns.stream().filter(c -> first.has(c.name().text())).toList();
    }
    for (JsonNode row : op.path("rows")) {
      List<Object> values = new ArrayList<>();
      used.forEach(column -> values.add(Values.of(row.path(column.name().text()))));
      rows.add(values);
    }
    return new BulkInsertOp(table, used, rows, !isFalse(op, "multiinsert"));
  }

  private static SqlStatement statement(JsonNode op) {
    SqlStatement statement = SqlStatement.statement(text(op, "sql"));
    for (Map.Entry<String, JsonNode> param : op.path("params").properties()) {
      JsonNode value = param.getValue();
      statement = value.isObject() && value.has("value")
          ? statement.bind(
              param.getKey(), Values.of(value.get("value")), Types.of(value.path("type")))
          : statement.bind(param.getKey(), Values.of(value));
    }
    return statement;
  }

  private static MigrateOperation batch(JsonNode op, TableName table) {
    BatchSettings settings = BatchSettings.AUTO;
    if (op.hasNonNull("recreate")) {
      settings = settings.recreate(
          BatchSettings.Recreate.valueOf(text(op, "recreate").toUpperCase(Locale.ROOT)));
    }
    if (op.hasNonNull("copy_from")) {
      JsonNode copy = op.get("copy_from");
      Table known = Tables.table(copy, table(copy));
      settings = settings.copyFrom(known);
    }
    for (JsonNode order : op.path("partial_reordering")) {
      settings = settings.reordering(Fields.texts(order).toArray(String[]::new));
    }
    for (JsonNode constraint : op.path("table_args")) {
      settings = settings.adding(Tables.constraint(constraint));
    }
    for (Map.Entry<String, Object> option :
        Tables.options(op.path("table_options")).values().entrySet()) {
      settings = settings.with(option.getKey(), option.getValue());
    }
    if (op.hasNonNull("naming_convention")) {
      settings = settings.namingConvention(convention(op.get("naming_convention")));
    }
    List<MigrateOperation> operations = new ArrayList<>();
    op.path("ops").forEach(each -> operations.add(of(each, table)));
    return new BatchAlterTableOp(table, operations, settings);
  }

  public static NamingConvention convention(JsonNode node) {
    Map<String, String> templates = new LinkedHashMap<>();
    node.properties().forEach(e -> templates.put(e.getKey(), e.getValue().textValue()));
    return new NamingConvention(templates);
  }
}
