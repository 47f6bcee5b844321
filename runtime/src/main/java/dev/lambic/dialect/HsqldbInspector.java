package dev.lambic.dialect;

import dev.lambic.schema.Index;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Inspects HSQLDB: its information schema is close to H2's, and what that lacks is in tables for JDBC drivers. */
final class HsqldbInspector extends H2Inspector {
  private static final Pattern INVENTED = Pattern.compile("SYS_(CT|PK|FK|UN|IDX)_\\d+");

  private static final Pattern ADDRESS_OR_NULLABLE =
      Pattern.compile("@[0-9a-f]+|(?: not)? nullable\\s*$", Pattern.MULTILINE);

  HsqldbInspector(Dialect dialect, @Nullable Connection connection) {
    super(dialect, connection);
  }

  @Override
  protected String askOwnSchema() throws java.sql.SQLException {
    return ServerVersions.ask(connection(), "VALUES (CURRENT_SCHEMA)");
  }

  @Override
  String schemas() {
    return "SELECT schema_name FROM information_schema.schemata"
        + " WHERE schema_name NOT IN ('INFORMATION_SCHEMA', 'SYSTEM_LOBS') ORDER BY 1";
  }

  @Override
  String tables() {
    return """
        SELECT t.table_name AS name, t.remarks AS remarks FROM information_schema.system_tables t
        WHERE t.table_schem = {schema} AND t.table_type = 'TABLE' ORDER BY t.table_name""";
  }

  @Override
  CatalogueQuery columns() {
    return CatalogueQuery.of("""
        SELECT c.table_name AS table_name, c.column_name AS name, c.is_nullable = 'YES' AS nullable,
          COALESCE(c.domain_name, c.dtd_identifier)
            || CASE WHEN c.collation_name <> 'SQL_TEXT' THEN ' COLLATE ' || c.collation_name ELSE '' END AS type,
          c.column_default AS default_value, c.generation_expression AS computed, CAST(NULL AS VARCHAR(3)) AS is_stored,
          c.identity_generation AS identity, c.identity_start AS seq_start, c.identity_increment AS seq_increment,
          c.identity_minimum AS seq_min, c.identity_maximum AS seq_max, c.identity_cycle AS seq_cycle,
          CAST(NULL AS BIGINT) AS seq_cache, FALSE AS numbered, CAST(NULL AS VARCHAR(1)) AS remarks
        FROM information_schema.columns c WHERE c.table_schema = {schema} AND {tables:c.table_name}
        ORDER BY c.table_name, c.ordinal_position""").withOptional("""
        SELECT s.table_name AS table_name, s.column_name AS name, s.remarks AS remarks
        FROM information_schema.system_columns s
        WHERE s.table_schem = {schema} AND {tables:s.table_name} AND s.remarks IS NOT NULL""", "table_name", "name");
  }

  /** The index of a constraint bears its name. */
  @Override
  CatalogueQuery indexes() {
    return CatalogueQuery.of("""
        SELECT i.table_name AS table_name, i.index_name AS name, NOT i.non_unique AS is_unique,
          i.column_name AS column_name, CAST(NULL AS VARCHAR(1)) AS expression, FALSE AS descending,
          CAST(NULL AS VARCHAR(1)) AS method, CAST(NULL AS VARCHAR(1)) AS condition_text
        FROM information_schema.system_indexinfo i
        WHERE i.table_schem = {schema} AND {tables:i.table_name} AND i.index_name NOT LIKE 'SYS\\_%' ESCAPE '\\'
          AND (i.table_name, i.index_name) NOT IN (SELECT k.table_name, k.constraint_name
            FROM information_schema.table_constraints k WHERE k.table_schema = {schema})
        ORDER BY i.table_name, i.index_name, i.ordinal_position""");
  }

  /** What is not null is shown as a check, too. */
  @Override
  String conditions() {
    return """
        SELECT c.constraint_schema AS check_schema, c.constraint_name AS name, c.check_clause AS condition_text
        FROM information_schema.check_constraints c
        WHERE NOT (c.constraint_name LIKE 'SYS\\_CT\\_%' ESCAPE '\\' AND c.check_clause LIKE '% IS NOT NULL')""";
  }

  @Override
  String sequences() {
    return """
        SELECT s.sequence_name AS name, s.start_value AS seq_start, s.increment AS seq_increment,
          s.minimum_value AS seq_min, s.maximum_value AS seq_max, s.cycle_option AS seq_cycle,
          CAST(NULL AS BIGINT) AS seq_cache
        FROM information_schema.sequences s WHERE s.sequence_schema = {schema} ORDER BY s.sequence_name""";
  }

  /**
   * The plan shows its columns as a tree, and behind them how the table is read; objects have their addresses. Some
   * conditions are read nowhere but as such.
   */
  @Override
  protected Optional<String> askMeaning(@Nullable TableName table, String sql) {
    String from = table == null ? "(VALUES (0))" : dialect.quote(table);
    return plan("CASE WHEN " + sql + "\nTHEN 1 END", from).or(() -> plan("(" + sql + "\n)", from));
  }

  private Optional<String> plan(String expression, String from) {
    String query = "EXPLAIN PLAN FOR SELECT " + expression + " FROM " + from;
    return ServerVersions.tryAskAll(connection(), query).map(lines -> {
      String plan = String.join("\n", lines);
      int end = plan.indexOf("[range variable");
      return ADDRESS_OR_NULLABLE
          .matcher(end < 0 ? plan : plan.substring(0, end))
          .replaceAll("");
    });
  }

  @Override
  @Nullable
  String onUpdate(CatalogueRows row) {
    return null;
  }

  /** The order of an index's elements is taken, and made nothing of. */
  @Override
  protected List<String> shape(Index index) {
    return super.shape(index).stream()
        .map(element -> element.replaceFirst(" desc$", ""))
        .toList();
  }

  @Override
  boolean isInvented(String name) {
    return INVENTED.matcher(name).matches();
  }

  @Override
  SqlType numeric(TypeWords words) {
    Integer precision = words.number(0);
    Integer scale = words.number(1);
    return precision == null || (precision == 128 && (scale == null || scale == 0))
        ? new SqlType.NumericType(null, null)
        : new SqlType.NumericType(precision, scale == null ? 0 : scale);
  }

  /** All floating-point numbers are of 64 bits (guide, "Numeric Types"). */
  @Override
  SqlType floating(TypeWords words) {
    return new SqlType.DoubleType();
  }

  @Override
  public SqlType readType(String sql) {
    TypeWords words = TypeWords.of(sql);
    return switch (words.name()) {
      case "REAL" -> new SqlType.DoubleType();
      case "INTERVAL DAY TO SECOND" -> new SqlType.IntervalType(true, null, null);
      default -> super.readType(sql);
    };
  }
}
