package dev.lambic.it.catalogue;

import static dev.lambic.it.catalogue.Catalogue.words;

import dev.lambic.it.catalogue.Catalogue.Column;
import dev.lambic.it.catalogue.Catalogue.Constraint;
import dev.lambic.it.catalogue.Catalogue.Index;
import dev.lambic.it.catalogue.Catalogue.Thing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Reads SQLite's pragmas, and the statements that it keeps. Attached databases do not count. */
public final class SqliteCatalogue implements CatalogueReader {
  private static final String OURS = "m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

  @Override
  public Catalogue read(Connection connection) throws SQLException {
    Tables tables = new Tables();
    Rows.each(
        connection,
        "SELECT m.name AS name, m.sql AS definition FROM sqlite_master m WHERE m.type = 'table'"
            + " AND m.sql NOT LIKE 'CREATE VIRTUAL %' AND " + OURS,
        row -> table(
            connection, tables, row.text("name"), new SqliteDefinition(row.text("definition"))));
    indexes(connection, tables);
    return new Catalogue(tables.all(), objects(connection));
  }

  private static void table(
      Connection connection, Tables tables, String table, SqliteDefinition definition)
      throws SQLException {
    tables.add(table, definition.options(), null);
    for (Constraint constraint : definition.constraints()) {
      tables.add(table, constraint);
    }
    Rows.each(connection, """
        SELECT c.name AS name, LOWER(c.type) AS type, NOT c."notnull" AS nullable, c.dflt_value AS default_value
        FROM pragma_table_xinfo(%s) c ORDER BY c.cid""".formatted(literal(table)), row -> {
      String name = row.text("name");
      String collation = definition.collation(name);
      tables.add(
          table,
          new Column(
              name,
              words(
                  row.text("type"),
                  collation == null ? "" : "collate " + collation.toLowerCase(Locale.ROOT)),
              row.flag("nullable"),
              row.nullable("default_value"),
              definition.generated(name),
              null));
    });
  }

  /** Indexes of constraints have no statement. */
  private static void indexes(Connection connection, Tables tables) throws SQLException {
    Rows.each(
        connection,
        "SELECT m.tbl_name AS table_name, m.name AS name, m.sql AS definition FROM sqlite_master m"
            + " WHERE m.type = 'index' AND m.sql IS NOT NULL",
        row -> {
          SqliteTokens tokens = new SqliteTokens(row.text("definition"));
          tokens.pass("CREATE");
          boolean unique = tokens.pass("UNIQUE");
          while (!tokens.at("(")) {
            tokens.word();
          }
          List<String> keys = tokens.items().stream().map(SqliteDefinition::key).toList();
          String condition = tokens.pass("WHERE") ? "where " + tokens.rest() : "";
          tables.add(row.text("table_name"), new Index(row.text("name"), unique, keys, condition));
        });
  }

  private static List<Thing> objects(Connection connection) throws SQLException {
    return Rows.of(
        connection,
        "SELECT iif(m.type = 'table', 'virtual table', m.type) AS kind, m.name AS name, m.sql AS definition"
            + " FROM sqlite_master m WHERE (m.type IN ('view', 'trigger') OR m.sql LIKE 'CREATE VIRTUAL %') AND "
            + OURS,
        row -> new Thing(
            row.text("kind"), row.text("name"), new SqliteTokens(row.text("definition")).rest()));
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
