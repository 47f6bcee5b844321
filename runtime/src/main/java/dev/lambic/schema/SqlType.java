package dev.lambic.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column in terms that every database knows in some form; the dialect says how its own database writes it.
 * The names are SQLAlchemy's, which Alembic's users know.
 */
public sealed interface SqlType {

  /** Calls the method of the visitor that belongs to this type. */
  <R> R accept(Visitor<R> visitor);

  /** A whole number of 16 bits. */
  record SmallIntegerType() implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.smallInteger(this);
    }
  }

  /** A whole number of 32 bits. */
  record IntegerType() implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.integer(this);
    }
  }

  /** A whole number of 64 bits. */
  record BigIntegerType() implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.bigInteger(this);
    }
  }

  /**
   * An exact number.
   *
   * @param precision digits in all, or null for the database's default
   * @param scale digits behind the point, or null for none stated
   */
  record NumericType(@Nullable Integer precision, @Nullable Integer scale) implements SqlType {
    public NumericType {
      if (precision == null && scale != null) {
        throw new IllegalArgumentException("a scale needs a precision");
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.numeric(this);
    }
  }

  /** A floating-point number of 64 bits. */
  record DoubleType() implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.doublePrecision(this);
    }
  }

  /** True or false. */
  record BooleanType() implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.bool(this);
    }
  }

  /**
   * A string of limited length.
   *
   * @param length the most characters it holds, or null for no limit where the database allows that
   */
  record StringType(@Nullable Integer length) implements SqlType {
    public StringType {
      if (length != null && length < 1) {
        throw new IllegalArgumentException("a string of " + length + " characters holds nothing");
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.string(this);
    }
  }

  /** A string of any length. */
  record TextType() implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.text(this);
    }
  }

  /** A day. */
  record DateType() implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.date(this);
    }
  }

  /** A time of day, with or without time zone. */
  record TimeType(boolean timezone) implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.time(this);
    }
  }

  /** A day and time, with or without time zone. */
  record DateTimeType(boolean timezone) implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dateTime(this);
    }
  }

  /** Bytes. */
  record LargeBinaryType() implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.largeBinary(this);
    }
  }

  /** A universally unique identifier. */
  record UuidType() implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.uuid(this);
    }
  }

  /** A type of one database, taken to the letter. */
  record NamedType(String sql) implements SqlType {
    public NamedType {
      Objects.requireNonNull(sql, "sql");
      if (sql.isBlank()) {
        throw new IllegalArgumentException("a type needs a name");
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.named(this);
    }
  }

  /** One answer for each type; a new type stops the build until every dialect has one. */
  interface Visitor<R> {
    R smallInteger(SmallIntegerType type);

    R integer(IntegerType type);

    R bigInteger(BigIntegerType type);

    R numeric(NumericType type);

    R doublePrecision(DoubleType type);

    R bool(BooleanType type);

    R string(StringType type);

    R text(TextType type);

    R date(DateType type);

    R time(TimeType type);

    R dateTime(DateTimeType type);

    R largeBinary(LargeBinaryType type);

    R uuid(UuidType type);

    R named(NamedType type);
  }
}
