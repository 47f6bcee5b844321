package dev.lambic.it.conformance.autogenerate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Brings operations into a form in which equal ones are equal texts. */
final class Normal {
  private static final Set<String> KNOWN = Set.of(
      "BIGINT",
      "BLOB",
      "BOOLEAN",
      "CHAR",
      "DATE",
      "DATETIME",
      "DOUBLE",
      "DECIMAL",
      "FLOAT",
      "INTEGER",
      "JSON",
      "NUMERIC",
      "REAL",
      "SMALLINT",
      "TEXT",
      "TIME",
      "TIMESTAMP",
      "VARCHAR",
      "NVARCHAR");

  private Normal() {}

  static String line(JsonNode operation, String dialect) {
    ObjectNode node = (ObjectNode) operation.deepCopy();
    if (node.path("constraints") instanceof ArrayNode constraints) {
      List<ObjectNode> sorted = new ArrayList<>();
      constraints.forEach(constraint -> sorted.add((ObjectNode) constraint));
      node.set("constraints", OperationWriter.sorted(sorted));
    }
    if (dialect.equals("sqlite")) {
      sqlite(node);
      sqlite(node.path("column"));
      node.path("columns").forEach(Normal::sqlite);
    }
    return AutogenerateSuite.canonical(node).toString();
  }

  /** Alembic puts parentheses around most defaults that it reads, and calls unknown types by their affinity. */
  private static void sqlite(JsonNode part) {
    if (!(part instanceof ObjectNode node)) {
      return;
    }
    for (String field : List.of("server_default", "existing_server_default")) {
      String text = node.path(field).textValue();
      if (text != null && text.startsWith("(") && text.endsWith(")")) {
        node.put(field, text.substring(1, text.length() - 1));
      }
    }
    for (String field : List.of("type", "existing_type")) {
      if (node.path(field).isTextual()) {
        node.put(field, affinity(node.get(field).textValue()));
      }
    }
  }

  /** SQLAlchemy's rule ("Datatypes In SQLite", 3.1), less the known names. */
  private static String affinity(String type) {
    String name = type.replaceAll("\\(.*", "").strip().toUpperCase(Locale.ROOT);
    String arguments = type.contains("(") ? type.substring(type.indexOf('(')) : "";
    if (KNOWN.contains(name)) {
      return type;
    }
    if (name.contains("INT")) {
      return "INTEGER";
    }
    if (name.contains("CHAR") || name.contains("CLOB") || name.contains("TEXT")) {
      return "TEXT" + arguments;
    }
    return name.contains("REAL") || name.contains("FLOA") || name.contains("DOUB") ? "REAL" : type;
  }
}
