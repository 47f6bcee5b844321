package dev.lambic.dialect;

import dev.lambic.schema.SqlType;
import dev.lambic.schema.SqlType.NativeType;
import dev.lambic.schema.TypeFamily;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the types of SQLite's columns, which are whatever the user wrote ("Datatypes In SQLite", 3.1). */
final class SqliteTypeNames {
  private static final Pattern PARTS =
      Pattern.compile("([\\w ]*)(?:\\((.*?)\\))?.*", Pattern.DOTALL);
  private static final Pattern COLLATION = Pattern.compile("(?i)\\s*COLLATE\\s+(\\S+)$");
  private static final Set<String> WITH_ARGUMENTS =
      Set.of("VARCHAR", "CHAR", "NVARCHAR", "TEXT", "NUMERIC", "DECIMAL");
  private static final Set<String> KNOWN = Set.of(
      "BIGINT",
      "BLOB",
      "BOOLEAN",
      "CHAR",
      "DATE",
      "DATETIME",
      "DOUBLE",
      "DECIMAL",
      "FLOAT",
      "INTEGER",
      "JSON",
      "NUMERIC",
      "REAL",
      "SMALLINT",
      "TEXT",
      "TIME",
      "TIMESTAMP",
      "VARCHAR",
      "NVARCHAR");
  private static final Map<String, SqlType> PLAIN = Map.ofEntries(
      Map.entry("INTEGER", new SqlType.IntegerType()),
      Map.entry("BIGINT", new SqlType.BigIntegerType()),
      Map.entry("SMALLINT", new SqlType.SmallIntegerType()),
      Map.entry("NUMERIC", new SqlType.NumericType(null, null)),
      Map.entry("FLOAT", new SqlType.FloatType(null)),
      Map.entry("DOUBLE", new SqlType.DoubleType()),
      Map.entry("BOOLEAN", new SqlType.BooleanType()),
      Map.entry("VARCHAR", new SqlType.StringType(null)),
      Map.entry("TEXT", new SqlType.TextType()),
      Map.entry("DATE", new SqlType.DateType()),
      Map.entry("TIME", new SqlType.TimeType(false)),
      Map.entry("DATETIME", new SqlType.DateTimeType(false)),
      Map.entry("TIMESTAMP", new SqlType.TimestampType(false)),
      Map.entry("BLOB", new SqlType.LargeBinaryType()),
      Map.entry("JSON", new SqlType.JsonType()));

  private SqliteTypeNames() {}

  /** Returns a type as it was written: in general terms where those are written just so. */
  static SqlType read(String sql) {
    SqlType plain = PLAIN.get(sql);
    if (plain != null) {
      return plain;
    }
    if (sql.matches("VARCHAR\\(\\d{1,9}\\)") && !sql.equals("VARCHAR(0)")) {
      return new SqlType.StringType(Integer.valueOf(sql.substring(8, sql.length() - 1)));
    }
    if (sql.matches("NUMERIC\\(\\d{1,9}, \\d{1,9}\\)")) {
      String[] numbers = sql.substring(8, sql.length() - 1).split(", ", -1);
      return new SqlType.NumericType(Integer.valueOf(numbers[0]), Integer.valueOf(numbers[1]));
    }
    return NativeType.of(family(sql), sql);
  }

  static TypeFamily family(String sql) {
    String word = sql.replaceAll("\\(.*", "").strip().toUpperCase(Locale.ROOT);
    return switch (word) {
      case "BOOLEAN", "BOOL" -> TypeFamily.BOOLEAN;
      case "DATE" -> TypeFamily.DATE;
      case "TIME" -> TypeFamily.TIME;
      case "DATETIME", "TIMESTAMP" -> TypeFamily.DATE_TIME;
      case "JSON" -> TypeFamily.JSON;
      default -> byAffinity(word);
    };
  }

  private static TypeFamily byAffinity(String word) {
    return switch (affinity(word)) {
      case "INTEGER" -> TypeFamily.INTEGER;
      case "TEXT" -> TypeFamily.STRING;
      case "" -> TypeFamily.BINARY;
      default -> TypeFamily.NUMERIC;
    };
  }

  private static String affinity(String word) {
    if (word.contains("INT")) {
      return "INTEGER";
    }
    if (word.contains("CHAR") || word.contains("CLOB") || word.contains("TEXT")) {
      return "TEXT";
    }
    if (word.contains("BLOB") || word.isEmpty()) {
      return "";
    }
    return word.contains("REAL") || word.contains("FLOA") || word.contains("DOUB")
        ? "REAL"
        : "NUMERIC";
  }

  /** Tells whether a type that was read is what another one is written as, by its own name or by its affinity. */
  static boolean isSame(String actual, String wanted) {
    Words left = Words.of(actual);
    Words right = Words.of(wanted);
    boolean sameName = left.name.equals(right.name) || left.known().equals(right.known(left.name));
    return sameName
        && left.arguments().equals(right.arguments())
        && left.collation.equals(right.collation);
  }

  /** The words of a type. */
  private record Words(String name, List<String> numbers, String collation) {
    static Words of(String sql) {
      String text = sql.strip().toUpperCase(Locale.ROOT);
      Matcher collate = COLLATION.matcher(text);
      String collation = "BINARY";
      if (collate.find()) {
        collation = collate.group(1).replace("\"", "");
        text = text.substring(0, collate.start());
      }
      Matcher parts = PARTS.matcher(text);
      if (!parts.matches()) {
        throw new IllegalStateException("every text matches");
      }
      String name = parts.group(1).strip().replaceAll("\\s+", " ");
      List<String> numbers = parts.group(2) == null
          ? List.of()
          : List.of(parts.group(2).replace(" ", "").split(",", -1));
      return new Words(name, numbers, collation);
    }

    /** Returns the name that stands for this one: itself, or that of its affinity. */
    String known() {
      String plain = switch (name) {
        case "INT" -> "INTEGER";
        case "BOOL" -> "BOOLEAN";
        case "DECIMAL" -> "NUMERIC";
        default -> name;
      };
      return KNOWN.contains(plain) ? plain : affinity(plain);
    }

    /** A name that the model chose on purpose stands for itself. */
    String known(String actualName) {
      return KNOWN.contains(name)
              || name.equals(actualName)
              || name.equals("INT")
              || name.equals("BOOL")
          ? known()
          : name;
    }

    List<String> arguments() {
      return WITH_ARGUMENTS.contains(known()) ? numbers : List.of();
    }
  }
}
