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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL's own tables: the information schema knows neither indexes nor much of what is special. */
public final class PostgresqlCatalogue implements CatalogueReader {
  /** What users have made, in a namespace that is called n. */
  private static final String OURS =
      "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'";

  /** The name of a relation that is called c, in a namespace that is called n. */
  private static final String NAME = nameOf("c.relname");

  private static final String SEQUENCE = """
      format_type(s.seqtypid, NULL) || ' start ' || s.seqstart || ' increment ' || s.seqincrement
        || ' minimum ' || s.seqmin || ' maximum ' || s.seqmax || ' cache ' || s.seqcache
        || CASE WHEN s.seqcycle THEN ' cycle' ELSE '' END""";

  private static String nameOf(String column) {
    return "CASE WHEN n.nspname = current_schema() THEN " + column + " ELSE n.nspname || '.' || "
        + column + " END";
  }

  @Override
  public Catalogue read(Connection connection) throws SQLException {
    Tables tables = new Tables();
    tables(connection, tables);
    columns(connection, tables);
    constraints(connection, tables);
    indexes(connection, tables);
    List<Thing> objects = new ArrayList<>();
    for (String query : OBJECTS) {
      objects.addAll(Rows.of(connection, query, Thing::of));
    }
    return new Catalogue(tables.all(), objects);
  }

  private static void tables(Connection connection, Tables tables) throws SQLException {
    Rows.each(
        connection,
        """
        SELECT %s AS name, obj_description(c.oid, 'pg_class') AS comment,
          CASE c.relpersistence WHEN 'u' THEN 'unlogged' END AS persistence,
          (SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno)
            FROM pg_inherits i WHERE i.inhrelid = c.oid) AS parents,
          pg_get_expr(c.relpartbound, c.oid) AS bound, pg_get_partkeydef(c.oid) AS partitions,
          array_to_string(c.reloptions, ', ') AS storage,
          (SELECT t.spcname FROM pg_tablespace t WHERE t.oid = c.reltablespace) AS tablespace
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND %s""".formatted(NAME, OURS),
        row -> tables.add(
            row.text("name"),
            words(
                row.orEmpty("persistence"),
                row.with("inherits", "parents"),
                row.orEmpty("bound"),
                row.with("partition by", "partitions"),
                row.with("with", "storage"),
                row.with("tablespace", "tablespace")),
            row.nullable("comment")));
  }

  private static void columns(Connection connection, Tables tables) throws SQLException {
    Rows.each(
        connection,
        """
        SELECT %s AS table_name, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
          NOT a.attnotnull AS nullable, pg_get_expr(d.adbin, d.adrelid, true) AS expression,
          a.attgenerated AS computed, a.attidentity AS identity, %s AS sequence,
          (SELECT quote_ident(l.collname) FROM pg_collation l JOIN pg_type t ON t.oid = a.atttypid
            WHERE l.oid = a.attcollation AND a.attcollation <> t.typcollation) AS collation,
          col_description(c.oid, a.attnum) AS comment
        FROM pg_class c
          JOIN pg_namespace n ON n.oid = c.relnamespace
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
          LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
          LEFT JOIN pg_depend o ON o.refobjid = c.oid AND o.refobjsubid = a.attnum AND o.deptype = 'i'
            AND o.classid = 'pg_class'::regclass AND o.refclassid = 'pg_class'::regclass AND a.attidentity <> ''
          LEFT JOIN pg_sequence s ON s.seqrelid = o.objid
        WHERE c.relkind IN ('r', 'p') AND %s
        ORDER BY c.oid, a.attnum""".formatted(NAME, SEQUENCE, OURS),
        row -> tables.add(
            row.text("table_name"),
            new Column(
                row.text("name"),
                words(row.text("type"), row.with("collate", "collation")),
                row.flag("nullable"),
                row.text("computed").isEmpty() ? row.nullable("expression") : null,
                generated(row),
                row.nullable("comment"))));
  }

  private static @Nullable String generated(Rows row) throws SQLException {
    return switch (row.text("computed") + row.text("identity")) {
      case "s" -> "stored (" + row.text("expression") + ")";
      case "v" -> "virtual (" + row.text("expression") + ")";
      case "a" -> "always as identity " + row.text("sequence");
      case "d" -> "by default as identity " + row.text("sequence");
      default -> null;
    };
  }

  private static void constraints(Connection connection, Tables tables) throws SQLException {
    Rows.each(connection, """
        SELECT %s AS table_name, k.conname AS name, k.contype AS kind,
          pg_get_constraintdef(k.oid, true) AS definition, obj_description(k.oid, 'pg_constraint') AS comment,
          (SELECT string_agg(a.attname, '%s' ORDER BY p.position)
            FROM unnest(k.conkey) WITH ORDINALITY AS p(attnum, position)
              JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum) AS columns,
          (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY p.position)
            FROM unnest(k.conkey) WITH ORDINALITY AS p(attnum, position)
              JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum) AS quoted
        FROM pg_constraint k
          JOIN pg_class c ON c.oid = k.conrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND %s""".formatted(NAME, Rows.SEPARATOR, OURS), row -> {
      Kind kind = kind(row.text("kind"));
      boolean listed = kind != Kind.CHECK && kind != Kind.EXCLUDE;
      String definition = row.text("definition").substring(kind.name().length()).strip();
      tables.add(
          row.text("table_name"),
          new Constraint(
              kind,
              row.text("name"),
              listed ? row.list("columns") : List.of(),
              words(
                  listed ? options(definition, "(" + row.text("quoted") + ")") : definition,
                  comment(row.nullable("comment")))));
    });
  }

  private static Kind kind(String letter) {
    return switch (letter) {
      case "p" -> Kind.PRIMARY_KEY;
      case "u" -> Kind.UNIQUE;
      case "f" -> Kind.FOREIGN_KEY;
      case "c" -> Kind.CHECK;
      default -> Kind.EXCLUDE;
    };
  }

  /** Leaves out the constraint's own columns, and writes what all databases know as the others do. */
  private static String options(String definition, String columns) {
    String options = definition.replaceFirst(" ?" + Pattern.quote(columns), "").strip();
    // Behind the last parenthesis there are no names.
    int names = options.lastIndexOf(')') + 1;
    return options.substring(0, names).replaceFirst("^REFERENCES ([^(]*)\\(", "references $1 (")
        + options.substring(names).toLowerCase(Locale.ROOT);
  }

  private static void indexes(Connection connection, Tables tables) throws SQLException {
    Rows.each(
        connection,
        """
        SELECT %s AS table_name, x.relname AS name, i.indisunique AS is_unique, NOT i.indisvalid AS invalid,
          CASE WHEN m.amname <> 'btree' THEN m.amname END AS method,
          (SELECT string_agg(pg_get_indexdef(x.oid, k.position, true)
              || coalesce((SELECT ' collate ' || quote_ident(l.collname) FROM pg_collation l
                  JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k.position - 1]
                WHERE l.oid = i.indcollation[k.position - 1] AND l.oid <> a.attcollation), '')
              || CASE WHEN o.opcdefault THEN '' ELSE ' ' || o.opcname END
              || CASE WHEN i.indoption[k.position - 1] & 1 = 1 THEN ' desc' ELSE '' END
              || CASE i.indoption[k.position - 1] & 3 WHEN 1 THEN ' nulls last' WHEN 2 THEN ' nulls first' ELSE '' END,
              '%s' ORDER BY k.position)
            FROM generate_series(1, i.indnkeyatts) AS k(position)
              JOIN pg_opclass o ON o.oid = i.indclass[k.position - 1]) AS keys,
          (SELECT string_agg(pg_get_indexdef(x.oid, k.position, true), ', ' ORDER BY k.position)
            FROM generate_series(i.indnkeyatts + 1, i.indnatts) AS k(position)) AS included,
          pg_get_indexdef(x.oid) LIKE '%% NULLS NOT DISTINCT%%' AS nulls_not_distinct,
          array_to_string(x.reloptions, ', ') AS storage, pg_get_expr(i.indpred, i.indrelid, true) AS condition,
          (SELECT t.spcname FROM pg_tablespace t WHERE t.oid = x.reltablespace) AS tablespace,
          obj_description(x.oid, 'pg_class') AS comment
        FROM pg_index i
          JOIN pg_class x ON x.oid = i.indexrelid
          JOIN pg_am m ON m.oid = x.relam
          JOIN pg_class c ON c.oid = i.indrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE %s AND NOT EXISTS (
          SELECT FROM pg_constraint k WHERE k.conindid = x.oid AND k.contype IN ('p', 'u', 'x'))
        """.formatted(NAME, Rows.SEPARATOR, OURS),
        row -> tables.add(
            row.text("table_name"),
            new Index(
                row.text("name"),
                row.flag("is_unique"),
                row.list("keys"),
                words(
                    row.with("using", "method"),
                    row.with("include", "included"),
                    row.ifSo("nulls_not_distinct", "nulls not distinct"),
                    row.with("with", "storage"),
                    row.with("where", "condition"),
                    row.with("tablespace", "tablespace"),
                    row.ifSo("invalid", "invalid"),
                    comment(row.nullable("comment"))))));
  }

  /** Each asks for the kind, name and definition of what is no table. */
  private static final List<String> OBJECTS = List.of(
      """
      SELECT 'schema' AS kind, n.nspname AS name, obj_description(n.oid, 'pg_namespace') AS definition
      FROM pg_namespace n WHERE %s""".formatted(OURS),
      """
      SELECT 'sequence' AS kind, %s AS name, %s || coalesce(' owned by ' || o.refobjid::regclass || '.' || a.attname, '')
          || coalesce(' comment ' || quote_literal(obj_description(c.oid, 'pg_class')), '') AS definition
      FROM pg_sequence s
        JOIN pg_class c ON c.oid = s.seqrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_depend o ON o.objid = c.oid AND o.classid = 'pg_class'::regclass
          AND o.refclassid = 'pg_class'::regclass AND o.deptype IN ('a', 'i')
        LEFT JOIN pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
      WHERE o.deptype IS DISTINCT FROM 'i' AND %s""".formatted(NAME, SEQUENCE, OURS),
      """
      SELECT 'enum' AS kind, %s AS name, '(' || string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) || ')'
          || coalesce(' comment ' || quote_literal(obj_description(t.oid, 'pg_type')), '') AS definition
      FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE %s GROUP BY n.nspname, t.typname, t.oid""".formatted(nameOf("t.typname"), OURS),
      """
      SELECT 'domain' AS kind, %s AS name, format_type(t.typbasetype, t.typtypmod)
          || CASE WHEN t.typnotnull THEN ' not null' ELSE '' END || coalesce(' default ' || t.typdefault, '')
          || coalesce((SELECT ' ' || string_agg(k.conname || ' ' || pg_get_constraintdef(k.oid, true), ' ' ORDER BY k.conname)
              FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'), '') AS definition
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype = 'd' AND %s""".formatted(nameOf("t.typname"), OURS),
      """
      SELECT CASE c.relkind WHEN 'v' THEN 'view' ELSE 'materialized view' END AS kind, %s AS name,
        pg_get_viewdef(c.oid, true) AS definition
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('v', 'm') AND %s""".formatted(NAME, OURS),
      """
      SELECT 'trigger' AS kind, t.tgname AS name, pg_get_triggerdef(t.oid, true) AS definition
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT t.tgisinternal AND %s""".formatted(OURS),
      """
      SELECT 'function' AS kind, %s AS name, pg_get_functiondef(f.oid) AS definition
      FROM pg_proc f JOIN pg_namespace n ON n.oid = f.pronamespace
      WHERE f.prokind IN ('f', 'p') AND %s
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = f.oid AND d.deptype = 'e')""".formatted(nameOf("f.proname"), OURS),
      "SELECT 'extension' AS kind, extname AS name, extversion AS definition FROM pg_extension");
}
