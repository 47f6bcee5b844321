package dev.lambic.dialect;

import dev.lambic.schema.SqlType;
import dev.lambic.schema.SqlType.NativeType;
import dev.lambic.schema.TypeFamily;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the names of PostgreSQL's types in each of their spellings (manual, "Data Types"): two of the same become equal. */
final class PostgresqlTypeNames {
  private static final Pattern COLLATION = Pattern.compile("(?i)\\s+COLLATE\\s+(\\S+)$");
  private static final Pattern BRACKETS = Pattern.compile("(?i)(\\s*\\[\\d*]|\\s+ARRAY)+$");
  private static final Pattern ARGUMENTS = Pattern.compile("\\(([^)]*)\\)");
  private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_ ]*");
  private static final int SINGLE = 24;

  private PostgresqlTypeNames() {}

  /** Returns a type, by any of its names. */
  static SqlType read(String sql) {
    String text = sql.strip();
    Matcher collation = COLLATION.matcher(text);
    String collated = null;
    if (collation.find()) {
      collated = collation.group(1).replace("\"", "");
      text = text.substring(0, collation.start());
    }
    Matcher brackets = BRACKETS.matcher(text);
    if (brackets.find()) {
      // The server keeps no dimensions.
      return new SqlType.ArrayType(scalar(text.substring(0, brackets.start()), collated), 1);
    }
    return scalar(text, collated);
  }

  private static SqlType scalar(String sql, @Nullable String collation) {
    Matcher inside = ARGUMENTS.matcher(sql);
    String arguments = inside.find() ? inside.group(1).replace(" ", "") : "";
    String name = ARGUMENTS.matcher(sql).replaceAll(" ").strip().replaceAll("\\s+", " ");
    String lower = name.contains("\"") ? name : name.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "int", "int4", "integer", "serial", "serial4" -> new SqlType.IntegerType();
      case "bigint", "int8", "bigserial", "serial8" -> new SqlType.BigIntegerType();
      case "smallint", "int2", "smallserial", "serial2" -> new SqlType.SmallIntegerType();
      case "numeric", "decimal", "dec" -> numeric(arguments);
      case "real", "float4" -> real();
      case "float" -> {
        Integer precision = number(arguments);
        yield precision != null && precision <= SINGLE ? real() : new SqlType.DoubleType();
      }
      case "double precision", "float8" -> new SqlType.DoubleType();
      case "boolean", "bool" -> new SqlType.BooleanType();
      case "character varying", "varchar", "char varying" ->
        new SqlType.StringType(number(arguments), collation, false);
      case "character", "char" -> fixed(arguments.isEmpty() ? "1" : arguments, collation);
      case "bpchar" -> fixed(arguments, collation);
      case "text" -> new SqlType.TextType(null, collation, false);
      case "date" -> new SqlType.DateType();
      case "bytea" -> new SqlType.LargeBinaryType();
      case "uuid" -> new SqlType.UuidType();
      case "json" -> new SqlType.JsonType();
      case "jsonb" -> PostgresqlTypes.jsonb();
      case "bit" -> NativeType.of(TypeFamily.OTHER, "BIT", arguments.isEmpty() ? "1" : arguments);
      case "bit varying", "varbit" -> PostgresqlTypes.bitVarying(number(arguments));
      case "time", "time without time zone" -> time(arguments, false);
      case "timetz", "time with time zone" -> time(arguments, true);
      case "timestamp", "timestamp without time zone" -> timestamp(arguments, false);
      case "timestamptz", "timestamp with time zone" -> timestamp(arguments, true);
      default -> other(lower, name, arguments);
    };
  }

  private static SqlType other(String lower, String name, String arguments) {
    if (lower.equals("interval") || lower.startsWith("interval ")) {
      String fields = lower.substring("interval".length()).strip();
      Integer precision = number(arguments);
      return fields.isEmpty()
          ? new SqlType.IntervalType(true, precision, null)
          : PostgresqlTypes.interval(fields.toUpperCase(Locale.ROOT), precision);
    }
    String written = PLAIN.matcher(lower).matches() ? lower.toUpperCase(Locale.ROOT) : name;
    return NativeType.of(TypeFamily.OTHER, written, arguments.isEmpty() ? null : arguments);
  }

  private static SqlType numeric(String arguments) {
    if (arguments.isEmpty()) {
      return new SqlType.NumericType(null, null);
    }
    String[] parts = arguments.split(",", -1);
    return new SqlType.NumericType(number(parts[0]), number(parts.length < 2 ? "0" : parts[1]));
  }

  private static SqlType real() {
    return NativeType.of(TypeFamily.NUMERIC, "REAL");
  }

  private static SqlType fixed(String length, @Nullable String collation) {
    NativeType type = length.isEmpty()
        ? NativeType.of(TypeFamily.STRING, "BPCHAR")
        : NativeType.of(TypeFamily.STRING, "CHAR", length);
    return collation == null ? type : type.followedBy("COLLATE \"" + collation + "\"");
  }

  private static SqlType time(String arguments, boolean timezone) {
    return arguments.isEmpty()
        ? new SqlType.TimeType(timezone)
        : PostgresqlTypes.time(number(arguments), timezone);
  }

  private static SqlType timestamp(String arguments, boolean timezone) {
    return arguments.isEmpty()
        ? new SqlType.DateTimeType(timezone)
        : PostgresqlTypes.timestamp(number(arguments), timezone);
  }

  private static @Nullable Integer number(String text) {
    return text.isEmpty() ? null : Integer.valueOf(text);
  }
}
