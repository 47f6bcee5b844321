package dev.lambic.it.catalogue;

import static dev.lambic.it.catalogue.Catalogue.words;

import dev.lambic.it.catalogue.Catalogue.Column;
import dev.lambic.it.catalogue.Catalogue.Constraint;
import dev.lambic.it.catalogue.Catalogue.Kind;
import dev.lambic.it.catalogue.Catalogue.Thing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the information schema as the SQL standard has it: H2 and HSQLDB differ in little. */
abstract class StandardCatalogue implements CatalogueReader {
  private final Pattern invented;

  /**
   * Creates the reader.
   *
   * @param invented what the names look like that the database gives to constraints without one
   */
  StandardCatalogue(Pattern invented) {
    this.invented = invented;
  }

  /** Returns an expression for the aggregate of a column, in the order of another one. */
  abstract String list(String column, String order);

  /** Returns an expression for the type of column c. */
  abstract String type();

  /** Returns an expression for the comment on table t. */
  abstract String tableComment();

  /** Returns an expression for the comment on column c. */
  abstract String columnComment();

  /** Returns an expression for what else is to be said of column c. */
  abstract String columnOptions();

  /** Returns an expression for the cache size of a sequence s, or of an identity column c. */
  abstract String cache(String column);

  /** Returns an expression for what else is to be said of constraint k, or null. */
  abstract String constraintOptions();

  /** Returns an expression for the type of domain d. */
  abstract String domainType();

  /** Returns an expression for what trigger t does. */
  abstract String triggerDefinition();

  abstract void indexes(Connection connection, Tables tables) throws SQLException;

  static String ours(String schema) {
    return schema + " NOT IN ('INFORMATION_SCHEMA', 'SYSTEM_LOBS')";
  }

  static String nameOf(String schema, String name) {
    return "CASE WHEN " + schema + " = CURRENT_SCHEMA THEN " + name + " ELSE " + schema
        + " || '.' || " + name + " END";
  }

  @Override
  public Catalogue read(Connection connection) throws SQLException {
    Tables tables = new Tables();
    tables(connection, tables);
    columns(connection, tables);
    keys(connection, tables);
    foreignKeys(connection, tables);
    checks(connection, tables);
    indexes(connection, tables);
    return new Catalogue(tables.all(), objects(connection));
  }

  private void tables(Connection connection, Tables tables) throws SQLException {
    Rows.each(
        connection,
        """
        SELECT %s AS name, %s AS comment FROM information_schema.tables t
        WHERE t.table_type = 'BASE TABLE' AND %s""".formatted(
                nameOf("t.table_schema", "t.table_name"), tableComment(), ours("t.table_schema")),
        row -> tables.add(row.text("name"), "", row.nullable("comment")));
  }

  private void columns(Connection connection, Tables tables) throws SQLException {
    Rows.each(
        connection,
        """
        SELECT %s AS table_name, c.column_name AS name, %s AS type, c.is_nullable = 'YES' AS nullable,
          c.column_default AS default_value, %s AS options, c.generation_expression AS expression,
          c.identity_generation AS identity, %s AS sequence, %s AS comment
        FROM information_schema.columns c WHERE %s
        ORDER BY c.table_schema, c.table_name, c.ordinal_position""".formatted(
                nameOf("c.table_schema", "c.table_name"),
                type(),
                columnOptions(),
                sequence(
                    "c.identity_start",
                    "c.identity_increment",
                    "c.identity_minimum",
                    "c.identity_maximum",
                    cache("c.identity_cache"),
                    "c.identity_cycle"),
                columnComment(),
                ours("c.table_schema")),
        row -> tables.add(
            row.text("table_name"),
            new Column(
                row.text("name"),
                words(row.text("type"), row.orEmpty("options")),
                row.flag("nullable"),
                row.nullable("default_value"),
                generated(row),
                row.nullable("comment"))));
  }

  private static @Nullable String generated(Rows row) throws SQLException {
    String identity = row.nullable("identity");
    if (identity != null) {
      return (identity.equals("ALWAYS") ? "always" : "by default") + " as identity "
          + row.text("sequence");
    }
    String expression = row.nullable("expression");
    return expression == null ? null : "(" + expression + ")";
  }

  private static String sequence(
      String start, String increment, String minimum, String maximum, String cache, String cycle) {
    // HSQLDB pads the shorter branch of a CASE.
    return "RTRIM('start ' || " + start + " || ' increment ' || " + increment
        + " || ' minimum ' || " + minimum
        + " || ' maximum ' || " + maximum + " || " + cache + " || CASE " + cycle
        + " WHEN 'YES' THEN ' cycle' ELSE '' END)";
  }

  private void keys(Connection connection, Tables tables) throws SQLException {
    Rows.each(
        connection,
        """
        SELECT %s AS table_name, k.constraint_name AS name, k.constraint_type AS kind, %s AS columns, MAX(%s) AS options
        FROM information_schema.table_constraints k JOIN information_schema.key_column_usage u
          ON u.constraint_schema = k.constraint_schema AND u.constraint_name = k.constraint_name
        WHERE k.constraint_type IN ('PRIMARY KEY', 'UNIQUE') AND %s
        GROUP BY k.table_schema, k.table_name, k.constraint_name, k.constraint_type""".formatted(
                nameOf("k.table_schema", "k.table_name"),
                list("u.column_name", "u.ordinal_position"),
                constraintOptions(),
                ours("k.table_schema")),
        row -> tables.add(
            row.text("table_name"),
            new Constraint(
                row.text("kind").equals("UNIQUE") ? Kind.UNIQUE : Kind.PRIMARY_KEY,
                given(row.text("name")),
                row.list("columns"),
                row.orEmpty("options"))));
  }

  private void foreignKeys(Connection connection, Tables tables) throws SQLException {
    Rows.each(
        connection,
        """
        SELECT %s AS table_name, r.constraint_name AS name, %s AS columns, %s AS target, %s AS target_columns,
          r.delete_rule AS on_delete, r.update_rule AS on_update, MAX(%s) AS options
        FROM information_schema.referential_constraints r
          JOIN information_schema.table_constraints k
            ON k.constraint_schema = r.constraint_schema AND k.constraint_name = r.constraint_name
          JOIN information_schema.key_column_usage u
            ON u.constraint_schema = r.constraint_schema AND u.constraint_name = r.constraint_name
          JOIN information_schema.key_column_usage t
            ON t.constraint_schema = r.unique_constraint_schema AND t.constraint_name = r.unique_constraint_name
            AND t.ordinal_position = u.position_in_unique_constraint
        WHERE %s
        GROUP BY u.table_schema, u.table_name, r.constraint_name, t.table_schema, t.table_name, r.delete_rule,
          r.update_rule""".formatted(
                nameOf("u.table_schema", "u.table_name"),
                list("u.column_name", "u.ordinal_position"),
                nameOf("t.table_schema", "t.table_name"),
                list("t.column_name", "u.ordinal_position"),
                constraintOptions(),
                ours("u.table_schema")),
        row -> tables.add(
            row.text("table_name"),
            Constraint.foreignKey(
                given(row.text("name")),
                row.list("columns"),
                row.text("target"),
                row.list("target_columns"),
                row.text("on_delete"),
                row.text("on_update"),
                row.orEmpty("options"))));
  }

  private void checks(Connection connection, Tables tables) throws SQLException {
    Rows.each(
        connection,
        """
        SELECT %s AS table_name, k.constraint_name AS name, c.check_clause AS condition_text, %s AS options
        FROM information_schema.table_constraints k JOIN information_schema.check_constraints c
          ON c.constraint_schema = k.constraint_schema AND c.constraint_name = k.constraint_name
        WHERE k.constraint_type = 'CHECK' AND %s""".formatted(
            nameOf("k.table_schema", "k.table_name"), constraintOptions(), ours("k.table_schema")),
        row -> {
          String name = given(row.text("name"));
          String condition = row.text("condition_text");
          // HSQLDB shows what is not null as a check, too.
          if (name != null || !condition.matches(".* IS NOT NULL")) {
            tables.add(
                row.text("table_name"),
                new Constraint(
                    Kind.CHECK,
                    name,
                    List.of(),
                    words("(" + condition + ")", row.orEmpty("options"))));
          }
        });
  }

  /** Returns a name, or null if the database has invented it. */
  final @Nullable String given(String name) {
    return invented.matcher(name).matches() ? null : name;
  }

  private List<Thing> objects(Connection connection) throws SQLException {
    List<Thing> objects = new ArrayList<>();
    for (String query : List.of(
        """
        SELECT 'schema' AS kind, schema_name AS name, '' AS definition FROM information_schema.schemata
        WHERE %s""".formatted(ours("schema_name")),
        """
        SELECT 'sequence' AS kind, %s AS name, s.data_type || ' ' || %s AS definition
        FROM information_schema.sequences s WHERE %s""".formatted(
                nameOf("s.sequence_schema", "s.sequence_name"),
                sequence(
                    "s.start_value",
                    "s.increment",
                    "s.minimum_value",
                    "s.maximum_value",
                    cache("s.cache"),
                    "s.cycle_option"),
                ours("s.sequence_schema")),
        """
        SELECT 'domain' AS kind, %s AS name, %s || COALESCE(' default ' || d.domain_default, '') || COALESCE((
            SELECT %s FROM information_schema.domain_constraints k JOIN information_schema.check_constraints c
              ON c.constraint_schema = k.constraint_schema AND c.constraint_name = k.constraint_name
            WHERE k.domain_schema = d.domain_schema AND k.domain_name = d.domain_name), '') AS definition
        FROM information_schema.domains d WHERE %s""".formatted(
                nameOf("d.domain_schema", "d.domain_name"),
                domainType(),
                list(
                    "' check ' || k.constraint_name || ' (' || c.check_clause || ')'",
                    "k.constraint_name"),
                ours("d.domain_schema")),
        """
        SELECT 'view' AS kind, %s AS name, v.view_definition AS definition
        FROM information_schema.views v WHERE %s""".formatted(nameOf("v.table_schema", "v.table_name"), ours("v.table_schema")),
        """
        SELECT 'trigger' AS kind, %s AS name,
          t.action_timing || ' ' || t.event_manipulation || ' on ' || t.event_object_table || ' ' || %s AS definition
        FROM information_schema.triggers t WHERE %s""".formatted(
                nameOf("t.trigger_schema", "t.trigger_name"),
                triggerDefinition(),
                ours("t.trigger_schema")))) {
      objects.addAll(Rows.of(connection, query, Thing::of));
    }
    return objects;
  }
}
