package dev.lambic.schema;

/**
 * What the database does with a row when the row that it refers to goes or changes.
 *
 * @param sql the keywords: {@code SET NULL}, or on PostgreSQL {@code SET NULL (a, b)}
 */
public record ReferentialAction(String sql) {
  public static final ReferentialAction NO_ACTION = new ReferentialAction("NO ACTION");
  public static final ReferentialAction RESTRICT = new ReferentialAction("RESTRICT");
  public static final ReferentialAction CASCADE = new ReferentialAction("CASCADE");
  public static final ReferentialAction SET_NULL = new ReferentialAction("SET NULL");
  public static final ReferentialAction SET_DEFAULT = new ReferentialAction("SET DEFAULT");

  public ReferentialAction {
    if (sql.isBlank()) {
      throw new IllegalArgumentException("a referential action needs its keywords");
    }
  }
}
