package dev.lambic.dialect;

import dev.lambic.schema.SqlType;
import dev.lambic.schema.TypeFamily;

/** The types that SQLite alone knows. Any other one is written as it is: {@code type("ANY")}. */
public final class SqliteTypes {
  private SqliteTypes() {}

  /** No type: the column takes values of any kind. */
  public static SqlType untyped() {
    return new Untyped("");
  }

  /** No type, and a collation for texts. */
  public static SqlType untyped(String collation) {
    return new Untyped(collation);
  }

  /** A column of which only the name is written, and perhaps a collation; an empty one for none. */
  public record Untyped(String collation) implements SqlType.WrittenType {
    @Override
    public String write(Writer writer) {
      return collation.isEmpty() ? "" : "COLLATE " + collation;
    }

    @Override
    public TypeFamily family() {
      return SqliteTypeNames.family("");
    }
  }
}
