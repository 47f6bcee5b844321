package dev.lambic.it.conformance.autogenerate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.Inspector;
import dev.lambic.operations.ColumnChange;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateTableCommentOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropConstraintOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.operations.MigrateOperation.DropTableCommentOp;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Computed;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.Unique;
import dev.lambic.schema.ConstraintKind;
import dev.lambic.schema.Deferral;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Expression.ColumnReference;
import dev.lambic.schema.Identity;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.SequenceOptions;
import dev.lambic.schema.ServerDefault;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes operations as the format has them. */
final class OperationWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Inspector inspector;
  private final Dialect dialect;

  OperationWriter(Inspector inspector) {
    this.inspector = inspector;
    this.dialect = inspector.dialect();
  }

  ObjectNode write(MigrateOperation operation) {
    if (operation instanceof CreateTableOp create) {
      return table(create.table());
    }
    if (operation instanceof DropTableOp drop) {
      return of("drop_table", drop.name());
    }
    if (operation instanceof AddColumnOp add) {
      ObjectNode node = of("add_column", add.table());
      node.set("column", column(add.column(), Table.of(add.table(), add.column())));
      return node;
    }
    if (operation instanceof DropColumnOp drop) {
      return of("drop_column", drop.table()).put("column", drop.column().text());
    }
    if (operation instanceof AlterColumnOp alter) {
      return change(alter);
    }
    if (operation instanceof CreateIndexOp create) {
      return index(create.index());
    }
    if (operation instanceof DropIndexOp drop) {
      return of("drop_index", drop.table()).put("name", text(drop.name()));
    }
    if (operation instanceof AddConstraintOp add) {
      return added(add.table(), add.constraint());
    }
    if (operation instanceof DropConstraintOp drop) {
      return of("drop_constraint", drop.table())
          .put("name", text(drop.name()))
          .put("type_", word(drop.kind()));
    }
    if (operation instanceof CreateTableCommentOp create) {
      ObjectNode node = of("create_table_comment", create.table()).put("comment", create.comment());
      put(node, "existing_comment", create.existing());
      return node;
    }
    if (operation instanceof DropTableCommentOp drop) {
      ObjectNode node = of("drop_table_comment", drop.table());
      put(node, "existing_comment", drop.existing());
      return node;
    }
    return JSON.objectNode().put("kind", operation.toString());
  }

  private String text(Name name) {
    return name == null ? null : inspector.writtenName(name);
  }

  private static void put(ObjectNode node, String field, String value) {
    if (value != null) {
      node.put(field, value);
    }
  }

  private static ObjectNode of(String kind, TableName table) {
    ObjectNode node =
        JSON.objectNode().put("kind", kind).put("table", table.name().text());
    put(node, "schema", table.schema() == null ? null : table.schema().text());
    return node;
  }

  private static String word(ConstraintKind kind) {
    return switch (kind) {
      case PRIMARY_KEY -> "primary";
      case UNIQUE -> "unique";
      case CHECK -> "check";
      case FOREIGN_KEY -> "foreignkey";
      case EXCLUDE -> "exclude";
    };
  }

  private ObjectNode table(Table table) {
    ObjectNode node = of("create_table", table.name());
    ArrayNode columns = node.putArray("columns");
    table.columns().forEach(column -> columns.add(column(column, table)));
    List<ObjectNode> constraints = new ArrayList<>();
    table.constraints().forEach(constraint -> constraints.add(constraint(constraint)));
    node.set("constraints", sorted(constraints));
    put(node, "comment", table.comment());
    return node;
  }

  /** The order of constraints inside a table has no meaning. */
  static ArrayNode sorted(List<ObjectNode> constraints) {
    ArrayNode array = JSON.arrayNode();
    constraints.stream()
        .map(AutogenerateSuite::canonical)
        .sorted((left, right) -> left.toString().compareTo(right.toString()))
        .forEach(array::add);
    return array;
  }

  private ObjectNode constraint(Constraint constraint) {
    ObjectNode node = JSON.objectNode();
    node.put("name", text(constraint.name()));
    if (constraint instanceof Check check) {
      return node.put("kind", "check").put("condition", inspector.sql(check.condition()));
    }
    if (constraint instanceof Constraint.Exclude) {
      return node.put("kind", "exclude");
    }
    names(node, "columns", constraint.columns());
    if (constraint instanceof ForeignKey key) {
      node.put("kind", "foreign_key");
      ArrayNode targets = node.putArray("targets");
      key.referentColumns().forEach(column -> targets.add(key.referent() + "." + column));
      return options(node, key);
    }
    if (constraint instanceof Unique unique) {
      deferral(node, unique.deferral());
      options(node, unique.options());
      return node.put("kind", "unique");
    }
    return node.put("kind", "primary_key");
  }

  private static void names(ObjectNode node, String field, List<Name> names) {
    ArrayNode array = node.putArray(field);
    names.forEach(name -> array.add(name.text()));
  }

  private static ObjectNode options(ObjectNode node, ForeignKey key) {
    put(node, "ondelete", key.onDelete() == null ? null : key.onDelete().sql());
    put(node, "onupdate", key.onUpdate() == null ? null : key.onUpdate().sql());
    put(node, "match", key.match());
    deferral(node, key.deferral());
    return node;
  }

  private static void deferral(ObjectNode node, Deferral deferral) {
    if (deferral.deferrable() != null) {
      node.put("deferrable", deferral.deferrable());
    }
    put(node, "initially", deferral.initially());
  }

  private ObjectNode added(TableName table, Constraint constraint) {
    if (constraint instanceof ForeignKey key) {
      ObjectNode node = JSON.objectNode()
          .put("kind", "create_foreign_key")
          .put("name", text(key.name()))
          .put("table", table.name().text())
          .put("referent_table", key.referent().name().text());
      names(node, "local_columns", key.columns());
      names(node, "remote_columns", key.referentColumns());
      put(node, "source_schema", table.schema() == null ? null : table.schema().text());
      put(
          node,
          "referent_schema",
          key.referent().schema() == null ? null : key.referent().schema().text());
      return options(node, key);
    }
    String kind = switch (constraint.kind()) {
      case UNIQUE -> "create_unique_constraint";
      case CHECK -> "create_check_constraint";
      case PRIMARY_KEY -> "create_primary_key";
      default -> "create_exclude_constraint";
    };
    ObjectNode node = constraint(constraint);
    node.setAll(of(kind, table));
    return node;
  }

  private ObjectNode index(Index index) {
    ObjectNode node = of("create_index", index.table())
        .put("name", text(index.name()))
        .put("unique", index.isUnique());
    ArrayNode columns = node.putArray("columns");
    for (Expression element : index.elements()) {
      if (element instanceof ColumnReference column) {
        columns.add(column.column().text());
      } else {
        columns.addObject().put("text", inspector.sql(element));
      }
    }
    options(node, index.options());
    return node;
  }

  private void options(ObjectNode node, Options options) {
    ObjectNode own = JSON.objectNode();
    for (Map.Entry<String, Object> option : options.of(dialect.id()).entrySet()) {
      String name = dialect.id() + "_" + option.getKey();
      Object value = option.getValue();
      if (value instanceof Expression expression) {
        own.put(name, inspector.sql(expression));
      } else if (value instanceof Boolean flag) {
        own.put(name, flag);
      } else if (value instanceof List<?> list) {
        ArrayNode array = own.putArray(name);
        list.forEach(element -> array.add(element.toString()));
      } else if (value instanceof Map<?, ?> map) {
        ObjectNode object = own.putObject(name);
        map.forEach((key, each) -> object.put(key.toString(), each.toString()));
      } else {
        own.put(name, value.toString());
      }
    }
    if (!own.isEmpty()) {
      node.set("dialect_options", own);
    }
  }

  private ObjectNode column(Column column, Table table) {
    ObjectNode node = JSON.objectNode()
        .put("name", column.name().text())
        .put("nullable", table.isNullable(column));
    type(node, "type", column.type(), true);
    if (column.serverDefault() instanceof Expression) {
      serverDefault(node, "server_default", column.serverDefault());
    } else if (column.serverDefault() != null) {
      node.setAll(json(column.serverDefault()));
    }
    put(node, "comment", column.comment());
    return node;
  }

  private void type(ObjectNode node, String field, SqlType type, boolean withValues) {
    node.put(field, dialect.typeSql(type));
    if (withValues && inspector.resolved(type) instanceof EnumType enumeration) {
      ArrayNode values = node.putArray("enum_values");
      enumeration.values().forEach(values::add);
    }
  }

  private void serverDefault(ObjectNode node, String field, ServerDefault value) {
    if (value == null) {
      node.putNull(field);
    } else if (value instanceof Expression expression) {
      node.put(field, inspector.defaultSql(expression));
    } else {
      node.set(field, json(value));
    }
  }

  private static ObjectNode json(ServerDefault value) {
    ObjectNode node = JSON.objectNode();
    if (value instanceof Computed computed) {
      ObjectNode inner = node.putObject("computed").put("sqltext", computed.sql());
      if (computed.persisted() != null) {
        inner.put("persisted", computed.persisted());
      }
      return node;
    }
    Identity identity = (Identity) value;
    SequenceOptions options = identity.options();
    ObjectNode inner = node.putObject("identity").put("always", identity.isAlways());
    put(inner, "start", options.start());
    put(inner, "increment", options.increment());
    put(inner, "minvalue", options.minValue());
    put(inner, "maxvalue", options.maxValue());
    put(inner, "cache", options.cache());
    if (options.cycle() != null) {
      inner.put("cycle", options.cycle());
    }
    return node;
  }

  private static void put(ObjectNode node, String field, Long value) {
    if (value != null) {
      node.put(field, value);
    }
  }

  private ObjectNode change(AlterColumnOp alter) {
    ColumnChange change = alter.change();
    ObjectNode node =
        of("alter_column", alter.table()).put("column", change.column().text());
    if (change.to().nullable() != null) {
      node.put("nullable", change.to().nullable());
    }
    if (change.to().type() != null) {
      type(node, "type", change.to().type(), true);
    }
    if (change.to().serverDefault().isGiven()) {
      serverDefault(node, "server_default", change.to().serverDefault().value());
    }
    if (change.to().comment().isGiven()) {
      node.put("comment", change.to().comment().value());
    }
    if (change.from().type() != null) {
      type(node, "existing_type", change.from().type(), false);
    }
    if (change.from().nullable() != null) {
      node.put("existing_nullable", change.from().nullable());
    }
    if (change.from().serverDefault().value() != null) {
      serverDefault(
          node, "existing_server_default", change.from().serverDefault().value());
    }
    if (change.from().comment().value() != null) {
      node.put("existing_comment", change.from().comment().value());
    }
    if (change.from().autoincrement() != null) {
      node.put("autoincrement", change.from().autoincrement());
    }
    return node;
  }
}
