package dev.lambic.it.catalogue;

import dev.lambic.it.catalogue.Catalogue.Index;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Reads HSQLDB's information schema, and what its JDBC driver reads of indexes and comments. */
public final class HsqldbCatalogue extends StandardCatalogue {
  /** Creates the reader. */
  public HsqldbCatalogue() {
    super(Pattern.compile("SYS_(CT|PK|FK|UN)_\\d+"));
  }

  @Override
  String list(String column, String order) {
    return "GROUP_CONCAT(" + column + " ORDER BY " + order + " SEPARATOR '" + Rows.SEPARATOR + "')";
  }

  @Override
  String type() {
    return "COALESCE(c.domain_name, c.dtd_identifier)";
  }

  @Override
  String tableComment() {
    return "(SELECT CASE WHEN CHAR_LENGTH(s.remarks) > 0 THEN s.remarks END FROM information_schema.system_tables s"
        + " WHERE s.table_schem = t.table_schema AND s.table_name = t.table_name)";
  }

  @Override
  String columnComment() {
    return "(SELECT CASE WHEN CHAR_LENGTH(s.remarks) > 0 THEN s.remarks END FROM information_schema.system_columns s WHERE s.table_schem = c.table_schema"
        + " AND s.table_name = c.table_name AND s.column_name = c.column_name)";
  }

  @Override
  String columnOptions() {
    return "CASE WHEN c.collation_name <> 'SQL_TEXT' THEN 'collate ' || c.collation_name END";
  }

  @Override
  String cache(String column) {
    return "''";
  }

  @Override
  String constraintOptions() {
    return "CAST(NULL AS VARCHAR(1))";
  }

  @Override
  String domainType() {
    return "d.dtd_identifier";
  }

  @Override
  String triggerDefinition() {
    return "t.action_statement";
  }

  /** An index of a constraint has its name, or a name that the database has invented. All are in ascending order. */
  @Override
  void indexes(Connection connection, Tables tables) throws SQLException {
    Rows.each(
        connection,
        """
        SELECT %s AS table_name, i.index_name AS name, NOT i.non_unique AS is_unique, %s AS columns
        FROM information_schema.system_indexinfo i
        WHERE %s AND i.index_name NOT LIKE 'SYS\\_%%' ESCAPE '\\' AND NOT EXISTS (
          SELECT * FROM information_schema.table_constraints k WHERE k.table_schema = i.table_schem
            AND k.table_name = i.table_name AND k.constraint_name = i.index_name)
        GROUP BY i.table_schem, i.table_name, i.index_name, i.non_unique""".formatted(
                nameOf("i.table_schem", "i.table_name"),
                list("i.column_name", "i.ordinal_position"),
                ours("i.table_schem")),
        row -> tables.add(
            row.text("table_name"),
            new Index(row.text("name"), row.flag("is_unique"), row.list("columns"), "")));
  }
}
