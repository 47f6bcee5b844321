package dev.lambic.autogenerate;

import org.jspecify.annotations.Nullable;

/**
 * Users' code that leaves out parts of the database by their names, before they are read. The model is not filtered: an
 * object that is left out and stands in the model counts as new. Mirrors Alembic's {@code include_name}.
 */
@FunctionalInterface
public interface IncludeName {
  /** Leaves out nothing. */
  IncludeName ALL = (name, type, parents) -> true;

  /**
   * Tells whether an object of the database takes part.
   *
   * @param name its name; null for the connection's own schema
   * @param type what it is
   * @param parents what it belongs to
   */
  boolean includes(@Nullable String name, ObjectType type, Parents parents);

  /**
   * What an object belongs to.
   *
   * @param schema the schema, or null for the connection's own
   * @param table the table, or null for an object that belongs to none
   */
  record Parents(@Nullable String schema, @Nullable String table) {
    /** Returns {@code schema.table} or {@code table}, or nothing for an object that belongs to no table. */
    public String qualifiedTable() {
      return table == null ? "" : schema == null ? table : schema + "." + table;
    }
  }
}
