package dev.lambic.it.catalogue;

import static dev.lambic.it.catalogue.Catalogue.comment;
import static dev.lambic.it.catalogue.Catalogue.words;

import dev.lambic.it.catalogue.Catalogue.Index;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Reads H2's information schema. */
public final class H2Catalogue extends StandardCatalogue {
  /** Creates the reader. */
  public H2Catalogue() {
    super(Pattern.compile("CONSTRAINT_[0-9A-F]+(_\\d+)?"));
  }

  @Override
  String list(String column, String order) {
    return "LISTAGG(" + column + ", '" + Rows.SEPARATOR + "') WITHIN GROUP (ORDER BY " + order
        + ")";
  }

  @Override
  String type() {
    return "COALESCE(c.domain_name, DATA_TYPE_SQL(c.table_schema, c.table_name, 'TABLE', c.dtd_identifier))";
  }

  @Override
  String tableComment() {
    return "t.remarks";
  }

  @Override
  String columnComment() {
    return "c.remarks";
  }

  @Override
  String columnOptions() {
    return "TRIM(CASE WHEN c.is_visible THEN '' ELSE 'invisible ' END"
        + " || CASE WHEN c.default_on_null THEN 'default on null ' ELSE '' END"
        + " || COALESCE('on update ' || c.column_on_update, ''))";
  }

  @Override
  String cache(String column) {
    return "' cache ' || " + column;
  }

  @Override
  String constraintOptions() {
    return "TRIM(CASE WHEN k.nulls_distinct <> 'YES' THEN 'nulls distinct ' || LOWER(k.nulls_distinct) || ' ' ELSE '' END"
        + " || COALESCE('comment ''' || k.remarks || '''', ''))";
  }

  @Override
  String domainType() {
    return "DATA_TYPE_SQL(d.domain_schema, d.domain_name, 'DOMAIN', d.dtd_identifier)";
  }

  @Override
  String triggerDefinition() {
    return "t.java_class";
  }

  @Override
  void indexes(Connection connection, Tables tables) throws SQLException {
    Rows.each(
        connection,
        """
        SELECT %s AS table_name, i.index_name AS name, i.index_type_name LIKE 'UNIQUE%%' AS is_unique,
          LOWER(NULLIF(i.nulls_distinct, 'YES')) AS nulls, i.remarks AS comment, %s AS columns
        FROM information_schema.indexes i JOIN information_schema.index_columns c
          ON c.index_schema = i.index_schema AND c.index_name = i.index_name
        WHERE NOT i.is_generated AND %s
        GROUP BY i.table_schema, i.table_name, i.index_name, i.index_type_name, i.nulls_distinct, i.remarks""".formatted(
                nameOf("i.table_schema", "i.table_name"),
                list(
                    "c.column_name || CASE c.ordering_specification || COALESCE(c.null_ordering, '') WHEN 'DESCLAST' THEN ' desc'"
                        + " WHEN 'DESCFIRST' THEN ' desc nulls first' WHEN 'ASCLAST' THEN ' nulls last' ELSE '' END",
                    "c.ordinal_position"),
                ours("i.table_schema")),
        row -> tables.add(
            row.text("table_name"),
            new Index(
                row.text("name"),
                row.flag("is_unique"),
                row.list("columns"),
                words(row.with("nulls distinct", "nulls"), comment(row.nullable("comment"))))));
  }
}
