package dev.lambic.it.conformance.ddl;

import static dev.lambic.it.conformance.ddl.Fields.bool;
import static dev.lambic.it.conformance.ddl.Fields.isTrue;
import static dev.lambic.it.conformance.ddl.Fields.name;
import static dev.lambic.it.conformance.ddl.Fields.names;
import static dev.lambic.it.conformance.ddl.Fields.number;
import static dev.lambic.it.conformance.ddl.Fields.text;
import static dev.lambic.it.conformance.ddl.Fields.texts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.schema.Column;
import dev.lambic.schema.Computed;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.Exclude;
import dev.lambic.schema.Constraint.ExcludedElement;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Constraint.Unique;
import dev.lambic.schema.Deferral;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Identity;
import dev.lambic.schema.Index;
import dev.lambic.schema.Options;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.Sequence;
import dev.lambic.schema.SequenceOptions;
import dev.lambic.schema.ServerDefault;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads tables and what they are made of. */
public final class Tables {
  private Tables() {}

  static final Function<String, Expression> COLUMN =
      text -> new Expression.ColumnReference(dev.lambic.schema.Name.of(text));
  static final Function<String, Expression> SQL = Expression.SqlText::new;
  private static final Function<String, Expression> STRING = Expression.Literal::new;

  public static Table table(JsonNode node, TableName name) {
    List<Column> columns = new ArrayList<>();
    node.path("columns").forEach(column -> columns.add(column(column)));
    List<Constraint> constraints = new ArrayList<>();
    node.path("constraints").forEach(constraint -> constraints.add(constraint(constraint)));
    List<Index> indexes = new ArrayList<>();
    node.path("indexes").forEach(index -> indexes.add(index(index, name)));
    return new Table(
        name,
        columns,
        constraints,
        indexes,
        text(node, "comment"),
        texts(node.path("prefixes")),
        options(node.path("dialect_options")));
  }

  static Index index(JsonNode node, TableName table) {
    List<Expression> elements = new ArrayList<>();
    node.path("columns").forEach(element -> elements.add(expression(element, COLUMN)));
    return new Index(
        name(node.path("name")),
        table,
        elements,
        isTrue(node, "unique"),
        options(node.path("dialect_options")));
  }

  static Expression expression(JsonNode node, Function<String, Expression> ofString) {
    if (node.isTextual()) {
      return ofString.apply(node.textValue());
    }
    if (node.has("text")) {
      return new Expression.SqlText(node.get("text").textValue());
    }
    if (node.has("literal_column")) {
      return new Expression.SqlText(node.get("literal_column").textValue());
    }
    if (node.has("func")) {
      List<Expression> arguments = new ArrayList<>();
      node.path("args").forEach(argument -> arguments.add(expression(argument, ofString)));
      return new Expression.FunctionCall(node.get("func").textValue(), arguments);
    }
    if (node.has("const")) {
      return Expression.Constant.valueOf(
          node.get("const").textValue().toUpperCase(java.util.Locale.ROOT));
    }
    if (node.has("next_value")) {
      return new Expression.NextValue(
          new TableName(name(node.path("schema")), name(node.path("next_value"))));
    }
    if (!node.isObject()) {
      return new Expression.Literal(Values.of(node));
    }
    Expression column = new Expression.ColumnReference(name(node.path("column")));
    return node.has("order")
        ? new Expression.Ordered(column, node.get("order").textValue().equals("desc"))
        : column;
  }

  static ServerDefault serverDefault(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (node.has("computed")) {
      return computed(node.get("computed"));
    }
    return node.has("identity") ? identity(node.get("identity")) : expression(node, STRING);
  }

  private static Computed computed(JsonNode node) {
    return new Computed(text(node, "sqltext"), bool(node, "persisted"));
  }

  private static Identity identity(JsonNode node) {
    return new Identity(
        isTrue(node, "always"),
        isTrue(node, "on_null"),
        new SequenceOptions(
            number(node, "start"),
            number(node, "increment"),
            number(node, "minvalue"),
            number(node, "maxvalue"),
            isTrue(node, "nominvalue"),
            isTrue(node, "nomaxvalue"),
            bool(node, "cycle"),
            number(node, "cache"),
            bool(node, "order")));
  }

  public static Column column(JsonNode node) {
    Column column = Column.of(name(node.path("name")), Types.of(node.path("type")))
        .primaryKey(isTrue(node, "primary_key"))
        .unique(isTrue(node, "unique"))
        .indexed(isTrue(node, "index"))
        .comment(text(node, "comment"));
    if (node.hasNonNull("nullable")) {
      column = column.nullable(node.get("nullable").booleanValue());
    }
    if (node.hasNonNull("autoincrement") && node.get("autoincrement").isBoolean()) {
      column = column.autoincrement(node.get("autoincrement").booleanValue());
    }
    if (node.has("computed")) {
      column = column.serverDefault(computed(node.get("computed")));
    } else if (node.has("identity")) {
      column = column.serverDefault(identity(node.get("identity")));
    } else {
      column = column.serverDefault(serverDefault(node.path("server_default")));
    }
    if (node.has("sequence")) {
      Sequence sequence =
          Sequence.of(new TableName(null, name(node.get("sequence").path("name"))));
      column = column.sequence(
          isTrue(node.get("sequence"), "optional") ? sequence.optional() : sequence);
    }
    for (JsonNode key : node.path("foreign_keys")) {
      String target = text(key, "target");
      column = column.references(foreignKey(
          key,
          List.of(column.name()),
          Fields.targetTable(target),
          List.of(Fields.targetColumn(target))));
    }
    for (JsonNode check : node.path("checks")) {
      column = column.check(check(check));
    }
    for (Map.Entry<String, Object> option :
        options(node.path("dialect_options")).values().entrySet()) {
      column = column.with(option.getKey(), option.getValue());
    }
    return column;
  }

  static Deferral deferral(JsonNode node) {
    return new Deferral(bool(node, "deferrable"), text(node, "initially"));
  }

  static Check check(JsonNode node) {
    return new Check(
        name(node.path("name")),
        expression(node.path("condition"), SQL),
        options(node.path("dialect_options")));
  }

  static ForeignKey foreignKey(
      JsonNode node,
      List<dev.lambic.schema.Name> columns,
      TableName referent,
      List<dev.lambic.schema.Name> referentColumns) {
    return new ForeignKey(
        name(node.path("name")),
        columns,
        referent,
        referentColumns,
        action(node, "ondelete"),
        action(node, "onupdate"),
        deferral(node),
        text(node, "match"),
        options(node.path("dialect_options")));
  }

  private static ReferentialAction action(JsonNode node, String field) {
    return node.hasNonNull(field) ? new ReferentialAction(text(node, field)) : null;
  }

  static Exclude exclude(JsonNode node) {
    List<ExcludedElement> elements = new ArrayList<>();
    node.path("elements")
        .forEach(element -> elements.add(
            new ExcludedElement(expression(element.get(0), SQL), element.get(1).textValue())));
    return new Exclude(
        name(node.path("name")),
        elements,
        node.hasNonNull("using") ? text(node, "using") : "gist",
        node.hasNonNull("where") ? expression(node.get("where"), SQL) : null,
        deferral(node),
        options(node.path("dialect_options")));
  }

  static Constraint constraint(JsonNode node) {
    Options options = options(node.path("dialect_options"));
    return switch (text(node, "kind")) {
      case "primary_key" ->
        new PrimaryKey(name(node.path("name")), names(node.path("columns")), options);
      case "unique" ->
        new Unique(name(node.path("name")), names(node.path("columns")), deferral(node), options);
      case "check" -> check(node);
      case "exclude" -> exclude(node);
      case "foreign_key" -> {
        List<String> targets = texts(node.path("targets"));
        yield foreignKey(
            node,
            names(node.path("columns")),
            Fields.targetTable(targets.get(0)),
            targets.stream().map(Fields::targetColumn).toList());
      }
      default -> throw new IllegalArgumentException("a constraint " + node);
    };
  }

  static Options options(JsonNode node) {
    Options options = Options.NONE;
    for (Map.Entry<String, JsonNode> option : node.properties()) {
      Object value = option(option.getKey(), option.getValue());
      if (value != null) {
        options = options.with(option.getKey(), value);
      }
    }
    return options;
  }

  private static Object option(String name, JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    if (name.endsWith("_where")) {
      return expression(node, SQL);
    }
    if (node.isArray()) {
      return texts(node);
    }
    if (node.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.properties().forEach(e -> map.put(e.getKey(), Values.of(e.getValue())));
      return map;
    }
    return Values.of(node);
  }
}
