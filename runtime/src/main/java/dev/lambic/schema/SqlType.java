package dev.lambic.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column in terms that every database knows in some form; the dialect says how its own database writes it.
 * The names are SQLAlchemy's, which Alembic's users know. A type of one database alone is a {@link NativeType}, one of the
 * user's own a {@link CustomType}.
 */
public sealed interface SqlType
    permits SqlType.SmallIntegerType,
        SqlType.IntegerType,
        SqlType.BigIntegerType,
        SqlType.NumericType,
        SqlType.FloatType,
        SqlType.DoubleType,
        SqlType.BooleanType,
        SqlType.StringType,
        SqlType.TextType,
        SqlType.DateType,
        SqlType.TimeType,
        SqlType.DateTimeType,
        SqlType.TimestampType,
        SqlType.IntervalType,
        SqlType.LargeBinaryType,
        SqlType.UuidType,
        SqlType.JsonType,
        SqlType.ArrayType,
        SqlType.NativeType,
        SqlType.NullType,
        SqlType.VariantType,
        SqlType.CustomType,
        SqlType.WrittenType,
        EnumType {

  /** Calls the method of the visitor that belongs to this type. */
  <R> R accept(Visitor<R> visitor);

  /** Returns what kind of values it holds. */
  TypeFamily family();

  /** Returns this type, but another one on the given dialect: {@code text().on("postgresql", jsonb())}. */
  default SqlType on(String dialect, SqlType type) {
    return new VariantType(this, new LinkedHashMap<>()).on(dialect, type);
  }

  /** A whole number of 16 bits. */
  record SmallIntegerType() implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.smallInteger(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.INTEGER;
    }
  }

  /** A whole number of 32 bits. */
  record IntegerType() implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.integer(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.INTEGER;
    }
  }

  /** A whole number of 64 bits. */
  record BigIntegerType() implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.bigInteger(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.INTEGER;
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

    @Override
    public TypeFamily family() {
      return TypeFamily.NUMERIC;
    }
  }

  /**
   * A floating-point number.
   *
   * @param precision as the database understands it, or null for its default
   */
  record FloatType(@Nullable Integer precision) implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.floatingPoint(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.NUMERIC;
    }
  }

  /**
   * A floating-point number of 64 bits.
   *
   * @param precision as the database understands it, or null for its default
   */
  record DoubleType(@Nullable Integer precision) implements SqlType {
    /** Makes the type without a precision. */
    public DoubleType() {
      this(null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.doublePrecision(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.NUMERIC;
    }
  }

  /**
   * True or false.
   *
   * @param hasCheck whether a database without such a type is to check that the values are 0 or 1
   * @param checkName the name of that check, or null for none
   */
  record BooleanType(boolean hasCheck, @Nullable Name checkName) implements SqlType {
    /** Makes the type without a check. */
    public BooleanType() {
      this(false, null);
    }

    /** Returns the type with a check under a name, where the database has no such type itself. */
    public BooleanType checked(String name) {
      return new BooleanType(true, Name.of(name));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.bool(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.BOOLEAN;
    }
  }

  /**
   * A string of limited length.
   *
   * @param length the most characters it holds, or null for no limit where the database allows that
   * @param collation how it is compared and sorted, or null for the database's default
   * @param isUnicode whether to use the type for any character of Unicode where the database has one of its own for that
   */
  record StringType(@Nullable Integer length, @Nullable String collation, boolean isUnicode)
      implements SqlType {
    public StringType {
      if (length != null && length < 1) {
        throw new IllegalArgumentException("a string of " + length + " characters holds nothing");
      }
    }

    /** Makes a string type without a collation. */
    public StringType(@Nullable Integer length) {
      this(length, null, false);
    }

    /** Returns the type with a collation. */
    public StringType collate(String name) {
      return new StringType(length, name, isUnicode);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.string(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.STRING;
    }
  }

  /**
   * A string of any length.
   *
   * @param length the most characters it holds, for a database that chooses by it; or null
   * @param collation how it is compared and sorted, or null for the database's default
   * @param isUnicode whether to use the type for any character of Unicode where the database has one of its own for that
   */
  record TextType(@Nullable Integer length, @Nullable String collation, boolean isUnicode)
      implements SqlType {
    /** Makes a text type without a length or collation. */
    public TextType() {
      this(null, null, false);
    }

    /** Returns the type with a collation. */
    public TextType collate(String name) {
      return new TextType(length, name, isUnicode);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.text(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.STRING;
    }
  }

  /** A day. */
  record DateType() implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.date(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.DATE;
    }
  }

  /** A time of day, with or without time zone. */
  record TimeType(boolean timezone) implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.time(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.TIME;
    }
  }

  /** A day and time, with or without time zone. */
  record DateTimeType(boolean timezone) implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dateTime(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.DATE_TIME;
    }
  }

  /** What the database itself calls {@code TIMESTAMP}, with or without time zone. */
  record TimestampType(boolean timezone) implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.timestamp(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.DATE_TIME;
    }
  }

  /**
   * A span of time.
   *
   * @param isNative whether to use the database's own type where it has one, rather than a day and time since 1970
   * @param secondPrecision digits behind the point of the seconds, or null
   * @param dayPrecision digits of the days, or null
   */
  record IntervalType(
      boolean isNative,
      @Nullable Integer secondPrecision,
      @Nullable Integer dayPrecision) implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.interval(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.INTERVAL;
    }
  }

  /**
   * Bytes.
   *
   * @param length the most bytes it holds, for a database that chooses by it; or null
   */
  record LargeBinaryType(@Nullable Integer length) implements SqlType {
    /** Makes the type without a length. */
    public LargeBinaryType() {
      this(null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.largeBinary(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.BINARY;
    }
  }

  /**
   * A universally unique identifier.
   *
   * @param isNative whether to use the database's own type where it has one, rather than 32 hexadecimal digits
   */
  record UuidType(boolean isNative) implements SqlType {
    /** Makes the type that is the database's own where it has one. */
    public UuidType() {
      this(true);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.uuid(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.UUID;
    }
  }

  /** A JSON document. */
  record JsonType() implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.json(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.JSON;
    }
  }

  /**
   * A list of values.
   *
   * @param item the type of each value
   * @param dimensions how deep lists are nested; at least 1
   */
  record ArrayType(SqlType item, int dimensions) implements SqlType {
    public ArrayType {
      Objects.requireNonNull(item, "item");
      if (dimensions < 1) {
        throw new IllegalArgumentException("an array has at least one dimension");
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.array(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.ARRAY;
    }
  }

  /**
   * A type of one database, taken to the letter: {@code NUMERIC(10, 2) UNSIGNED} is its name, its arguments and what
   * follows them.
   *
   * @param name the word or words in front of the arguments
   * @param arguments what stands in parentheses behind the name; none for no parentheses
   * @param suffix what follows the arguments; empty for nothing
   */
  record NativeType(String name, List<String> arguments, String suffix, TypeFamily family)
      implements SqlType {
    public NativeType {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a type needs a name");
      }
      arguments = List.copyOf(arguments);
      Objects.requireNonNull(suffix, "suffix");
      Objects.requireNonNull(family, "family");
    }

    /** Returns a type; an argument that is null is left out. */
    public static NativeType of(
        TypeFamily family, String name, @Nullable Object... givenArguments) {
      List<String> arguments = Stream.of(givenArguments)
          .filter(Objects::nonNull)
          .map(Object::toString)
          .toList();
      return new NativeType(name, arguments, "", family);
    }

    /** Returns the type with one more word behind what it has. */
    public NativeType followedBy(String words) {
      return new NativeType(
          name, arguments, suffix.isEmpty() ? words : suffix + " " + words, family);
    }

    /** Returns the type as it is written. */
    public String sql() {
      return name
          + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")")
          + (suffix.isEmpty() ? "" : " " + suffix);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.nativeType(this);
    }
  }

  /** No type at all, for a column of which only the name matters. It cannot be created. */
  record NullType() implements SqlType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.nullType(this);
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.OTHER;
    }
  }

  /**
   * A type that is another one on some dialects.
   *
   * @param base the type everywhere else
   * @param variants the other types by the ids of the dialects
   */
  record VariantType(SqlType base, Map<String, SqlType> variants) implements SqlType {
    public VariantType {
      Objects.requireNonNull(base, "base");
      variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
    }

    @Override
    public SqlType on(String dialect, SqlType type) {
      Map<String, SqlType> extended = new LinkedHashMap<>(variants);
      extended.put(dialect, type);
      return new VariantType(base, extended);
    }

    /** Returns what the type is on a dialect. */
    public SqlType typeOn(String dialect) {
      return variants.getOrDefault(dialect, base);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.variant(this);
    }

    @Override
    public TypeFamily family() {
      return base.family();
    }
  }

  /** A type of the user's own. Make it a record, so that two of the same are equal. */
  non-sealed interface CustomType extends SqlType {
    /** Returns what the type is made of on a dialect: any other type, often one that the dialect itself offers. */
    SqlType typeOn(String dialect);

    @Override
    default <R> R accept(Visitor<R> visitor) {
      return visitor.customType(this);
    }

    @Override
    default TypeFamily family() {
      return TypeFamily.OTHER;
    }
  }

  /** A type of the user's own that is written in a way of its own. Make it a record, so that two of the same are equal. */
  non-sealed interface WrittenType extends SqlType {
    /** Returns the type as it is written. */
    String write(Writer writer);

    @Override
    default <R> R accept(Visitor<R> visitor) {
      return visitor.writtenType(this);
    }

    /** What a type is written with: the dialect at hand. */
    interface Writer {
      /** Returns the name of the dialect: {@code mysql}. */
      String dialect();

      /** Returns a string as a literal. */
      String literal(String value);

      /** Returns a name, in quotes where they are needed. */
      String name(Name name);

      /** Returns another type as it is written. */
      String type(SqlType type);
    }
  }

  /** One answer for each type; a new type stops the build until every dialect has one. */
  interface Visitor<R> {
    R smallInteger(SmallIntegerType type);

    R integer(IntegerType type);

    R bigInteger(BigIntegerType type);

    R numeric(NumericType type);

    R floatingPoint(FloatType type);

    R doublePrecision(DoubleType type);

    R bool(BooleanType type);

    R string(StringType type);

    R text(TextType type);

    R date(DateType type);

    R time(TimeType type);

    R dateTime(DateTimeType type);

    R timestamp(TimestampType type);

    R interval(IntervalType type);

    R largeBinary(LargeBinaryType type);

    R uuid(UuidType type);

    R json(JsonType type);

    R enumeration(EnumType type);

    R array(ArrayType type);

    R nativeType(NativeType type);

    R nullType(NullType type);

    R variant(VariantType type);

    R customType(CustomType type);

    R writtenType(WrittenType type);
  }
}
