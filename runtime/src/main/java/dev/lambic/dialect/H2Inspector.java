package dev.lambic.dialect;

import dev.lambic.schema.Expression;
import dev.lambic.schema.Name;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.TableName;
import dev.lambic.schema.TypeFamily;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Inspects H2 through its information schema (manual, "Information Schema"). */
class H2Inspector extends StandardInspector {
  private static final Pattern INVENTED = Pattern.compile("CONSTRAINT_[0-9A-F]+(_\\d+)?");
  private static final Pattern TYPED =
      Pattern.compile("^(date|time|timestamp|json|uuid)(?: with time zone)?('.*)", Pattern.DOTALL);
  private static final Pattern FOLDED = Pattern.compile("'(?:[^']|'')*'|\"([A-Z_][A-Z0-9_$]*)\"");
  private static final int DIGITS = 100000;

  /** The length of a string that has none. */
  private static final int WHOLE = 1_000_000_000;

  H2Inspector(Dialect dialect, @Nullable Connection connection) {
    super(dialect, connection);
  }

  @Override
  protected String askOwnSchema() throws SQLException {
    return ServerVersions.ask(connection(), "SELECT CURRENT_SCHEMA");
  }

  @Override
  String schemas() {
    return "SELECT schema_name FROM information_schema.schemata WHERE schema_name <> 'INFORMATION_SCHEMA' ORDER BY 1";
  }

  @Override
  String tables() {
    return """
        SELECT t.table_name AS name, t.remarks AS remarks FROM information_schema.tables t
        WHERE t.table_schema = {schema} AND t.table_type = 'BASE TABLE' ORDER BY t.table_name""";
  }

  @Override
  CatalogueQuery columns() {
    return CatalogueQuery.of("""
        SELECT c.table_name AS table_name, c.column_name AS name, c.is_nullable = 'YES' AS nullable,
          COALESCE(c.domain_name, DATA_TYPE_SQL(c.table_schema, c.table_name, 'TABLE', c.dtd_identifier)) AS type,
          c.column_default AS default_value, c.generation_expression AS computed, CAST(NULL AS VARCHAR) AS is_stored,
          c.identity_generation AS identity, c.identity_start AS seq_start, c.identity_increment AS seq_increment,
          c.identity_minimum AS seq_min, c.identity_maximum AS seq_max, c.identity_cycle AS seq_cycle,
          c.identity_cache AS seq_cache, FALSE AS numbered, c.column_on_update AS on_update, c.remarks AS remarks
        FROM information_schema.columns c WHERE c.table_schema = {schema} AND {tables:c.table_name}
        ORDER BY c.table_name, c.ordinal_position""");
  }

  @Override
  CatalogueQuery keys() {
    return CatalogueQuery.of("""
        SELECT u.table_name AS table_name, u.constraint_name AS name, u.column_name AS column_name, 'NO' AS is_deferrable,
          'NO' AS deferred
        FROM information_schema.key_column_usage u WHERE u.table_schema = {schema} AND {tables:u.table_name}
        ORDER BY u.table_name, u.constraint_name, u.ordinal_position""").with("""
        SELECT k.table_name AS table_name, k.constraint_name AS name, k.constraint_type AS kind
        FROM information_schema.table_constraints k
        WHERE k.constraint_type IN ('PRIMARY KEY', 'UNIQUE') AND k.table_schema = {schema} AND {tables:k.table_name}""", "table_name", "name");
  }

  /** The key that is referred to may be of another schema. */
  @Override
  CatalogueQuery foreignKeys() {
    return CatalogueQuery.of("""
        SELECT u.table_name AS table_name, u.constraint_schema AS key_schema, u.constraint_name AS name,
          u.column_name AS column_name, u.position_in_unique_constraint AS referent_position, 'NO' AS is_deferrable,
          'NO' AS deferred
        FROM information_schema.key_column_usage u
        WHERE u.table_schema = {schema} AND {tables:u.table_name} AND u.position_in_unique_constraint IS NOT NULL
        ORDER BY u.table_name, u.constraint_name, u.ordinal_position""")
        .with("""
        SELECT r.constraint_schema AS key_schema, r.constraint_name AS name, r.unique_constraint_schema AS referent_key_schema,
          r.unique_constraint_name AS referent_key, r.delete_rule AS on_delete, r.update_rule AS on_update
        FROM information_schema.referential_constraints r""", "key_schema", "name")
        .with("""
        SELECT t.constraint_schema AS referent_key_schema, t.constraint_name AS referent_key,
          t.ordinal_position AS referent_position, t.table_schema AS referent_schema, t.table_name AS referent,
          t.column_name AS referent_column
        FROM information_schema.key_column_usage t""", "referent_key_schema", "referent_key", "referent_position");
  }

  @Override
  CatalogueQuery checks() {
    return CatalogueQuery.of("""
        SELECT k.table_name AS table_name, k.constraint_schema AS check_schema, k.constraint_name AS name
        FROM information_schema.table_constraints k
        WHERE k.constraint_type = 'CHECK' AND k.table_schema = {schema} AND {tables:k.table_name}
        ORDER BY k.table_name, k.constraint_name""").with(conditions(), "check_schema", "name");
  }

  /** Asks for {@code check_schema, name, condition_text}. */
  String conditions() {
    return """
        SELECT c.constraint_schema AS check_schema, c.constraint_name AS name, c.check_clause AS condition_text
        FROM information_schema.check_constraints c""";
  }

  @Override
  CatalogueQuery indexes() {
    return CatalogueQuery.of("""
        SELECT c.table_name AS table_name, c.index_schema AS index_schema, c.index_name AS name, c.is_unique AS is_unique,
          c.column_name AS column_name, CAST(NULL AS VARCHAR) AS expression,
          c.ordering_specification = 'DESC' AS descending, CAST(NULL AS VARCHAR) AS method,
          CAST(NULL AS VARCHAR) AS condition_text
        FROM information_schema.index_columns c WHERE c.table_schema = {schema} AND {tables:c.table_name}
        ORDER BY c.table_name, c.index_name, c.ordinal_position""").with("""
        SELECT i.index_schema AS index_schema, i.index_name AS name FROM information_schema.indexes i
        WHERE NOT i.is_generated AND i.table_schema = {schema} AND {tables:i.table_name}""", "index_schema", "name");
  }

  @Override
  String sequences() {
    return """
        SELECT s.sequence_name AS name, s.start_value AS seq_start, s.increment AS seq_increment,
          s.minimum_value AS seq_min, s.maximum_value AS seq_max, s.cycle_option AS seq_cycle, s.cache AS seq_cache
        FROM information_schema.sequences s WHERE s.sequence_schema = {schema} ORDER BY s.sequence_name""";
  }

  @Override
  @Nullable
  String onUpdate(CatalogueRows row) throws SQLException {
    return row.nullable("on_update");
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

  @Override
  public boolean keepsIndexesOfForeignKeys() {
    return true;
  }

  @Override
  public boolean numbersByIdentity() {
    return true;
  }

  @Override
  public String actionWritten(String action) {
    return action.equals("RESTRICT") ? "NO ACTION" : action;
  }

  /** A plain string for a date is shown with the word in front of it. */
  @Override
  protected String comparableDefault(Expression expression, SqlType type) {
    String sql = super.comparableDefault(expression, type);
    return TYPED.matcher(sql).replaceFirst("$2");
  }

  /** A name in upper case is the same with its quotes, which the catalogue shows, and without. */
  @Override
  public boolean isSameSql(String actual, String wanted) {
    return super.isSameSql(unquoted(actual), unquoted(wanted));
  }

  private static String unquoted(String sql) {
    return FOLDED
        .matcher(sql)
        .replaceAll(found ->
            Matcher.quoteReplacement(found.group(1) == null ? found.group() : found.group(1)));
  }

  /** The plan of a query shows its columns as the database has read them. */
  @Override
  protected Optional<String> askMeaning(@Nullable TableName table, String sql) throws SQLException {
    String from = table == null ? "" : " FROM " + dialect.quote(table);
    return ServerVersions.tryAskAll(connection(), "EXPLAIN SELECT (" + sql + "\n)" + from)
        .map(lines -> String.join("\n", lines));
  }

  @Override
  public SqlType readType(String sql) {
    TypeWords words = TypeWords.of(sql);
    if (words.name().endsWith(" ARRAY")) {
      String item = sql.strip().replaceAll("(?i)\\s+ARRAY(\\s*\\[\\d+])?$", "");
      SqlType read = readType(item);
      return read instanceof SqlType.ArrayType inner
          ? new SqlType.ArrayType(inner.item(), inner.dimensions() + 1)
          : new SqlType.ArrayType(read, 1);
    }
    return switch (words.name()) {
      case "INTEGER", "INT" -> new SqlType.IntegerType();
      case "BIGINT" -> new SqlType.BigIntegerType();
      case "SMALLINT" -> new SqlType.SmallIntegerType();
      case "NUMERIC", "DECIMAL", "DEC" -> numeric(words);
      case "REAL" -> words.as(TypeFamily.NUMERIC, "REAL");
      case "DOUBLE PRECISION", "DOUBLE" -> new SqlType.DoubleType();
      case "FLOAT" -> floating(words);
      case "BOOLEAN", "BOOL" -> new SqlType.BooleanType();
      case "CHARACTER VARYING", "VARCHAR", "CHAR VARYING" -> string(words);
      case "CHARACTER", "CHAR" ->
        SqlType.NativeType.of(
            TypeFamily.STRING, "CHAR", words.number(0) == null ? 1 : words.number(0));
      case "CHARACTER LARGE OBJECT", "CLOB", "TEXT", "CHAR LARGE OBJECT" -> new SqlType.TextType();
      case "BINARY LARGE OBJECT", "BLOB" -> new SqlType.LargeBinaryType();
      case "VARBINARY", "BINARY VARYING" -> words.as(TypeFamily.BINARY, "VARBINARY");
      case "DATE" -> new SqlType.DateType();
      case "TIME", "TIME WITHOUT TIME ZONE" -> time(words, false);
      case "TIME WITH TIME ZONE" -> time(words, true);
      case "TIMESTAMP", "TIMESTAMP WITHOUT TIME ZONE" -> timestamp(words, false);
      case "TIMESTAMP WITH TIME ZONE" -> timestamp(words, true);
      case "UUID" -> new SqlType.UuidType();
      case "JSON" -> new SqlType.JsonType();
      case "INTERVAL DAY TO SECOND" -> new SqlType.IntervalType(true, null, null);
      default -> words.asWritten();
    };
  }

  SqlType string(TypeWords words) {
    Integer length = words.number(0);
    String collation = words.collation();
    return new SqlType.StringType(
        length == null || length >= WHOLE ? null : length,
        collation == null ? null : collation.replace("\"", ""),
        false);
  }

  /** Where nothing is said there are 100000 digits, and none behind the point. */
  SqlType numeric(TypeWords words) {
    Integer precision = words.number(0);
    Integer scale = words.number(1);
    return precision == null || (precision == DIGITS && (scale == null || scale == 0))
        ? new SqlType.NumericType(null, null)
        : new SqlType.NumericType(precision, scale == null ? 0 : scale);
  }

  SqlType floating(TypeWords words) {
    Integer precision = words.number(0);
    return precision != null && precision <= 24
        ? SqlType.NativeType.of(TypeFamily.NUMERIC, "REAL")
        : new SqlType.DoubleType();
  }

  SqlType time(TypeWords words, boolean timezone) {
    Integer precision = words.number(0);
    return precision == null || precision == 0 ? new SqlType.TimeType(timezone) : words.asWritten();
  }

  SqlType timestamp(TypeWords words, boolean timezone) {
    Integer precision = words.number(0);
    return precision == null || precision == 6
        ? new SqlType.DateTimeType(timezone)
        : words.asWritten();
  }
}
