package dev.lambic.schema;

import org.jspecify.annotations.Nullable;

/**
 * The value of a column that the database computes from other columns.
 *
 * @param sql the expression, as SQL
 * @param persisted whether it is stored with the row (true) or computed when read (false); null for the database's default
 */
public record Computed(String sql, @Nullable Boolean persisted) implements ServerDefault {
  public Computed {
    if (sql.isBlank()) {
      throw new IllegalArgumentException("a computed column needs an expression");
    }
  }

  /** Returns the same expression, stored with the row. */
  public Computed stored() {
    return new Computed(sql, true);
  }

  /** Returns the same expression, computed whenever it is read. */
  public Computed virtual() {
    return new Computed(sql, false);
  }
}
