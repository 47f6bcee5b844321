package dev.lambic.dialect;

import dev.lambic.schema.Expression;
import dev.lambic.schema.Name;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import dev.lambic.schema.TypeFamily;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Inspects SQLite, which keeps the definitions as they were written. */
final class SqliteInspector extends Inspector {
  private static final String MAIN = "main";
  private static final Pattern ORDINARY = Pattern.compile("(?is)\\s*CREATE\\s+TABLE\\b.*");
  private static final Pattern QUOTED_NUMBER = Pattern.compile("'(-?\\d+(?:\\.\\d+)?)'");

  SqliteInspector(Dialect dialect, @Nullable Connection connection) {
    super(dialect, connection);
  }

  @Override
  protected String askOwnSchema() {
    return MAIN;
  }

  @Override
  protected Snapshot readDatabase(InspectionScope scope) throws SQLException {
    List<Table> tables = new ArrayList<>();
    List<String> schemas = CatalogueRows.texts(
        connection(),
        "SELECT name FROM pragma_database_list WHERE name <> 'temp' ORDER BY name <> 'main', name",
        List.of());
    for (String schema : schemas) {
      String own = schema.equals(MAIN) ? null : schema;
      if (scope.schemas().test(own)) {
        tables.addAll(tables(own, scope));
      }
    }
    return new Snapshot(MAIN, tables, List.of(), List.of());
  }

  private List<Table> tables(@Nullable String schema, InspectionScope scope) throws SQLException {
    Map<String, String> definitions = new LinkedHashMap<>();
    Map<String, List<String>> indexes = new LinkedHashMap<>();
    Name schemaName = schema == null ? null : Name.of(schema);
    String catalogue =
        (schemaName == null ? "" : dialect.quote(schemaName) + ".") + "sqlite_master";
    CatalogueRows.each(
        connection(),
        "SELECT type, tbl_name AS name, sql FROM " + catalogue + " WHERE type IN ('table', 'index')"
            + " AND sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY type DESC, tbl_name, rowid",
        List.of(),
        row -> {
          String name = row.text("name");
          String sql = row.text("sql");
          if (row.text("type").equals("index")) {
            indexes.computeIfAbsent(key(name), table -> new ArrayList<>()).add(sql);
          } else if (ORDINARY.matcher(sql).matches() && scope.tables().test(schema, name)) {
            definitions.put(name, sql);
          }
        });
    List<Table> tables = new ArrayList<>();
    definitions.forEach((name, sql) -> tables.add(SqliteTable.parse(
        new TableName(schemaName, Name.of(name)),
        sql,
        indexes.getOrDefault(key(name), List.of()))));
    return tables;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public String key(Name name) {
    return key(name.text());
  }

  @Override
  public @Nullable Name primaryKeyName(TableName table) {
    return null;
  }

  @Override
  public SqlType readType(String sql) {
    return SqliteTypeNames.read(sql);
  }

  @Override
  public boolean isSameType(SqlType actual, SqlType wanted) {
    return SqliteTypeNames.isSame(dialect.typeSql(actual), dialect.typeSql(wanted));
  }

  /** A number in quotes becomes the same value as one without, unless the column takes values as they are. */
  @Override
  protected String comparableDefault(Expression expression, SqlType type) {
    String sql = super.comparableDefault(expression, type);
    return type.family() == TypeFamily.BINARY ? sql : QUOTED_NUMBER.matcher(sql).replaceFirst("$1");
  }

  @Override
  protected boolean keepsSql() {
    return true;
  }
}
