package dev.lambic.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table, with its schema where one is given.
 *
 * @param schema the schema, or null for the connection's own
 * @param name the table
 */
public record TableName(@Nullable Name schema, Name name) {
  public TableName {
    Objects.requireNonNull(name, "name");
  }

  /** Returns the name of a table in the connection's own schema. */
  public static TableName of(String name) {
    return new TableName(null, Name.of(name));
  }

  /** Returns the name of a table in a schema. */
  public static TableName of(String schema, String name) {
    return new TableName(Name.of(schema), Name.of(name));
  }

  /** Returns the name of another object, such as an index, in the same schema. */
  public TableName sibling(Name other) {
    return new TableName(schema, other);
  }

  /** Returns {@code schema.name} or {@code name}, without quotes, for messages. */
  @Override
  public String toString() {
    return schema == null ? name.text() : schema.text() + "." + name.text();
  }
}
