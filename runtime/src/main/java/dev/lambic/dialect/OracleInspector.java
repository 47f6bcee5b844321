package dev.lambic.dialect;

import dev.lambic.schema.Expression;
import dev.lambic.schema.Expression.SqlText;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.TypeFamily;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Inspects Oracle through the static data dictionary views (Database Reference, part II). */
final class OracleInspector extends StandardInspector {
  private static final Pattern INVENTED = Pattern.compile("SYS_C\\d+");

  OracleInspector(Dialect dialect, @Nullable Connection connection) {
    super(dialect, connection);
  }

  @Override
  protected String askOwnSchema() throws SQLException {
    return ServerVersions.ask(
        connection(), "SELECT SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') FROM DUAL");
  }

  @Override
  String schemas() {
    return "SELECT username AS name FROM all_users WHERE oracle_maintained = 'N'"
        + " OR username = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') ORDER BY 1";
  }

  @Override
  String tables() {
    return """
        SELECT t.table_name AS name, r.comments AS remarks
        FROM all_tables t LEFT JOIN all_tab_comments r ON r.owner = t.owner AND r.table_name = t.table_name
        WHERE t.owner = {schema} AND t.nested = 'NO' AND t.secondary = 'N' AND t.dropped = 'NO' AND t.temporary = 'N'
          AND NOT EXISTS (SELECT 1 FROM all_mviews v WHERE v.owner = t.owner AND v.container_name = t.table_name)
        ORDER BY t.table_name""";
  }

  /** The default is of type LONG, which has to be the last one read of a row. */
  @Override
  CatalogueQuery columns() {
    return CatalogueQuery.of("""
        SELECT c.table_name AS table_name, c.column_name AS name, CASE c.nullable WHEN 'Y' THEN 1 ELSE 0 END AS nullable,
          CASE
            WHEN c.data_type = 'NUMBER' AND c.data_precision IS NULL AND c.data_scale = 0 THEN 'INTEGER'
            WHEN c.data_type = 'NUMBER' AND c.data_precision IS NULL THEN 'NUMBER'
            WHEN c.data_type = 'NUMBER' THEN 'NUMBER(' || c.data_precision || ', ' || c.data_scale || ')'
            WHEN c.data_type = 'FLOAT' THEN 'FLOAT(' || c.data_precision || ')'
            WHEN c.data_type IN ('VARCHAR2', 'CHAR') THEN c.data_type || '(' || CASE c.char_used WHEN 'C'
              THEN c.char_length || ' CHAR' ELSE c.data_length || ' BYTE' END || ')'
            WHEN c.data_type IN ('NVARCHAR2', 'NCHAR') THEN c.data_type || '(' || c.char_length || ')'
            WHEN c.data_type = 'RAW' THEN 'RAW(' || c.data_length || ')'
            ELSE c.data_type END AS type,
          r.comments AS remarks, REPLACE(i.generation_type, '_', ' ') AS identity,
          TO_NUMBER(REGEXP_SUBSTR(i.identity_options, 'START WITH: (-?\\d{1,18})', 1, 1, NULL, 1)) AS seq_start,
          TO_NUMBER(REGEXP_SUBSTR(i.identity_options, 'INCREMENT BY: (-?\\d{1,18})', 1, 1, NULL, 1)) AS seq_increment,
          TO_NUMBER(REGEXP_SUBSTR(i.identity_options, 'MIN_VALUE: (-?\\d{1,18})(,|$)', 1, 1, NULL, 1)) AS seq_min,
          TO_NUMBER(REGEXP_SUBSTR(i.identity_options, 'MAX_VALUE: (-?\\d{1,18})(,|$)', 1, 1, NULL, 1)) AS seq_max,
          REGEXP_SUBSTR(i.identity_options, 'CYCLE_FLAG: (\\w)', 1, 1, NULL, 1) AS seq_cycle,
          TO_NUMBER(REGEXP_SUBSTR(i.identity_options, 'CACHE_SIZE: (\\d{1,18})', 1, 1, NULL, 1)) AS seq_cache,
          c.virtual_column AS is_virtual, 'NO' AS is_stored, 0 AS numbered, c.data_default AS default_value
        FROM all_tab_cols c
          LEFT JOIN all_col_comments r
            ON r.owner = c.owner AND r.table_name = c.table_name AND r.column_name = c.column_name
          LEFT JOIN all_tab_identity_cols i
            ON i.owner = c.owner AND i.table_name = c.table_name AND i.column_name = c.column_name
        WHERE c.owner = {schema} AND c.hidden_column = 'NO' AND {tables:c.table_name}
        ORDER BY c.table_name, c.column_id""");
  }

  @Override
  @Nullable
  String computed(CatalogueRows row) throws SQLException {
    return row.text("is_virtual").equals("YES") ? row.nullable("default_value") : null;
  }

  @Override
  @Nullable
  Expression readDefault(String sql, CatalogueRows row) {
    String value = sql.strip();
    return value.isEmpty() || value.equalsIgnoreCase("NULL") ? null : new SqlText(value);
  }

  @Override
  CatalogueQuery keys() {
    return CatalogueQuery.of("""
        SELECT k.table_name AS table_name, k.constraint_name AS name, k.constraint_type AS kind, u.column_name AS column_name,
          CASE k.deferrable WHEN 'DEFERRABLE' THEN 'YES' ELSE 'NO' END AS is_deferrable,
          CASE k.deferred WHEN 'DEFERRED' THEN 'YES' ELSE 'NO' END AS deferred
        FROM all_constraints k
          JOIN all_cons_columns u ON u.owner = k.owner AND u.constraint_name = k.constraint_name
        WHERE k.constraint_type IN ('P', 'U') AND k.owner = {schema} AND {tables:k.table_name}
        ORDER BY k.table_name, k.constraint_name, u.position""");
  }

  @Override
  CatalogueQuery foreignKeys() {
    return CatalogueQuery.of("""
        SELECT k.table_name AS table_name, k.constraint_name AS name, u.column_name AS column_name,
          r.owner AS referent_schema, r.table_name AS referent, v.column_name AS referent_column,
          k.delete_rule AS on_delete, NULL AS on_update,
          CASE k.deferrable WHEN 'DEFERRABLE' THEN 'YES' ELSE 'NO' END AS is_deferrable,
          CASE k.deferred WHEN 'DEFERRED' THEN 'YES' ELSE 'NO' END AS deferred
        FROM all_constraints k
          JOIN all_cons_columns u ON u.owner = k.owner AND u.constraint_name = k.constraint_name
          JOIN all_constraints r ON r.owner = k.r_owner AND r.constraint_name = k.r_constraint_name
          JOIN all_cons_columns v
            ON v.owner = r.owner AND v.constraint_name = r.constraint_name AND v.position = u.position
        WHERE k.constraint_type = 'R' AND k.owner = {schema} AND {tables:k.table_name}
        ORDER BY k.table_name, k.constraint_name, u.position""");
  }

  /** What is not null is a check too, with a name that the database has made. */
  @Override
  CatalogueQuery checks() {
    return CatalogueQuery.of("""
        SELECT k.table_name AS table_name, k.constraint_name AS name, k.search_condition_vc AS condition_text
        FROM all_constraints k
        WHERE k.constraint_type = 'C' AND k.owner = {schema} AND {tables:k.table_name} AND k.search_condition_vc IS NOT NULL
          AND NOT (k.generated = 'GENERATED NAME' AND k.search_condition_vc LIKE '"%" IS NOT NULL')
        ORDER BY k.table_name, k.constraint_name""");
  }

  /** A descending column is kept as an expression that is its own name in quotes. */
  @Override
  CatalogueQuery indexes() {
    return CatalogueQuery.of("""
        SELECT i.table_name AS table_name, i.index_name AS name, CASE i.uniqueness WHEN 'UNIQUE' THEN 1 ELSE 0 END AS is_unique,
          c.column_name AS column_name, CASE c.descend WHEN 'DESC' THEN 1 ELSE 0 END AS descending, i.index_type AS method,
          NULL AS condition_text, e.column_expression AS expression
        FROM all_indexes i
          JOIN all_ind_columns c ON c.index_owner = i.owner AND c.index_name = i.index_name
          LEFT JOIN all_ind_expressions e
            ON e.index_owner = i.owner AND e.index_name = i.index_name AND e.column_position = c.column_position
        WHERE i.table_owner = {schema} AND {tables:i.table_name} AND i.index_type NOT IN ('LOB', 'IOT - TOP')
          AND NOT EXISTS (SELECT 1 FROM all_constraints k WHERE k.owner = i.table_owner AND k.table_name = i.table_name
            AND k.index_name = i.index_name AND k.constraint_type IN ('P', 'U'))
        ORDER BY i.table_name, i.index_name, c.column_position""");
  }

  @Override
  Options indexOptions(CatalogueRows row) throws SQLException {
    return row.text("method").contains("BITMAP")
        ? Options.NONE.with("oracle_bitmap", true)
        : Options.NONE;
  }

  @Override
  String sequences() {
    return """
        SELECT s.sequence_name AS name, NULL AS seq_start, s.increment_by AS seq_increment, s.min_value AS seq_min,
          CASE WHEN s.max_value < 1000000000000000000 THEN s.max_value END AS seq_max, s.cycle_flag AS seq_cycle,
          s.cache_size AS seq_cache
        FROM all_sequences s WHERE s.sequence_owner = {schema} AND s.sequence_name NOT LIKE 'ISEQ$$%'
        ORDER BY s.sequence_name""";
  }

  @Override
  boolean isInvented(String name) {
    return INVENTED.matcher(name).matches();
  }

  @Override
  public String stored(Name name) {
    return folded(name);
  }

  @Override
  public Name named(String stored) {
    return foldedName(stored);
  }

  /** There is no word for doing nothing, and no action for a key that changes. */
  @Override
  public String actionWritten(String action) {
    return action.equals("RESTRICT") ? "NO ACTION" : action;
  }

  @Override
  public SqlType readType(String sql) {
    TypeWords words = TypeWords.of(sql);
    return switch (words.name()) {
      case "INTEGER", "INT", "SMALLINT" -> new SqlType.IntegerType();
      case "NUMBER", "NUMERIC", "DECIMAL", "DEC" -> number(words);
      case "FLOAT" -> floating(words);
      case "DOUBLE PRECISION" -> new SqlType.DoubleType();
      case "VARCHAR2", "VARCHAR" -> string(words);
      case "CHAR", "CHARACTER" ->
        SqlType.NativeType.of(
            TypeFamily.STRING,
            "CHAR",
            words.arguments().isEmpty() ? "1 BYTE" : words.arguments().get(0));
      case "NVARCHAR2" -> words.as(TypeFamily.STRING, "NVARCHAR2");
      case "CLOB" -> new SqlType.TextType();
      case "BLOB" -> new SqlType.LargeBinaryType();
      case "RAW" -> words.as(TypeFamily.BINARY, "RAW");
      case "DATE" -> new SqlType.DateTimeType(false);
      case "TIMESTAMP" -> timestamp(words, false);
      case "TIMESTAMP WITH TIME ZONE" -> timestamp(words, true);
      case "INTERVAL DAY TO SECOND" -> new SqlType.IntervalType(true, null, null);
      default -> words.asWritten();
    };
  }

  private static SqlType number(TypeWords words) {
    Integer precision = words.number(0);
    Integer scale = words.number(1);
    if (precision == null) {
      return new SqlType.NumericType(null, null);
    }
    return precision == 19 && (scale == null || scale == 0)
        ? new SqlType.BigIntegerType()
        : new SqlType.NumericType(precision, scale == null ? 0 : scale);
  }

  /** Without a precision there are 126 binary digits, as in DOUBLE PRECISION. */
  private static SqlType floating(TypeWords words) {
    Integer precision = words.number(0);
    return precision == null || precision == 126
        ? new SqlType.DoubleType()
        : words.as(TypeFamily.NUMERIC, "FLOAT");
  }

  private static SqlType string(TypeWords words) {
    boolean isInBytes = !words.arguments().isEmpty() && words.arguments().get(0).endsWith("BYTE");
    return isInBytes
        ? words.as(TypeFamily.STRING, "VARCHAR2")
        : new SqlType.StringType(words.number(0));
  }

  private static SqlType timestamp(TypeWords words, boolean timezone) {
    Integer precision = words.number(0);
    return precision == null || precision == 6
        ? new SqlType.TimestampType(timezone)
        : words.asWritten();
  }
}
