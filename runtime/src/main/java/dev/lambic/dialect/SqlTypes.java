package dev.lambic.dialect;

import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Name;
import dev.lambic.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How types are written: the third chapter of every {@link Dialect}. */
abstract class SqlTypes extends SqlLiterals implements SqlType.Visitor<String> {

  SqlTypes(DialectSettings settings) {
    super(settings);
  }

  /** Returns a type as it is written. */
  public final String typeSql(SqlType type) {
    return type.accept(this);
  }

  @Override
  public String smallInteger(SqlType.SmallIntegerType type) {
    return "SMALLINT";
  }

  @Override
  public String integer(SqlType.IntegerType type) {
    return "INTEGER";
  }

  @Override
  public String bigInteger(SqlType.BigIntegerType type) {
    return "BIGINT";
  }

  @Override
  public String numeric(SqlType.NumericType type) {
    return "NUMERIC" + arguments(type.precision(), type.scale());
  }

  @Override
  public String floatingPoint(SqlType.FloatType type) {
    return "FLOAT" + arguments(type.precision());
  }

  @Override
  public String doublePrecision(SqlType.DoubleType type) {
    return "DOUBLE PRECISION";
  }

  @Override
  public String bool(SqlType.BooleanType type) {
    return "BOOLEAN";
  }

  @Override
  public String string(SqlType.StringType type) {
    return collated("VARCHAR" + arguments(type.length()), type.collation());
  }

  @Override
  public String text(SqlType.TextType type) {
    return collated("CLOB", type.collation());
  }

  /** Returns a type of strings with its collation. */
  protected String collated(String type, @Nullable String collation) {
    return collation == null ? type : type + " COLLATE " + quoted(collation);
  }

  @Override
  public String date(SqlType.DateType type) {
    return "DATE";
  }

  @Override
  public String time(SqlType.TimeType type) {
    return type.timezone() ? "TIME WITH TIME ZONE" : "TIME";
  }

  @Override
  public String dateTime(SqlType.DateTimeType type) {
    return type.timezone() ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP";
  }

  @Override
  public String timestamp(SqlType.TimestampType type) {
    return type.timezone() ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP";
  }

  /** Without a type of its own, the database keeps the day and time that far from 1970. */
  @Override
  public final String interval(SqlType.IntervalType type) {
    return type.isNative() && hasNativeInterval()
        ? nativeInterval(type)
        : dateTime(new SqlType.DateTimeType(false));
  }

  /** Returns the database's own type for spans of time. */
  protected String nativeInterval(SqlType.IntervalType type) {
    return "INTERVAL DAY" + arguments(type.dayPrecision()) + " TO SECOND"
        + arguments(type.secondPrecision());
  }

  @Override
  public String largeBinary(SqlType.LargeBinaryType type) {
    return "BLOB";
  }

  @Override
  public final String uuid(SqlType.UuidType type) {
    return type.isNative() && hasNativeUuid() ? nativeUuid() : uuidDigits();
  }

  /** Returns the database's own type for UUIDs. */
  protected String nativeUuid() {
    return "UUID";
  }

  /** Returns the type for the 32 digits of a UUID. */
  protected String uuidDigits() {
    return "CHAR(32)";
  }

  @Override
  public String json(SqlType.JsonType type) {
    return "JSON";
  }

  /** Tells whether an enumeration is a type, so that it is a string neither with nor without a check. */
  protected boolean hasNativeEnum() {
    return false;
  }

  /** Tells whether there are booleans, so that they need no check. */
  protected boolean hasNativeBoolean() {
    return true;
  }

  @Override
  public final String enumeration(EnumType type) {
    return type.isNative() && hasNativeEnum() ? nativeEnum(type) : enumAsString(widthOf(type));
  }

  private int widthOf(EnumType type) {
    return type.length() == null && countsUtf16()
        ? type.values().stream().mapToInt(String::length).max().orElse(0)
        : type.width();
  }

  /** Tells whether a character beyond U+FFFF counts as two. */
  protected boolean countsUtf16() {
    return false;
  }

  /** Returns the database's own type for an enumeration. */
  protected String nativeEnum(EnumType type) {
    throw new IllegalStateException(id() + " has no enumerations");
  }

  /** Returns the type of the strings that stand in for an enumeration. */
  protected String enumAsString(int width) {
    return string(new SqlType.StringType(Math.max(width, 1)));
  }

  @Override
  public String array(SqlType.ArrayType type) {
    throw Refusals.type(
        id(), "arrays", "use another type on this database, with 'on(\"" + id() + "\", ...)'.");
  }

  @Override
  public String nativeType(SqlType.NativeType type) {
    return type.sql();
  }

  @Override
  public final String nullType(SqlType.NullType type) {
    throw new MigrationException(
        Problem.of(ProblemId.UNSUPPORTED_TYPE, "A column without a type cannot be created.")
            .fix("give the column a type."));
  }

  @Override
  public final String variant(SqlType.VariantType type) {
    return typeSql(resolve(type));
  }

  @Override
  public final String customType(SqlType.CustomType type) {
    return typeSql(resolve(type));
  }

  @Override
  public final String writtenType(SqlType.WrittenType type) {
    return type.write(new SqlType.WrittenType.Writer() {
      @Override
      public String dialect() {
        return id();
      }

      @Override
      public String literal(String value) {
        return SqlTypes.this.literal(value);
      }

      @Override
      public String name(Name name) {
        return quote(name);
      }

      @Override
      public String type(SqlType other) {
        return typeSql(other);
      }
    });
  }

  /** Returns the type that values are cast to when they are copied to a column of another type; null for no cast. */
  protected @Nullable String castType(SqlType type) {
    return typeSql(type);
  }

  /** Returns arguments in parentheses, without those that are null; nothing when all are. */
  protected static String arguments(@Nullable Object... arguments) {
    List<String> given = new ArrayList<>();
    for (Object argument : arguments) {
      if (argument != null) {
        given.add(argument.toString());
      }
    }
    return given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
  }
}
