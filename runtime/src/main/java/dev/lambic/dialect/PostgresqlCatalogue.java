package dev.lambic.dialect;

import dev.lambic.schema.Column;
import dev.lambic.schema.Computed;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.Exclude;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Constraint.Unique;
import dev.lambic.schema.Deferral;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Expression.ColumnReference;
import dev.lambic.schema.Expression.Ordered;
import dev.lambic.schema.Expression.SqlText;
import dev.lambic.schema.Identity;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.Sequence;
import dev.lambic.schema.SequenceOptions;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads tables out of PostgreSQL's own catalogue (manual, "System Catalogs"), each kind of part in one query for all. */
final class PostgresqlCatalogue {
  private static final Pattern CHECK = Pattern.compile(
      "CHECK \\((.*)\\)( NO INHERIT)?( NOT ENFORCED)?( NOT VALID)?", Pattern.DOTALL);
  private static final Pattern SOME_COLUMNS =
      Pattern.compile("ON DELETE (SET (?:NULL|DEFAULT) \\(.*?\\))(?= |$)");
  private static final Pattern EXCLUDE =
      Pattern.compile("EXCLUDE USING (\\w+) (\\(.*)", Pattern.DOTALL);
  private static final int DESCENDING = 1;
  private static final int NULLS_FIRST = 2;

  private final Connection connection;
  private final Map<String, TableDraft> tables;
  private final String ids;
  private final Map<String, EnumType> enums;

  /**
   * Reads the parts of tables.
   *
   * @param enums the enumerations that {@link #enums} returns
   * @param tables the tables by their object ids
   */
  PostgresqlCatalogue(
      Connection connection, Map<String, EnumType> enums, Map<String, TableDraft> tables) {
    this.connection = connection;
    this.enums = enums;
    this.tables = tables;
    this.ids = "{" + String.join(",", tables.keySet()) + "}";
  }

  List<Table> read() throws SQLException {
    if (tables.isEmpty()) {
      return List.of();
    }
    columns();
    constraints();
    indexes();
    return tables.values().stream().map(TableDraft::table).toList();
  }

  private void each(String query, CatalogueRows.Action action) throws SQLException {
    CatalogueRows.each(connection, query, List.of(ids), action);
  }

  private TableDraft tableOf(CatalogueRows row) throws SQLException {
    return Objects.requireNonNull(tables.get(row.text("table_id")));
  }

  /** Returns the enumerations of all schemas, by what the catalogue calls them where columns are of their type. */
  static Map<String, EnumType> enums(Connection connection) throws SQLException {
    Map<String, EnumType> enums = new LinkedHashMap<>();
    CatalogueRows.each(connection, """
        SELECT format_type(t.oid, NULL) AS written, NULLIF(n.nspname, current_schema()) AS schema,
          t.typname AS name, array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS labels
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_enum e ON e.enumtypid = t.oid
        GROUP BY t.oid, t.typname, n.nspname ORDER BY n.nspname, t.typname""", List.of(), row -> {
      List<String> labels = new ArrayList<>();
      row.array("labels").forEach(label -> labels.add(Objects.requireNonNull(label)));
      enums.put(
          row.text("written"),
          new EnumType(
              Name.of(row.text("name")),
              name(row.nullable("schema")),
              labels,
              true,
              false,
              null,
              false,
              null));
    });
    return enums;
  }

  private static @Nullable Name name(@Nullable String text) {
    return text == null ? null : Name.of(text);
  }

  private void columns() throws SQLException {
    each("""
        SELECT a.attrelid AS table_id, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
          NOT a.attnotnull AS nullable, pg_get_expr(d.adbin, d.adrelid) AS expression,
          a.attgenerated AS computed, a.attidentity AS identity, col_description(a.attrelid, a.attnum) AS comment,
          CASE WHEN a.attcollation <> t.typcollation THEN l.collname END AS collation,
          o.deptype AS ownership, NULLIF(m.nspname, current_schema()) AS sequence_schema, x.relname AS sequence,
          s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcycle, s.seqcache
        FROM pg_attribute a
          JOIN pg_type t ON t.oid = a.atttypid
          LEFT JOIN pg_collation l ON l.oid = a.attcollation
          LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
          LEFT JOIN (pg_depend o JOIN pg_class x ON x.oid = o.objid AND x.relkind = 'S'
              JOIN pg_namespace m ON m.oid = x.relnamespace JOIN pg_sequence s ON s.seqrelid = x.oid)
            ON o.refobjid = a.attrelid AND o.refobjsubid = a.attnum AND o.deptype IN ('a', 'i')
            AND o.classid = 'pg_class'::regclass AND o.refclassid = 'pg_class'::regclass
        WHERE a.attrelid = ANY (CAST(? AS oid[])) AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attrelid, a.attnum, x.relname""", row -> {
      List<Column> columns = tableOf(row).columns;
      Column column = column(row);
      boolean isSecondSequence =
          !columns.isEmpty() && columns.get(columns.size() - 1).name().equals(column.name());
      if (!isSecondSequence) {
        columns.add(column);
      }
    });
  }

  private Column column(CatalogueRows row) throws SQLException {
    Column column = Column.of(row.text("name"), type(row))
        .nullable(row.flag("nullable"))
        .comment(row.nullable("comment"));
    String expression = row.nullable("expression");
    String computed = row.orEmpty("computed");
    if (!row.orEmpty("identity").isEmpty()) {
      return column.serverDefault(identity(row));
    }
    if (!computed.isEmpty() && expression != null) {
      return column.serverDefault(new Computed(expression, computed.equals("s")));
    }
    if (expression == null) {
      return column;
    }
    if ("a".equals(row.nullable("ownership")) && expression.startsWith("nextval(")) {
      TableName sequence =
          new TableName(name(row.nullable("sequence_schema")), Name.of(row.text("sequence")));
      return column.autoincrement(true).sequence(Sequence.of(sequence).optional());
    }
    return column.serverDefault(new SqlText(expression));
  }

  private SqlType type(CatalogueRows row) throws SQLException {
    String type = row.text("type");
    String collation = row.nullable("collation");
    int brackets = type.indexOf('[');
    EnumType enumeration = enums.get(brackets < 0 ? type : type.substring(0, brackets));
    if (enumeration != null) {
      return brackets < 0 ? enumeration : new SqlType.ArrayType(enumeration, 1);
    }
    return PostgresqlTypeNames.read(
        collation == null ? type : type + " COLLATE \"" + collation + "\"");
  }

  private static Identity identity(CatalogueRows row) throws SQLException {
    SequenceOptions options = SequenceOptions.NONE
        .start(row.nullableLong("seqstart"))
        .increment(row.nullableLong("seqincrement"))
        .minValue(row.nullableLong("seqmin"))
        .maxValue(row.nullableLong("seqmax"))
        .cycle(row.flag("seqcycle"))
        .cache(row.nullableLong("seqcache"));
    return new Identity(row.text("identity").equals("a"), false, options);
  }

  private void constraints() throws SQLException {
    each("""
        SELECT k.conrelid AS table_id, k.conname AS name, k.contype AS kind, k.condeferrable, k.condeferred,
          k.convalidated, k.confmatchtype AS match, k.confdeltype AS on_delete, k.confupdtype AS on_update,
          NULLIF(n.nspname, current_schema()) AS referent_schema, c.relname AS referent,
          pg_get_constraintdef(k.oid, true) AS definition,
          (SELECT array_agg(a.attname::text ORDER BY p.position) FROM unnest(k.conkey) WITH ORDINALITY AS p(attnum, position)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum) AS columns,
          (SELECT array_agg(a.attname::text ORDER BY p.position) FROM unnest(k.confkey) WITH ORDINALITY AS p(attnum, position)
            JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.attnum) AS referent_columns,
          (SELECT array_agg(a.attname::text ORDER BY p.position)
            FROM pg_index i, unnest(i.indkey::int2[]) WITH ORDINALITY AS p(attnum, position)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum
            WHERE k.contype IN ('p', 'u') AND i.indexrelid = k.conindid AND p.position > i.indnkeyatts) AS included
        FROM pg_constraint k LEFT JOIN pg_class c ON c.oid = k.confrelid LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE k.conrelid = ANY (CAST(? AS oid[])) AND k.contype IN ('p', 'u', 'f', 'c', 'x')
        ORDER BY k.conrelid, k.contype, k.conname""", row -> tableOf(row).constraints.add(constraint(row)));
  }

  private static Constraint constraint(CatalogueRows row) throws SQLException {
    Name name = Name.exact(row.text("name"));
    String definition = row.text("definition");
    Options options = Options.NONE;
    List<Name> included = row.names("included");
    if (!included.isEmpty()) {
      options =
          options.with("postgresql_include", included.stream().map(Name::text).toList());
    }
    return switch (row.text("kind")) {
      case "p" -> new PrimaryKey(name, row.names("columns"), options);
      case "u" ->
        new Unique(
            name,
            row.names("columns"),
            deferral(row),
            definition.startsWith("UNIQUE NULLS NOT DISTINCT")
                ? options.with("postgresql_nulls_not_distinct", true)
                : options);
      case "c" -> check(name, definition, row.flag("convalidated"));
      case "x" -> exclude(name, definition, deferral(row));
      default -> foreignKey(name, row, definition);
    };
  }

  private static Deferral deferral(CatalogueRows row) throws SQLException {
    if (!row.flag("condeferrable")) {
      return Deferral.UNSTATED;
    }
    return new Deferral(true, row.flag("condeferred") ? "DEFERRED" : null);
  }

  private static Check check(Name name, String definition, boolean isValid) {
    Matcher parts = CHECK.matcher(definition);
    String condition = parts.matches() ? parts.group(1) : definition;
    Check check = new Check(name, new SqlText(SqlComparison.withoutOuterParentheses(condition)));
    return isValid ? check : check.with("postgresql_not_valid", true);
  }

  private static ForeignKey foreignKey(Name name, CatalogueRows row, String definition)
      throws SQLException {
    Matcher some = SOME_COLUMNS.matcher(definition);
    ReferentialAction onDelete =
        some.find() ? new ReferentialAction(some.group(1)) : action(row.text("on_delete"));
    ForeignKey key = new ForeignKey(
            name,
            row.names("columns"),
            new TableName(name(row.nullable("referent_schema")), Name.of(row.text("referent"))),
            row.names("referent_columns"))
        .onDelete(onDelete)
        .onUpdate(action(row.text("on_update")))
        .deferred(deferral(row))
        .match(row.text("match").equals("f") ? "FULL" : null);
    return row.flag("convalidated") ? key : key.with("postgresql_not_valid", true);
  }

  private static @Nullable ReferentialAction action(String letter) {
    return switch (letter) {
      case "r" -> ReferentialAction.RESTRICT;
      case "c" -> ReferentialAction.CASCADE;
      case "n" -> ReferentialAction.SET_NULL;
      case "d" -> ReferentialAction.SET_DEFAULT;
      default -> null;
    };
  }

  /** Each element is an expression, the word WITH, and an operator. */
  private static Constraint exclude(Name name, String definition, Deferral deferral) {
    Matcher parts = EXCLUDE.matcher(definition);
    if (!parts.matches()) {
      throw new IllegalStateException("an exclusion constraint defined as " + definition);
    }
    SqliteTokens tokens = new SqliteTokens(parts.group(2));
    List<Constraint.ExcludedElement> elements = SqliteTokens.split(tokens.inside()).stream()
        .map(element -> {
          int with = element.lastIndexOf(" WITH ");
          return new Constraint.ExcludedElement(
              new SqlText(element.substring(0, with)), element.substring(with + " WITH ".length()));
        })
        .toList();
    Expression where = tokens.takes("WHERE")
        ? new SqlText(SqlComparison.withoutOuterParentheses(tokens.inside()))
        : null;
    return new Exclude(name, elements, parts.group(1), where, deferral, Options.NONE);
  }

  private void indexes() throws SQLException {
    each(
        """
        SELECT i.indrelid AS table_id, x.relname AS name, i.indisunique AS is_unique, m.amname AS method,
          pg_get_expr(i.indpred, i.indrelid) AS condition, pg_get_indexdef(x.oid) LIKE '% NULLS NOT DISTINCT%' AS not_distinct,
          array_to_string(x.reloptions, CHR(1)) AS storage,
          (SELECT s.spcname FROM pg_tablespace s WHERE s.oid = x.reltablespace) AS tablespace,
          array_agg(pg_get_indexdef(x.oid, k.position, true) ORDER BY k.position) AS elements,
          array_agg(a.attname::text ORDER BY k.position) AS columns,
          array_agg((i.indoption[k.position - 1])::text ORDER BY k.position) AS orders,
          array_agg(CASE WHEN NOT o.opcdefault THEN o.opcname::text END ORDER BY k.position) AS classes,
          array_agg(CASE WHEN i.indcollation[k.position - 1] NOT IN (0, coalesce(a.attcollation, 100), 100) THEN l.collname::text END
            ORDER BY k.position) AS collations, i.indnkeyatts AS keys
        FROM pg_index i
          JOIN pg_class x ON x.oid = i.indexrelid
          JOIN pg_am m ON m.oid = x.relam
          CROSS JOIN LATERAL generate_series(1, i.indnatts) AS k(position)
          LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k.position - 1] AND a.attnum <> 0
          LEFT JOIN pg_opclass o ON k.position <= i.indnkeyatts AND o.oid = i.indclass[k.position - 1]
          LEFT JOIN pg_collation l ON k.position <= i.indnkeyatts AND l.oid = i.indcollation[k.position - 1]
        WHERE i.indrelid = ANY (CAST(? AS oid[]))
          AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = x.oid AND c.contype IN ('p', 'u', 'x'))
        GROUP BY i.indrelid, i.indexrelid, x.oid, x.relname, i.indisunique, m.amname, i.indpred, i.indnkeyatts, x.reloptions,
          x.reltablespace
        ORDER BY i.indrelid, x.relname""",
        row -> {
          TableDraft table = tableOf(row);
          table.indexes.add(index(row, table.name));
        });
  }

  private static Index index(CatalogueRows row, TableName table) throws SQLException {
    List<@Nullable String> columns = row.array("columns");
    List<@Nullable String> written = row.array("elements");
    List<@Nullable String> operatorClasses = row.array("classes");
    List<@Nullable String> collations = row.array("collations");
    List<@Nullable String> orders = row.array("orders");
    int keys = row.integer("keys");
    List<Expression> elements = new ArrayList<>();
    Map<String, Object> classes = new LinkedHashMap<>();
    for (int i = 0; i < keys; i++) {
      String column = columns.get(i);
      String operatorClass = operatorClasses.get(i);
      String collation = collations.get(i);
      Expression element = column == null || collation != null
          ? new SqlText(Objects.requireNonNull(written.get(i))
              + (collation == null ? "" : " COLLATE \"" + collation + "\""))
          : new ColumnReference(Name.of(column));
      if (operatorClass != null && element instanceof ColumnReference reference) {
        classes.put(reference.column().text(), operatorClass);
      } else if (operatorClass != null) {
        element = new SqlText(((SqlText) element).sql() + " " + operatorClass);
      }
      elements.add(ordered(element, Integer.parseInt(String.valueOf(orders.get(i)), 10)));
    }
    Options options = Options.NONE;
    if (!row.text("method").equals("btree")) {
      options = options.with("postgresql_using", row.text("method"));
    }
    if (!classes.isEmpty()) {
      options = options.with("postgresql_ops", classes);
    }
    if (keys < columns.size()) {
      List<String> included = columns.subList(keys, columns.size()).stream()
          .map(String::valueOf)
          .collect(Collectors.toList());
      options = options.with("postgresql_include", included);
    }
    if (row.flag("not_distinct")) {
      options = options.with("postgresql_nulls_not_distinct", true);
    }
    if (row.nullable("condition") != null) {
      options = options.with("postgresql_where", new SqlText(row.text("condition")));
    }
    Map<String, Object> storage = new LinkedHashMap<>();
    for (String parameter : row.list("storage")) {
      int equals = parameter.indexOf('=');
      storage.put(parameter.substring(0, equals), parameter.substring(equals + 1));
    }
    if (!storage.isEmpty()) {
      options = options.with("postgresql_with", storage);
    }
    if (row.nullable("tablespace") != null) {
      options = options.with("postgresql_tablespace", row.text("tablespace"));
    }
    return new Index(Name.exact(row.text("name")), table, elements, row.flag("is_unique"), options);
  }

  /** Ascending means NULLS LAST, and descending NULLS FIRST, unless it is said. */
  private static Expression ordered(Expression element, int order) {
    boolean descending = (order & DESCENDING) != 0;
    boolean nullsFirst = (order & NULLS_FIRST) != 0;
    if (descending == nullsFirst) {
      return descending ? new Ordered(element, true) : element;
    }
    String sql = element instanceof SqlText text
        ? text.sql()
        : "\"" + ((ColumnReference) element).column().text().replace("\"", "\"\"") + "\"";
    return new SqlText(sql + (descending ? " DESC NULLS LAST" : " NULLS FIRST"));
  }
}
