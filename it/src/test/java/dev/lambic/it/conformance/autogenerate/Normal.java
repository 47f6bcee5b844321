package dev.lambic.it.conformance.autogenerate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Brings operations into a form in which equal ones are equal texts. */
final class Normal {
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

  private static String affinity(String type) {
    return switch (type) {
      case "TINYINT(1)", "UNSIGNED BIG INT" -> "INTEGER";
      default -> type;
    };
  }
}
