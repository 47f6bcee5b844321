package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one statement does to the rows of the version table.
 *
 * @param verb {@code insert}, {@code delete} or {@code update}
 * @param removed the row that goes, or null
 * @param added the row that comes, or null
 */
record RowOperation(String verb, String removed, String added) {
  private static final Pattern VERB =
      Pattern.compile("(INSERT INTO|DELETE FROM|UPDATE) alembic_version\\b");
  private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");

  static RowOperation insert(String id) {
    return new RowOperation("insert", null, id);
  }

  static RowOperation delete(String id) {
    return new RowOperation("delete", id, null);
  }

  static RowOperation update(String from, String to) {
    return new RowOperation("update", from, to);
  }

  static List<RowOperation> ofJson(JsonNode operations) {
    List<RowOperation> list = new ArrayList<>();
    for (JsonNode operation : operations) {
      if (operation.has("insert")) {
        list.add(insert(operation.path("insert").textValue()));
      } else if (operation.has("delete")) {
        list.add(delete(operation.path("delete").textValue()));
      } else {
        JsonNode update = operation.path("update");
        list.add(update(update.path(0).textValue(), update.path(1).textValue()));
      }
    }
    return list;
  }

  /** Reads a statement on the version table. */
  static RowOperation ofSql(String sql) {
    List<String> literals = LITERAL
        .matcher(sql)
        .results()
        .map(match -> match.group(1).replace("''", "'"))
        .toList();
    Matcher verb = VERB.matcher(sql);
    if (!verb.lookingAt() || literals.size() != (verb.group(1).equals("UPDATE") ? 2 : 1)) {
      throw new IllegalArgumentException("not a statement on one row of the version table: " + sql);
    }
    return switch (verb.group(1)) {
      case "INSERT INTO" -> insert(literals.get(0));
      case "DELETE FROM" -> delete(literals.get(0));
      default -> update(literals.get(1), literals.get(0));
    };
  }

  /** Returns what the operations come to, whatever their order: rows removed, rows added, and how many of each verb. */
  static String netEffect(List<RowOperation> operations) {
    return "removed " + removed(operations) + ", added " + added(operations) + ", by "
        + count(operations, "insert") + " inserts, " + count(operations, "delete") + " deletes, "
        + count(operations, "update") + " updates";
  }

  static List<String> removed(List<RowOperation> operations) {
    return operations.stream()
        .filter(operation -> operation.removed != null)
        .map(RowOperation::removed)
        .sorted()
        .toList();
  }

  static List<String> added(List<RowOperation> operations) {
    return operations.stream()
        .filter(operation -> operation.added != null)
        .map(RowOperation::added)
        .sorted()
        .toList();
  }

  static long count(List<RowOperation> operations, String verb) {
    return operations.stream().filter(operation -> operation.verb.equals(verb)).count();
  }

  @Override
  public String toString() {
    return switch (verb) {
      case "insert" -> "insert " + added;
      case "delete" -> "delete " + removed;
      default -> "update " + removed + " to " + added;
    };
  }
}
