package dev.lambic.it.conformance.ddl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.schema.Name;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.List;

/** Reads the atoms of a case. What is not there is null. */
public final class Fields {
  private Fields() {}

  public static boolean isGiven(JsonNode object, String field) {
    return object.has(field);
  }

  public static boolean isTrue(JsonNode object, String field) {
    return object.path(field).asBoolean(false);
  }

  public static Boolean bool(JsonNode object, String field) {
    return object.hasNonNull(field) ? object.get(field).booleanValue() : null;
  }

  public static Integer integer(JsonNode object, String field) {
    return object.hasNonNull(field) ? object.get(field).intValue() : null;
  }

  public static Long number(JsonNode object, String field) {
    return object.hasNonNull(field) ? object.get(field).longValue() : null;
  }

  public static String text(JsonNode object, String field) {
    return object.hasNonNull(field) ? object.get(field).textValue() : null;
  }

  public static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.textValue()));
    return texts;
  }

  /** An identifier, or the name of a constraint or index; null when it is not there or null. */
  public static Name name(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (node.isTextual()) {
      return Name.of(node.textValue());
    }
    if (node.has("conv")) {
      return Name.exact(node.get("conv").textValue());
    }
    Name.Quoting quoting = node.has("quote")
        ? node.get("quote").booleanValue() ? Name.Quoting.ALWAYS : Name.Quoting.NEVER
        : Name.Quoting.WHEN_NEEDED;
    return new Name(node.get("id").textValue(), quoting);
  }

  public static List<Name> names(JsonNode array) {
    List<Name> names = new ArrayList<>();
    array.forEach(element -> names.add(name(element)));
    return names;
  }

  /** The table of an operation, or null when it has none. */
  public static TableName table(JsonNode op) {
    Name table = name(op.path("table"));
    return table == null ? null : new TableName(name(op.path("schema")), table);
  }

  /** The table of {@code table.column} or {@code schema.table.column}. */
  public static TableName targetTable(String target) {
    String[] parts = target.split("\\.", -1);
    int last = parts.length - 1;
    Name schema = last < 2 ? null : Name.of(String.join(".", List.of(parts).subList(0, last - 1)));
    return new TableName(schema, Name.of(parts[last - 1]));
  }

  public static Name targetColumn(String target) {
    return Name.of(target.substring(target.lastIndexOf('.') + 1));
  }
}
