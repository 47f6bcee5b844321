package dev.lambic.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value that the database computes or keeps: a default, a condition, an element of an index. */
public sealed interface Expression extends ServerDefault {

  /**
   * A value, written as a literal of the database.
   *
   * @param value a string, number, boolean, date, time, UUID, byte array or duration, or null
   * @param type the type that it is a value of, where that changes how it is written; null to go by the value
   */
  record Literal(@Nullable Object value, @Nullable SqlType type) implements Expression {
    /** Makes a literal that goes by its value. */
    public Literal(@Nullable Object value) {
      this(value, null);
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
  record ColumnReference(Name column) implements Expression {
    public ColumnReference {
      Objects.requireNonNull(column, "column");
    }
  }

  /** An element of an index in ascending or descending order. */
  record Ordered(Expression element, boolean descending) implements Expression {
    public Ordered {
      Objects.requireNonNull(element, "element");
    }
  }

  /** A call of an SQL function; the dialect knows the name of the common ones, such as {@code now}. */
  record FunctionCall(String name, List<Expression> arguments) implements Expression {
    public FunctionCall {
      Objects.requireNonNull(name, "name");
      arguments = List.copyOf(arguments);
    }
  }

  /** The next number of a sequence. */
  record NextValue(TableName sequence) implements Expression {
    public NextValue {
      Objects.requireNonNull(sequence, "sequence");
    }
  }

  /** A value that every database has a word for, though not the same. */
  enum Constant implements Expression {
    TRUE,
    FALSE,
    NULL
  }
}
