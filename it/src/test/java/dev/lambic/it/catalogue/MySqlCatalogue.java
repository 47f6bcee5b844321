package dev.lambic.it.catalogue;

import static dev.lambic.it.catalogue.Catalogue.comment;
import static dev.lambic.it.catalogue.Catalogue.words;

import dev.lambic.it.catalogue.Catalogue.Column;
import dev.lambic.it.catalogue.Catalogue.Constraint;
import dev.lambic.it.catalogue.Catalogue.Index;
import dev.lambic.it.catalogue.Catalogue.Kind;
import dev.lambic.it.catalogue.Catalogue.Thing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the information schema of MySQL or MariaDB: the connection's database, and those that belong to it. */
public final class MySqlCatalogue implements CatalogueReader {
  private final boolean mariadb;

  private MySqlCatalogue(boolean mariadb) {
    this.mariadb = mariadb;
  }

  /** Reads MySQL. */
  public static MySqlCatalogue mysql() {
    return new MySqlCatalogue(false);
  }

  /** Reads MariaDB, which knows sequences, and tells some things in other words. */
  public static MySqlCatalogue mariadb() {
    return new MySqlCatalogue(true);
  }

  /** Returns a name, with the schema before it if that is not the connection's database. */
  private static String nameOf(String schema, String name) {
    return "IF(%1$s = DATABASE(), %2$s, CONCAT(%1$s, '.', %2$s))".formatted(schema, name);
  }

  @Override
  public Catalogue read(Connection connection) throws SQLException {
    Tables tables = new Tables();
    List<Thing> objects = new ArrayList<>();
    // One schema after the other: asked for them all, MariaDB opens each table of each schema there
    // is.
    for (String schema : schemas(connection)) {
      tables(connection, schema, tables);
      columns(connection, schema, tables);
      keys(connection, schema, tables);
      foreignKeys(connection, schema, tables);
      checks(connection, schema, tables);
      indexes(connection, schema, tables);
      objects(connection, schema, objects);
    }
    return new Catalogue(tables.all(), objects);
  }

  /** Returns the names of the schemas, as literals. */
  private static List<String> schemas(Connection connection) throws SQLException {
    return Rows.of(connection, """
        SELECT QUOTE(schema_name) AS name FROM information_schema.schemata WHERE schema_name = DATABASE()
          OR LEFT(schema_name, CHAR_LENGTH(DATABASE()) + 1) = CONCAT(DATABASE(), '_')""", row -> row.text("name"));
  }

  private static void tables(Connection connection, String schema, Tables tables)
      throws SQLException {
    String sql = """
        SELECT %s AS name, t.engine AS engine, t.table_collation AS collation, t.create_options AS options,
          t.table_comment AS comment
        FROM information_schema.tables t WHERE t.table_type = 'BASE TABLE' AND t.table_schema = %s""".formatted(nameOf("t.table_schema", "t.table_name"), schema);
    Rows.each(
        connection,
        sql,
        row -> tables.add(
            row.text("name"),
            words(
                row.with("engine", "engine"),
                row.with("collate", "collation"),
                row.orEmpty("options")),
            row.nullable("comment")));
  }

  private void columns(Connection connection, String schema, Tables tables) throws SQLException {
    String sql = """
        SELECT %1$s AS table_name, c.column_name AS name, c.column_type AS type, c.is_nullable = 'YES' AS nullable,
          c.column_default AS default_value, c.extra AS extra, c.generation_expression AS expression,
          IF(c.collation_name <> t.table_collation, c.collation_name, NULL) AS collation,
          c.column_comment AS comment
        FROM information_schema.columns c JOIN information_schema.tables t
          ON t.table_schema = c.table_schema AND t.table_name = c.table_name
        WHERE c.table_schema = %2$s AND t.table_schema = %2$s ORDER BY c.table_name, c.ordinal_position""".formatted(nameOf("c.table_schema", "c.table_name"), schema);
    Rows.each(
        connection,
        sql,
        row -> tables.add(
            row.text("table_name"),
            new Column(
                row.text("name"),
                words(row.text("type"), row.with("collate", "collation")),
                row.flag("nullable"),
                defaultValue(row),
                generated(row),
                row.nullable("comment"))));
  }

  /** MariaDB tells an expression, and NULL for none; MySQL tells a bare value, unless it says that it generates it. */
  private @Nullable String defaultValue(Rows row) throws SQLException {
    String value = row.nullable("default_value");
    if (value == null || mariadb) {
      return "NULL".equals(value) ? null : value;
    }
    return row.text("extra").contains("DEFAULT_GENERATED") ? value : "'" + value + "'";
  }

  private @Nullable String generated(Rows row) throws SQLException {
    String extra = row.text("extra")
        .replace("DEFAULT_GENERATED", "")
        .replace(" GENERATED", "")
        .strip();
    String expression = row.orEmpty("expression");
    return extra.isEmpty()
        ? null
        : words(
            extra.toLowerCase(Locale.ROOT), expression.isEmpty() ? "" : inParentheses(expression));
  }

  /** MySQL has put them there already. */
  private String inParentheses(String expression) {
    return mariadb ? "(" + expression + ")" : expression;
  }

  private static void keys(Connection connection, String schema, Tables tables)
      throws SQLException {
    String sql = """
        SELECT %1$s AS table_name, k.constraint_name AS name, k.constraint_type = 'UNIQUE' AS is_unique,
          GROUP_CONCAT(s.column_name ORDER BY s.seq_in_index SEPARATOR '%2$s') AS columns
        FROM information_schema.table_constraints k JOIN information_schema.statistics s
          ON s.table_schema = k.table_schema AND s.table_name = k.table_name AND s.index_name = k.constraint_name
        WHERE k.constraint_type IN ('PRIMARY KEY', 'UNIQUE') AND k.table_schema = %3$s AND s.table_schema = %3$s
        GROUP BY k.table_schema, k.table_name, k.constraint_name, k.constraint_type""".formatted(nameOf("k.table_schema", "k.table_name"), Rows.SEPARATOR, schema);
    Rows.each(
        connection,
        sql,
        row -> tables.add(
            row.text("table_name"),
            row.flag("is_unique")
                ? new Constraint(Kind.UNIQUE, row.text("name"), row.list("columns"), "")
                // Its name is always PRIMARY.
                : new Constraint(Kind.PRIMARY_KEY, null, row.list("columns"), "")));
  }

  private void foreignKeys(Connection connection, String schema, Tables tables)
      throws SQLException {
    String sql = """
        SELECT %1$s AS table_name, k.constraint_name AS name, %2$s AS target, r.delete_rule AS on_delete,
          r.update_rule AS on_update,
          GROUP_CONCAT(k.column_name ORDER BY k.ordinal_position SEPARATOR '%3$s') AS columns,
          GROUP_CONCAT(k.referenced_column_name ORDER BY k.ordinal_position SEPARATOR '%3$s') AS targets
        FROM information_schema.referential_constraints r JOIN information_schema.key_column_usage k
          ON k.constraint_schema = r.constraint_schema AND k.table_name = r.table_name
          AND k.constraint_name = r.constraint_name
        WHERE r.constraint_schema = %4$s AND k.table_schema = %4$s
        GROUP BY k.table_schema, k.table_name, k.constraint_name, k.referenced_table_schema, k.referenced_table_name,
          r.delete_rule, r.update_rule""".formatted(
            nameOf("k.table_schema", "k.table_name"),
            nameOf("k.referenced_table_schema", "k.referenced_table_name"),
            Rows.SEPARATOR,
            schema);
    Rows.each(
        connection,
        sql,
        row -> tables.add(
            row.text("table_name"),
            Constraint.foreignKey(
                row.text("name"),
                row.list("columns"),
                row.text("target"),
                row.list("targets"),
                rule(row.text("on_delete")),
                rule(row.text("on_update")),
                "")));
  }

  /** What is not said is RESTRICT to MariaDB; that is what InnoDB makes of NO ACTION, too. */
  private String rule(String rule) {
    return mariadb && rule.equals("RESTRICT") ? "NO ACTION" : rule;
  }

  private void checks(Connection connection, String schema, Tables tables) throws SQLException {
    // Names of checks are unique within a schema in MySQL, within a table in MariaDB.
    String sql = """
        SELECT %1$s AS table_name, k.constraint_name AS name, c.check_clause AS expression, %2$s AS enforced
        FROM information_schema.table_constraints k JOIN information_schema.check_constraints c
          ON c.constraint_schema = k.constraint_schema AND c.constraint_name = k.constraint_name AND %3$s
        WHERE k.constraint_type = 'CHECK' AND k.table_schema = %4$s AND c.constraint_schema = %4$s""".formatted(
            nameOf("k.table_schema", "k.table_name"),
            mariadb ? "'YES'" : "k.enforced",
            mariadb ? "c.table_name = k.table_name" : "TRUE",
            schema);
    Rows.each(
        connection,
        sql,
        row -> tables.add(
            row.text("table_name"),
            new Constraint(
                Kind.CHECK,
                row.text("name"),
                List.of(),
                words(
                    inParentheses(row.text("expression")),
                    row.text("enforced").equals("YES") ? "" : "not enforced"))));
  }

  private void indexes(Connection connection, String schema, Tables tables) throws SQLException {
    String sql = """
        SELECT %1$s AS table_name, s.index_name AS name, s.non_unique = 0 AS is_unique,
          GROUP_CONCAT(CONCAT(%2$s, IF(s.sub_part IS NULL, '', CONCAT('(', s.sub_part, ')')),
            IF(s.collation = 'D', ' desc', '')) ORDER BY s.seq_in_index SEPARATOR '%3$s') AS columns,
          IF(s.index_type = 'BTREE', NULL, LOWER(s.index_type)) AS method, %4$s AS hidden, s.index_comment AS comment
        FROM information_schema.statistics s WHERE s.index_name <> 'PRIMARY' AND s.table_schema = %5$s
        GROUP BY s.table_schema, s.table_name, s.index_name, s.non_unique, s.index_type, hidden, s.index_comment""".formatted(
            nameOf("s.table_schema", "s.table_name"),
            mariadb ? "s.column_name" : "COALESCE(s.column_name, CONCAT('(', s.expression, ')'))",
            Rows.SEPARATOR,
            mariadb ? "s.ignored" : "IF(s.is_visible = 'NO', 'YES', 'NO')",
            schema);
    Rows.each(
        connection,
        sql,
        row -> tables.add(
            row.text("table_name"),
            new Index(
                row.text("name"),
                row.flag("is_unique"),
                row.list("columns"),
                words(
                    row.with("using", "method"),
                    row.text("hidden").equals("YES") ? "invisible" : "",
                    comment(row.nullable("comment"))))));
  }

  private void objects(Connection connection, String schema, List<Thing> objects)
      throws SQLException {
    for (String query : List.of(
        """
        SELECT 'schema' AS kind, IF(schema_name = DATABASE(), '', schema_name) AS name,
          CONCAT('collate ', default_collation_name) AS definition
        FROM information_schema.schemata WHERE schema_name = %s""".formatted(schema),
        """
        SELECT 'view' AS kind, %s AS name, view_definition AS definition
        FROM information_schema.views WHERE table_schema = %s""".formatted(nameOf("table_schema", "table_name"), schema),
        """
        SELECT 'trigger' AS kind, %s AS name, CONCAT_WS(' ', LOWER(action_timing), LOWER(event_manipulation), 'on',
          event_object_table, action_statement) AS definition
        FROM information_schema.triggers WHERE trigger_schema = %s""".formatted(nameOf("trigger_schema", "trigger_name"), schema),
        """
        SELECT LOWER(routine_type) AS kind, %s AS name, routine_definition AS definition
        FROM information_schema.routines WHERE routine_schema = %s""".formatted(nameOf("routine_schema", "routine_name"), schema))) {
      objects.addAll(Rows.of(connection, query, Thing::of));
    }
    if (mariadb) {
      sequences(connection, schema, objects);
    }
  }

  /** The options of a sequence are the columns of the table that it is. */
  private static void sequences(Connection connection, String schema, List<Thing> objects)
      throws SQLException {
    List<String> queries = Rows.of(
        connection,
        """
        SELECT CONCAT('SELECT ''sequence'' AS kind, ', QUOTE(%s), ' AS name, CONCAT(''start '', start_value, '' increment '',
          increment, '' minimum '', minimum_value, '' maximum '', maximum_value, '' cache '', cache_size,
          IF(cycle_option, '' cycle'', '''')) AS definition FROM `', REPLACE(table_schema, '`', '``'), '`.`',
          REPLACE(table_name, '`', '``'), '`') AS query
        FROM information_schema.tables WHERE table_type = 'SEQUENCE' AND table_schema = %s""".formatted(nameOf("table_schema", "table_name"), schema),
        row -> row.text("query"));
    for (String query : queries) {
      objects.addAll(Rows.of(connection, query, Thing::of));
    }
  }
}
