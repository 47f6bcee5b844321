package dev.lambic.dialect;

import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Expression.ColumnReference;
import dev.lambic.schema.Expression.Literal;
import dev.lambic.schema.Expression.SqlText;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.TableName;
import dev.lambic.schema.TypeFamily;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Inspects MySQL and MariaDB through their information schemas; a schema is a database there. */
final class MysqlInspector extends StandardInspector {
  /** With a sign or a point, and without quotes, a number would be taken for an expression. */
  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d+");

  private static final Pattern QUOTED_NUMBER = Pattern.compile("'(-?\\d+(?:\\.\\d+)?)'");
  private static final Pattern STRING = Pattern.compile("'((?:[^']|'')*)'");
  private static final Pattern INTRODUCER =
      Pattern.compile("\\b_(?:utf8mb4|utf8mb3|utf8|latin1|binary)\\s*(?=\\\\?')");
  private static final Pattern NOW =
      Pattern.compile("\\b(?:now|current_timestamp|localtimestamp|localtime)\\b(?:\\(\\))?");
  private static final Pattern ON_UPDATE =
      Pattern.compile("\\bon update (\\S+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern JSON = Pattern.compile("json_valid\\((.*)\\)");

  /** ER_YES: the note of EXPLAIN. */
  private static final int QUERY_AS_READ = 1003;

  private final boolean isMariadb;

  MysqlInspector(Dialect dialect, @Nullable Connection connection, boolean isMariadb) {
    super(dialect, connection);
    this.isMariadb = isMariadb;
  }

  @Override
  protected String askOwnSchema() throws SQLException {
    return ServerVersions.ask(connection(), "SELECT DATABASE()");
  }

  @Override
  String schemas() {
    return "SELECT schema_name AS name FROM information_schema.schemata WHERE schema_name NOT IN"
        + " ('information_schema', 'mysql', 'performance_schema', 'sys') ORDER BY 1";
  }

  @Override
  String tables() {
    return """
        SELECT t.table_name AS name, t.table_comment AS remarks, t.engine AS engine, t.table_collation AS collation_name
        FROM information_schema.tables t WHERE t.table_schema = {schema} AND t.table_type = 'BASE TABLE'
        ORDER BY t.table_name""";
  }

  @Override
  Options tableOptions(CatalogueRows row) throws SQLException {
    Options options = Options.NONE;
    if (row.nullable("engine") != null) {
      options = options.with(dialect.id() + "_engine", row.text("engine"));
    }
    return row.nullable("collation_name") == null
        ? options
        : options.with(dialect.id() + "_collate", row.text("collation_name"));
  }

  @Override
  CatalogueQuery columns() {
    return CatalogueQuery.of("""
        SELECT c.table_name AS table_name, c.column_name AS name, c.is_nullable = 'YES' AS nullable, c.column_type AS type,
          c.collation_name AS collation_name, c.column_default AS default_value, c.generation_expression AS computed,
          IF(c.extra LIKE '%STORED%', 'YES', 'NO') AS is_stored, NULL AS identity, NULL AS seq_start, NULL AS seq_increment,
          NULL AS seq_min, NULL AS seq_max, NULL AS seq_cycle, NULL AS seq_cache,
          c.extra LIKE '%auto_increment%' AS numbered, c.extra AS extra, c.column_comment AS remarks
        FROM information_schema.columns c WHERE c.table_schema = {schema} AND {tables:c.table_name}
        ORDER BY c.table_name, c.ordinal_position""").with("""
        SELECT t.table_name AS table_name, t.table_collation AS table_collation
        FROM information_schema.tables t WHERE t.table_schema = {schema} AND {tables:t.table_name}""", "table_name");
  }

  @Override
  String type(CatalogueRows row) throws SQLException {
    String collation = row.nullable("collation_name");
    String ofTable = row.nullable("table_collation");
    return collation == null || ofTable == null || collation.equals(ofTable)
        ? row.text("type")
        : row.text("type") + " COLLATE " + collation;
  }

  @Override
  CatalogueQuery keys() {
    return CatalogueQuery.of("""
        SELECT s.table_name AS table_name, s.index_name AS name, IF(s.index_name = 'PRIMARY', 'PRIMARY KEY', 'UNIQUE') AS kind,
          s.column_name AS column_name, 'NO' AS is_deferrable, 'NO' AS deferred
        FROM information_schema.statistics s
        WHERE s.table_schema = {schema} AND {tables:s.table_name} AND s.non_unique = 0 AND s.column_name IS NOT NULL
        ORDER BY s.table_name, s.index_name, s.seq_in_index""");
  }

  @Override
  CatalogueQuery foreignKeys() {
    return CatalogueQuery.of("""
        SELECT k.table_name AS table_name, k.constraint_name AS name, k.column_name AS column_name,
          k.referenced_table_schema AS referent_schema, k.referenced_table_name AS referent,
          k.referenced_column_name AS referent_column, 'NO' AS is_deferrable, 'NO' AS deferred
        FROM information_schema.key_column_usage k
        WHERE k.table_schema = {schema} AND {tables:k.table_name} AND k.referenced_table_name IS NOT NULL
        ORDER BY k.table_name, k.constraint_name, k.ordinal_position""").with("""
        SELECT r.table_name AS table_name, r.constraint_name AS name, r.delete_rule AS on_delete, r.update_rule AS on_update
        FROM information_schema.referential_constraints r
        WHERE r.constraint_schema = {schema} AND {tables:r.table_name}""", "table_name", "name");
  }

  /**
   * Names of checks are unique within a schema in MySQL, within a table in MariaDB. MySQL escapes quotes and backslashes of
   * conditions; MariaDB shows them as they are.
   */
  @Override
  CatalogueQuery checks() {
    String quote = "CHAR(39 USING utf8mb4)";
    String backslash = "CHAR(92 USING utf8mb4)";
    String condition = isMariadb
        ? "c.check_clause"
        : "REPLACE(REPLACE(c.check_clause, CONCAT(" + backslash + ", " + quote + "), " + quote
            + "), CONCAT(" + backslash + ", " + backslash + "), " + backslash + ")";
    CatalogueQuery checks = CatalogueQuery.of("""
        SELECT k.table_name AS table_name, k.constraint_name AS name FROM information_schema.table_constraints k
        WHERE k.constraint_type = 'CHECK' AND k.table_schema = {schema} AND {tables:k.table_name}
        ORDER BY k.table_name, k.constraint_name""");
    String conditions = """
        SELECT %s c.constraint_name AS name, %s AS condition_text
        FROM information_schema.check_constraints c WHERE c.constraint_schema = {schema}""";
    return isMariadb
        ? checks.with(
            conditions.formatted("c.table_name AS table_name,", condition), "table_name", "name")
        : checks.with(conditions.formatted("", condition), "name");
  }

  @Override
  CatalogueQuery indexes() {
    return CatalogueQuery.of("""
        SELECT s.table_name AS table_name, s.index_name AS name, s.non_unique = 0 AS is_unique, s.column_name AS column_name,
          %s AS expression, IF(s.collation = 'D', TRUE, FALSE) AS descending, s.index_type AS method,
          NULL AS condition_text, s.sub_part AS sub_part
        FROM information_schema.statistics s
        WHERE s.table_schema = {schema} AND {tables:s.table_name} AND (s.non_unique = 1 OR s.column_name IS NULL)
        ORDER BY s.table_name, s.index_name, s.seq_in_index""".formatted(
            isMariadb ? "NULL" : "IF(s.expression IS NULL, NULL, CONCAT('(', s.expression, ')'))"));
  }

  @Override
  Options indexOptions(CatalogueRows row) throws SQLException {
    String method = row.text("method");
    return switch (method) {
      case "FULLTEXT", "SPATIAL" -> Options.NONE.with(dialect.id() + "_prefix", method);
      case "BTREE" -> Options.NONE;
      default -> Options.NONE.with(dialect.id() + "_using", method.toLowerCase(Locale.ROOT));
    };
  }

  @Override
  Index withElement(Index index, CatalogueRows row) throws SQLException {
    Integer length = row.nullableInteger("sub_part");
    Expression last = index.elements().get(index.elements().size() - 1);
    if (length == null || !(last instanceof ColumnReference column)) {
      return index;
    }
    String option = dialect.id() + "_length";
    Map<String, Object> lengths = new LinkedHashMap<>();
    SqlDefinitions.byColumn(index.options().values().getOrDefault(option, Map.of()))
        .forEach((name, value) -> lengths.put(name.toString(), value));
    lengths.put(column.column().text(), length);
    return index.with(option, lengths);
  }

  /** MariaDB's sequences are tables of one row, of which no view tells before 11.5. */
  @Override
  @Nullable
  String sequences(String schema) throws SQLException {
    if (!isMariadb) {
      return null;
    }
    List<String> names = CatalogueRows.texts(
        connection(),
        "SELECT table_name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'SEQUENCE' ORDER BY 1",
        List.of(schema));
    return names.isEmpty()
        ? null
        : names.stream()
            .map(name -> "SELECT " + dialect.literal(name) + " AS name, s.start_value AS seq_start,"
                + " s.increment AS seq_increment, s.minimum_value AS seq_min, s.maximum_value AS seq_max,"
                + " IF(s.cycle_option, 'YES', 'NO') AS seq_cycle, s.cache_size AS seq_cache FROM "
                + dialect.quote(new TableName(Name.quoted(schema), Name.quoted(name))) + " s")
            .collect(Collectors.joining("\nUNION ALL "));
  }

  @Override
  boolean isInvented(String name) {
    return name.equals("PRIMARY");
  }

  @Override
  public @Nullable Name primaryKeyName(TableName table) {
    return null;
  }

  /** A unique key is called after its first column. */
  @Override
  public @Nullable Name inventedName(TableName table, Constraint constraint) {
    return constraint instanceof Constraint.Unique unique ? unique.columns().get(0) : null;
  }

  @Override
  public boolean hasUniqueIndexesAlone() {
    return true;
  }

  @Override
  public boolean indexesForeignKeys() {
    return true;
  }

  @Override
  public boolean knowsNumberedColumns() {
    return true;
  }

  /** InnoDB does the same for both. */
  @Override
  public String actionWritten(String action) {
    return action.equals("RESTRICT") ? "NO ACTION" : action;
  }

  @Override
  @Nullable
  String onUpdate(CatalogueRows row) throws SQLException {
    Matcher extra = ON_UPDATE.matcher(row.orEmpty("extra"));
    return extra.find() ? extra.group(1) : null;
  }

  /** MariaDB tells an expression, and NULL for none; MySQL a bare value, unless it says that it generates it. */
  @Override
  @Nullable
  Expression readDefault(String sql, CatalogueRows row) throws SQLException {
    if (isMariadb) {
      return sql.equals("NULL") ? null : new SqlText(sql);
    }
    if (row.orEmpty("extra").contains("DEFAULT_GENERATED")) {
      boolean isPlain = sql.toUpperCase(Locale.ROOT).startsWith("CURRENT_TIMESTAMP");
      return new SqlText(isPlain ? sql : "(" + unescaped(sql) + ")");
    }
    return WHOLE_NUMBER.matcher(sql).matches() || sql.startsWith("b'")
        ? new SqlText(sql)
        : new Literal(sql);
  }

  /** The catalogue shows the quotes of strings behind backslashes, and says which character set they are of. */
  private static String unescaped(String sql) {
    return INTRODUCER.matcher(sql).replaceAll("").replace("\\'", "'");
  }

  @Override
  protected String comparableDefault(Expression expression, SqlType type) {
    DefaultParts parts = DefaultParts.parse(dialect.defaultSql(expression));
    if (parts.onUpdate() != null) {
      String value =
          parts.value() == null ? "" : comparableDefault(new SqlText(parts.value()), type);
      return value + " on update " + comparableDefault(new SqlText(parts.onUpdate()), type);
    }
    String sql = super.comparableDefault(expression, type);
    if (!sql.startsWith("'")) {
      sql = NOW.matcher(sql).replaceAll("current_timestamp");
    }
    return switch (sql) {
      case "true" -> "1";
      case "false" -> "0";
      default -> {
        Matcher number = QUOTED_NUMBER.matcher(sql);
        yield number.matches() ? super.comparableDefault(new SqlText(number.group(1)), type) : sql;
      }
    };
  }

  /** The note behind a plan holds the query as the server has read it (manual, "Extended EXPLAIN Output Format"). */
  @Override
  protected Optional<String> askMeaning(@Nullable TableName table, String sql) {
    String query = (isMariadb ? "EXPLAIN EXTENDED" : "EXPLAIN") + " SELECT (" + sql + "\n) AS v"
        + (table == null ? "" : " FROM " + dialect.quote(table));
    try (Statement statement = connection().createStatement()) {
      statement.execute(query);
      try (ResultSet notes = statement.executeQuery("SHOW WARNINGS")) {
        while (notes.next()) {
          if (notes.getInt("Code") == QUERY_AS_READ) {
            return Optional.of(unescaped(notes.getString("Message")));
          }
        }
      }
    } catch (SQLException e) {
      // It cannot read the expression.
    }
    return Optional.empty();
  }

  @Override
  public boolean isSameSql(String actual, String wanted) {
    return super.isSameSql(unescaped(actual), unescaped(wanted));
  }

  /** MariaDB's JSON is a text with a condition, which bears the column's name. */
  @Override
  void finish(TableDraft table) {
    if (!isMariadb) {
      return;
    }
    List<Check> ofTypes = new ArrayList<>();
    table.constraints.forEach(constraint -> {
      if (constraint instanceof Check check
          && check.name() != null
          && check.condition() instanceof SqlText text) {
        Matcher column = JSON.matcher(SqlComparison.comparable(text.sql()));
        if (column.matches() && column.group(1).equalsIgnoreCase(check.name().text())) {
          ofTypes.add(check);
        }
      }
    });
    for (Check check : ofTypes) {
      table.constraints.remove(check);
      table.columns.replaceAll(column -> check.name() != null
              && column.name().text().equalsIgnoreCase(check.name().text())
          ? column.type(new SqlType.JsonType())
          : column);
    }
  }

  @Override
  public SqlType readType(String sql) {
    TypeWords words = TypeWords.of(sql);
    String name = words.name().replace("NATIONAL ", "").replaceAll("^INTEGER\\b", "INT");
    boolean isUnsigned = name.contains("UNSIGNED");
    String base = name.replace(" UNSIGNED", "");
    return switch (base) {
      case "INT" -> isUnsigned ? integer("INTEGER") : new SqlType.IntegerType();
      case "BIGINT" -> isUnsigned ? integer("BIGINT") : new SqlType.BigIntegerType();
      case "SMALLINT" -> isUnsigned ? integer("SMALLINT") : new SqlType.SmallIntegerType();
      case "MEDIUMINT" ->
        isUnsigned ? integer("MEDIUMINT") : plain(TypeFamily.INTEGER, "MEDIUMINT");
      case "TINYINT" -> tinyint(words, isUnsigned);
      case "BOOL", "BOOLEAN" -> new SqlType.BooleanType();
      case "DECIMAL", "NUMERIC", "DEC", "FIXED" -> decimal(words, isUnsigned);
      case "FLOAT" -> floating(words, name);
      case "DOUBLE", "DOUBLE PRECISION", "REAL" ->
        words.arguments().isEmpty() && !isUnsigned
            ? new SqlType.DoubleType()
            : words.as(TypeFamily.NUMERIC, name);
      case "VARCHAR", "CHARACTER VARYING" ->
        new SqlType.StringType(words.number(0), words.collation(), false);
      case "CHAR", "CHARACTER" ->
        words.arguments().isEmpty()
            ? collated("CHAR(1)", words)
            : words.as(TypeFamily.STRING, "CHAR");
      case "TEXT" -> text(words);
      case "TINYTEXT", "MEDIUMTEXT", "LONGTEXT" -> collated(base, words);
      case "BLOB" -> new SqlType.LargeBinaryType();
      case "TINYBLOB", "MEDIUMBLOB", "LONGBLOB" -> plain(TypeFamily.BINARY, base);
      case "DATE" -> new SqlType.DateType();
      case "TIME" ->
        isWithoutFraction(words) ? new SqlType.TimeType(false) : words.as(TypeFamily.TIME, "TIME");
      case "DATETIME" ->
        isWithoutFraction(words)
            ? new SqlType.DateTimeType(false)
            : words.as(TypeFamily.DATE_TIME, "DATETIME");
      case "TIMESTAMP" ->
        isWithoutFraction(words)
            ? new SqlType.TimestampType(false)
            : words.as(TypeFamily.DATE_TIME, "TIMESTAMP");
      case "BIT" ->
        SqlType.NativeType.of(
            TypeFamily.OTHER, "BIT", words.number(0) == null ? 1 : words.number(0));
      case "BINARY" ->
        SqlType.NativeType.of(
            TypeFamily.BINARY, "BINARY", words.number(0) == null ? 1 : words.number(0));
      case "JSON" -> new SqlType.JsonType();
      case "UUID" -> new SqlType.UuidType();
      case "ENUM" -> enumeration(sql);
      default -> words.asWritten();
    };
  }

  private static boolean isWithoutFraction(TypeWords words) {
    return words.arguments().isEmpty() || Integer.valueOf(0).equals(words.number(0));
  }

  private static SqlType plain(TypeFamily family, String name) {
    return SqlType.NativeType.of(family, name);
  }

  private static SqlType integer(String name) {
    return SqlType.NativeType.of(TypeFamily.INTEGER, name).followedBy("UNSIGNED");
  }

  /** The width that a whole number is displayed with is gone from MySQL; of one digit it means a boolean. */
  private static SqlType tinyint(TypeWords words, boolean isUnsigned) {
    if (isUnsigned) {
      return integer("TINYINT");
    }
    return Integer.valueOf(1).equals(words.number(0))
        ? new SqlType.BooleanType()
        : plain(TypeFamily.INTEGER, "TINYINT");
  }

  private static SqlType decimal(TypeWords words, boolean isUnsigned) {
    if (isUnsigned) {
      return words.as(TypeFamily.NUMERIC, "NUMERIC").followedBy("UNSIGNED");
    }
    Integer precision = words.number(0);
    Integer scale = words.number(1);
    return new SqlType.NumericType(precision == null ? 10 : precision, scale == null ? 0 : scale);
  }

  /** FLOAT(25) and more are doubles (manual, "Floating-Point Types"). */
  private static SqlType floating(TypeWords words, String name) {
    Integer precision = words.number(0);
    if (words.arguments().size() > 1 || name.contains(" ")) {
      return words.as(TypeFamily.NUMERIC, name);
    }
    return precision != null && precision > 24
        ? new SqlType.DoubleType()
        : new SqlType.FloatType(null);
  }

  /** A text of a length becomes the smallest of its kinds that holds it. */
  private static SqlType text(TypeWords words) {
    return words.arguments().isEmpty()
        ? new SqlType.TextType(null, words.collation(), false)
        : words.as(TypeFamily.STRING, "TEXT");
  }

  private static SqlType collated(String name, TypeWords words) {
    SqlType.NativeType type = SqlType.NativeType.of(TypeFamily.STRING, name);
    return words.collation() == null ? type : type.followedBy("COLLATE " + words.collation());
  }

  private static SqlType enumeration(String sql) {
    List<String> values = new ArrayList<>();
    Matcher strings = STRING.matcher(sql);
    while (strings.find()) {
      values.add(strings.group(1).replace("''", "'"));
    }
    return values.isEmpty()
        ? SqlType.NativeType.of(TypeFamily.STRING, sql)
        : new EnumType(null, null, values, true, false, null, true, null);
  }
}
