package dev.lambic.schema;

import java.util.Objects;

/** A value that the database computes or keeps: a default, a condition, an element of an index. */
public sealed interface Expression {

  /** A string value; the dialect quotes it. */
  record Literal(String value) implements Expression {
    public Literal {
      Objects.requireNonNull(value, "value");
    }
  }

  /** SQL of the user's own, taken to the letter. */
  record SqlText(String sql) implements Expression {
    public SqlText {
      if (sql.isBlank()) {
        throw new IllegalArgumentException("an SQL expression needs some text");
      }
    }
  }

  /** A column, by its name. */
  record ColumnReference(Name column) implements Expression {}
}
