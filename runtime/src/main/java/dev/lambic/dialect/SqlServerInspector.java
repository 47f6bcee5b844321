package dev.lambic.dialect;

import dev.lambic.schema.Expression;
import dev.lambic.schema.Name;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.TypeFamily;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Inspects SQL Server through its object catalog views (Transact-SQL reference, "System catalog views"). */
final class SqlServerInspector extends StandardInspector {
  private static final Pattern INVENTED = Pattern.compile("(PK|UQ|FK|CK|DF)__.*__[0-9A-F]{6,16}");
  private static final Pattern STRING_OF_UNICODE = Pattern.compile("^n(?=')");
  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]+)]");

  /** Not behind a word: there the parentheses are those of a function, or of a list. */
  private static final Pattern LITERAL_IN_PARENTHESES =
      Pattern.compile("(?<!\\w)\\((-?\\d+(?:\\.\\d+)?|N?'(?:[^']|'')*')\\)");

  SqlServerInspector(Dialect dialect, @Nullable Connection connection) {
    super(dialect, connection);
  }

  @Override
  protected String askOwnSchema() throws SQLException {
    return ServerVersions.ask(connection(), "SELECT SCHEMA_NAME()");
  }

  @Override
  String schemas() {
    return "SELECT name FROM sys.schemas WHERE principal_id < 16384 AND name NOT IN ('sys', 'INFORMATION_SCHEMA', 'guest')"
        + " ORDER BY name";
  }

  @Override
  String tables() {
    return """
        SELECT t.name AS name, CAST(p.value AS NVARCHAR(4000)) AS remarks
        FROM sys.tables t LEFT JOIN sys.extended_properties p
          ON p.class = 1 AND p.major_id = t.object_id AND p.minor_id = 0 AND p.name = 'MS_Description'
        WHERE t.schema_id = SCHEMA_ID({schema}) AND t.is_ms_shipped = 0 AND t.temporal_type <> 1 ORDER BY t.name""";
  }

  @Override
  CatalogueQuery columns() {
    return CatalogueQuery.of("""
        SELECT t.name AS table_name, c.name AS name, c.is_nullable AS nullable,
          y.name + CASE
            WHEN y.name IN ('varchar', 'char', 'varbinary', 'binary')
              THEN '(' + CASE c.max_length WHEN -1 THEN 'max' ELSE CAST(c.max_length AS VARCHAR(9)) END + ')'
            WHEN y.name IN ('nvarchar', 'nchar')
              THEN '(' + CASE c.max_length WHEN -1 THEN 'max' ELSE CAST(c.max_length / 2 AS VARCHAR(9)) END + ')'
            WHEN y.name IN ('decimal', 'numeric')
              THEN '(' + CAST(c.precision AS VARCHAR(9)) + ', ' + CAST(c.scale AS VARCHAR(9)) + ')'
            WHEN y.name IN ('datetime2', 'datetimeoffset', 'time') THEN '(' + CAST(c.scale AS VARCHAR(9)) + ')'
            ELSE '' END
            + CASE WHEN c.collation_name <> CAST(DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS NVARCHAR(128))
              THEN ' COLLATE ' + c.collation_name ELSE '' END AS type,
          d.definition AS default_value, m.definition AS computed, CASE m.is_persisted WHEN 1 THEN 'YES' ELSE 'NO' END AS is_stored,
          CASE c.is_identity WHEN 1 THEN 'BY DEFAULT' END AS "identity", CAST(i.seed_value AS BIGINT) AS seq_start,
          CAST(i.increment_value AS BIGINT) AS seq_increment, CAST(NULL AS BIGINT) AS seq_min, CAST(NULL AS BIGINT) AS seq_max,
          'NO' AS seq_cycle, CAST(NULL AS BIGINT) AS seq_cache, CAST(0 AS BIT) AS numbered,
          CAST(p.value AS NVARCHAR(4000)) AS remarks
        FROM sys.columns c
          JOIN sys.tables t ON t.object_id = c.object_id
          JOIN sys.types y ON y.user_type_id = c.user_type_id
          LEFT JOIN sys.default_constraints d ON d.object_id = c.default_object_id
          LEFT JOIN sys.computed_columns m ON m.object_id = c.object_id AND m.column_id = c.column_id
          LEFT JOIN sys.identity_columns i ON i.object_id = c.object_id AND i.column_id = c.column_id
          LEFT JOIN sys.extended_properties p
            ON p.class = 1 AND p.major_id = c.object_id AND p.minor_id = c.column_id AND p.name = 'MS_Description'
        WHERE t.schema_id = SCHEMA_ID({schema}) AND {tables:t.name}
        ORDER BY t.name, c.column_id""");
  }

  @Override
  CatalogueQuery keys() {
    return CatalogueQuery.of("""
        SELECT t.name AS table_name, k.name AS name, k.type AS kind, c.name AS column_name, 'NO' AS is_deferrable,
          'NO' AS deferred
        FROM sys.key_constraints k
          JOIN sys.tables t ON t.object_id = k.parent_object_id
          JOIN sys.index_columns x ON x.object_id = t.object_id AND x.index_id = k.unique_index_id
          JOIN sys.columns c ON c.object_id = t.object_id AND c.column_id = x.column_id
        WHERE t.schema_id = SCHEMA_ID({schema}) AND {tables:t.name}
        ORDER BY t.name, k.name, x.key_ordinal""");
  }

  @Override
  CatalogueQuery foreignKeys() {
    return CatalogueQuery.of("""
        SELECT t.name AS table_name, f.name AS name, c.name AS column_name, SCHEMA_NAME(r.schema_id) AS referent_schema,
          r.name AS referent, v.name AS referent_column, f.delete_referential_action_desc AS on_delete,
          f.update_referential_action_desc AS on_update, 'NO' AS is_deferrable, 'NO' AS deferred
        FROM sys.foreign_keys f
          JOIN sys.tables t ON t.object_id = f.parent_object_id
          JOIN sys.tables r ON r.object_id = f.referenced_object_id
          JOIN sys.foreign_key_columns x ON x.constraint_object_id = f.object_id
          JOIN sys.columns c ON c.object_id = t.object_id AND c.column_id = x.parent_column_id
          JOIN sys.columns v ON v.object_id = r.object_id AND v.column_id = x.referenced_column_id
        WHERE t.schema_id = SCHEMA_ID({schema}) AND {tables:t.name}
        ORDER BY t.name, f.name, x.constraint_column_id""");
  }

  @Override
  CatalogueQuery checks() {
    return CatalogueQuery.of("""
        SELECT t.name AS table_name, k.name AS name, k.definition AS condition_text
        FROM sys.check_constraints k JOIN sys.tables t ON t.object_id = k.parent_object_id
        WHERE t.schema_id = SCHEMA_ID({schema}) AND {tables:t.name} ORDER BY t.name, k.name""");
  }

  @Override
  CatalogueQuery indexes() {
    return CatalogueQuery.of("""
        SELECT t.name AS table_name, i.name AS name, i.is_unique AS is_unique, c.name AS column_name,
          CAST(NULL AS NVARCHAR(1)) AS expression, x.is_descending_key AS descending, i.type_desc AS method,
          i.filter_definition AS condition_text
        FROM sys.indexes i
          JOIN sys.tables t ON t.object_id = i.object_id
          JOIN sys.index_columns x ON x.object_id = i.object_id AND x.index_id = i.index_id AND x.is_included_column = 0
          JOIN sys.columns c ON c.object_id = i.object_id AND c.column_id = x.column_id
        WHERE t.schema_id = SCHEMA_ID({schema}) AND {tables:t.name} AND i.type IN (1, 2) AND i.is_primary_key = 0
          AND i.is_unique_constraint = 0
        ORDER BY t.name, i.name, x.key_ordinal""");
  }

  @Override
  String sequences() {
    return """
        SELECT s.name AS name, CAST(s.start_value AS BIGINT) AS seq_start, CAST(s.increment AS BIGINT) AS seq_increment,
          CAST(s.minimum_value AS BIGINT) AS seq_min, CAST(s.maximum_value AS BIGINT) AS seq_max,
          CASE s.is_cycling WHEN 1 THEN 'YES' ELSE 'NO' END AS seq_cycle, s.cache_size AS seq_cache
        FROM sys.sequences s WHERE s.schema_id = SCHEMA_ID({schema}) ORDER BY s.name""";
  }

  @Override
  boolean isInvented(String name) {
    return INVENTED.matcher(name).matches();
  }

  /** Names are compared without regard to case under the server's usual collations. */
  @Override
  public String key(Name name) {
    return name.text().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean numbersByIdentity() {
    return true;
  }

  /** The server puts parentheses around a default, twice around a number, and brackets around names. */
  @Override
  protected String comparableDefault(Expression expression, SqlType type) {
    String sql = BRACKETS.matcher(super.comparableDefault(expression, type)).replaceAll("$1");
    return STRING_OF_UNICODE.matcher(sql).replaceFirst("");
  }

  @Override
  public boolean isSameSql(String actual, String wanted) {
    return super.isSameSql(plain(actual), plain(wanted));
  }

  private static String plain(String sql) {
    return LITERAL_IN_PARENTHESES
        .matcher(BRACKETS.matcher(sql).replaceAll("$1"))
        .replaceAll("$1");
  }

  /** An enumeration is a string here, and a length in characters one in bytes. */
  @Override
  public SqlType readType(String sql) {
    TypeWords words = TypeWords.of(sql);
    return switch (words.name()) {
      case "INTEGER", "INT" -> new SqlType.IntegerType();
      case "BIGINT" -> new SqlType.BigIntegerType();
      case "SMALLINT" -> new SqlType.SmallIntegerType();
      case "NUMERIC", "DECIMAL", "DEC" ->
        new SqlType.NumericType(
            words.number(0) == null ? 18 : words.number(0),
            words.number(1) == null ? 0 : words.number(1));
      case "FLOAT", "DOUBLE PRECISION" -> floating(words);
      case "REAL" -> SqlType.NativeType.of(TypeFamily.NUMERIC, "REAL");
      case "BIT" -> new SqlType.BooleanType();
      case "VARCHAR", "NVARCHAR" -> string(words);
      case "CHAR", "NCHAR" -> words.as(TypeFamily.STRING, words.name());
      case "DATE" -> new SqlType.DateType();
      case "TIME" ->
        words.number(0) == null || words.number(0) == 7
            ? new SqlType.TimeType(false)
            : words.asWritten();
      case "DATETIME" -> new SqlType.DateTimeType(false);
      case "DATETIMEOFFSET" ->
        words.number(0) == null || words.number(0) == 7
            ? new SqlType.DateTimeType(true)
            : words.asWritten();
      case "DATETIME2" ->
        words.number(0) == null
            ? SqlType.NativeType.of(TypeFamily.DATE_TIME, "DATETIME2", 7)
            : words.as(TypeFamily.DATE_TIME, "DATETIME2");
      case "VARBINARY" ->
        words.number(0) == null
            ? new SqlType.LargeBinaryType()
            : words.as(TypeFamily.BINARY, "VARBINARY");
      case "UNIQUEIDENTIFIER" -> new SqlType.UuidType();
      case "TIMESTAMP", "ROWVERSION" -> new SqlType.TimestampType(false);
      default -> words.asWritten();
    };
  }

  private static SqlType string(TypeWords words) {
    boolean isUnicode = words.name().startsWith("N");
    Integer length = words.number(0);
    return length == null
        ? new SqlType.TextType(null, words.collation(), isUnicode)
        : new SqlType.StringType(length, words.collation(), isUnicode);
  }

  private static SqlType floating(TypeWords words) {
    Integer precision = words.number(0);
    return precision != null && precision <= 24
        ? SqlType.NativeType.of(TypeFamily.NUMERIC, "REAL")
        : new SqlType.DoubleType();
  }
}
