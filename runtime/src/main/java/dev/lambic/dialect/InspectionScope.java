package dev.lambic.dialect;

import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a database is read. What is left out is not read at all: the database is asked about the names that pass
 * alone.
 *
 * @param schemas tells by a schema's name whether it is read; null stands for the connection's own schema
 * @param tables tells by the names of schema (null for the connection's own) and table whether a table is read
 */
public record InspectionScope(
    Predicate<@Nullable String> schemas, BiPredicate<@Nullable String, String> tables) {
  /** All tables of the connection's own schema. */
  public static final InspectionScope DEFAULT_SCHEMA =
      new InspectionScope(Objects::isNull, (schema, table) -> true);

  /** All tables of all schemas that users have made. */
  public static final InspectionScope ALL_SCHEMAS =
      new InspectionScope(schema -> true, (schema, table) -> true);

  public InspectionScope {
    Objects.requireNonNull(schemas, "schemas");
    Objects.requireNonNull(tables, "tables");
  }
}
