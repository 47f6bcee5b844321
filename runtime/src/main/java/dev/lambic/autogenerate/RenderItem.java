package dev.lambic.autogenerate;

import org.jspecify.annotations.Nullable;

/** Users' code that writes a part of an operation as Java source of its own. Mirrors Alembic's {@code render_item}. */
@FunctionalInterface
public interface RenderItem {
  /** Leaves everything to Lambic. */
  RenderItem NONE = (type, item) -> null;

  /**
   * Returns the source of an item.
   *
   * @param type {@code column}, {@code primary_key}, {@code foreign_key}, {@code unique}, {@code check}, {@code type} or
   *     {@code server_default}
   * @param item the column, constraint, type or default
   * @return the source; an empty one to leave the item out; null to leave it to Lambic
   */
  @Nullable
  String render(String type, Object item);
}
