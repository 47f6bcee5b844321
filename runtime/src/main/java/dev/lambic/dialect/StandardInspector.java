package dev.lambic.dialect;

import dev.lambic.schema.Column;
import dev.lambic.schema.Computed;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Constraint.Unique;
import dev.lambic.schema.Deferral;
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
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Inspects a database whose catalogue tells of tables, columns, keys, references, conditions and indexes in one view each:
 * a subclass asks for them under the names of columns that its methods list. In a query {@code {schema}} stands for the
 * schema's name as a literal, and <code>{tables:x}</code> for the condition that column x names one of the tables that are
 * read. All rows of a query are in the order of their tables, and of the parts within each. No query joins views that the
 * database computes: see {@link CatalogueQuery}.
 */
abstract class StandardInspector extends Inspector {
  private static final Pattern TABLES = Pattern.compile("\\{tables:([\\w.]+)}");
  static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final int LONGEST_LIST = 200;

  StandardInspector(Dialect dialect, @Nullable Connection connection) {
    super(dialect, connection);
  }

  /** Asks for the names of the schemas that users have made, and the connection's own: one column. */
  abstract String schemas();

  /** Asks for {@code name} and {@code remarks}. */
  abstract String tables();

  /**
   * Asks for {@code table_name, name, type, nullable, default_value, computed, is_stored, identity} (ALWAYS, BY DEFAULT or
   * null), {@code seq_start, seq_increment, seq_min, seq_max, seq_cycle, seq_cache, numbered, remarks}.
   */
  abstract CatalogueQuery columns();

  /** Asks for {@code table_name, name, kind} (PRIMARY KEY or UNIQUE), {@code column_name}, {@code is_deferrable, deferred}. */
  abstract CatalogueQuery keys();

  /**
   * Asks for {@code table_name, name, column_name, referent_schema, referent, referent_column, on_delete, on_update,
   * is_deferrable, deferred}.
   */
  abstract CatalogueQuery foreignKeys();

  /** Asks for {@code table_name, name, condition_text}. */
  abstract CatalogueQuery checks();

  /** Asks for {@code table_name, name, is_unique, column_name, expression, descending, method, condition_text}. */
  abstract CatalogueQuery indexes();

  /** Asks for {@code name, seq_start, seq_increment, seq_min, seq_max, seq_cycle, seq_cache}; null if there are none. */
  @Nullable
  String sequences() {
    return null;
  }

  /**
   * Asks for the sequences of a schema, where what to ask depends on it.
   *
   * @throws SQLException if the database does not answer
   */
  @Nullable
  String sequences(String schema) throws SQLException {
    return sequences();
  }

  /** Tells whether the database has invented a name, so that it means nothing. */
  boolean isInvented(String name) {
    return false;
  }

  /** Returns the type of a column as it is written in a definition. */
  String type(CatalogueRows row) throws SQLException {
    return row.text("type");
  }

  /** Returns what a column is computed from, or null. */
  @Nullable
  String computed(CatalogueRows row) throws SQLException {
    return row.nullable("computed");
  }

  /** Returns what an update of its row does to a column, or null. */
  @Nullable
  String onUpdate(CatalogueRows row) throws SQLException {
    return null;
  }

  private @Nullable Expression defaultOf(CatalogueRows row) throws SQLException {
    String value = row.nullable("default_value");
    Expression read = value == null ? null : readDefault(value, row);
    String onUpdate = onUpdate(row);
    if (onUpdate == null) {
      return read;
    }
    String sql =
        read == null ? null : read instanceof SqlText text ? text.sql() : dialect.defaultSql(read);
    return new SqlText(new DefaultParts(sql, onUpdate).sql());
  }

  /** Returns a default that was read. */
  @Nullable
  Expression readDefault(String sql, CatalogueRows row) throws SQLException {
    return new SqlText(sql);
  }

  @Override
  protected Snapshot readDatabase(InspectionScope scope) throws SQLException {
    String own = ownSchema();
    List<Table> tables = new ArrayList<>();
    List<Sequence> sequences = new ArrayList<>();
    for (String schema : CatalogueRows.texts(connection(), schemas(), List.of())) {
      String scopeSchema = schema.equals(own) ? null : schema;
      if (scope.schemas().test(scopeSchema)) {
        OneSchema one = new OneSchema(schema, scopeSchema, scope);
        tables.addAll(one.read());
        sequences.addAll(one.readSequences());
      }
    }
    return new Snapshot(own, tables, sequences, List.of());
  }

  @Override
  public boolean isSameType(SqlType actual, SqlType wanted) {
    return readType(dialect.typeSql(actual)).equals(readType(dialect.typeSql(wanted)));
  }

  /** Two expressions that the database reads alike are the same default. */
  @Override
  public boolean isSameDefault(Column actual, Column wanted, @Nullable Column asRead)
      throws SQLException {
    return super.isSameDefault(actual, wanted, asRead)
        || (actual.defaultExpression() instanceof SqlText present
            && wanted.defaultExpression() != null
            && !isRecorded()
            && compareSql(null, present.sql(), dialect.defaultSql(wanted.defaultExpression()))
                == Meaning.SAME);
  }

  /** A number is the same with more zeros behind its point. */
  @Override
  protected String comparableDefault(Expression expression, SqlType type) {
    String sql = super.comparableDefault(expression, type);
    return NUMBER.matcher(sql).matches()
        ? new BigDecimal(sql).stripTrailingZeros().toPlainString()
        : sql;
  }

  /** The names are stored in the other case than that of the model, where they are not in quotes. */
  final Name foldedName(String stored) {
    for (Name name : List.of(Name.of(stored.toLowerCase(Locale.ROOT)), Name.of(stored))) {
      if (stored(name).equals(stored)) {
        return name;
      }
    }
    return Name.quoted(stored);
  }

  /** Returns a name as a database stores it that folds what is not in quotes to upper case. */
  final String folded(Name name) {
    String text = dialect.writtenName(name);
    return dialect.isQuoted(name) ? text : text.toUpperCase(Locale.ROOT);
  }

  private @Nullable Name given(@Nullable String name) {
    return name == null || isInvented(name) ? null : finalName(name);
  }

  private Name finalName(String stored) {
    Name name = named(stored);
    return new Name(name.text(), name.quoting(), true);
  }

  /** The tables of one schema. */
  private final class OneSchema {
    private final String schema;
    private final @Nullable Name schemaName;
    private final @Nullable String scopeSchema;
    private final InspectionScope scope;
    private final Map<String, TableDraft> tables = new LinkedHashMap<>();
    private boolean isWhole = true;

    OneSchema(String schema, @Nullable String scopeSchema, InspectionScope scope) {
      this.schema = schema;
      this.schemaName = scopeSchema == null ? null : named(scopeSchema);
      this.scopeSchema = scopeSchema;
      this.scope = scope;
    }

    private String worded(String sql) {
      return TABLES
          .matcher(sql.replace("{schema}", dialect.literal(schema)))
          .replaceAll(found -> Matcher.quoteReplacement(isOneOfTables(found.group(1))));
    }

    private String isOneOfTables(String column) {
      return isWhole || tables.size() > LONGEST_LIST
          ? "1 = 1"
          : tables.keySet().stream()
              .map(dialect::literal)
              .collect(Collectors.joining(", ", column + " IN (", ")"));
    }

    private void each(CatalogueQuery query, CatalogueRows.Action action) throws SQLException {
      query.worded(this::worded).each(connection(), action);
    }

    private void eachOfTables(CatalogueQuery query, CatalogueRows.Action action)
        throws SQLException {
      each(query, row -> {
        if (tables.containsKey(row.text("table_name"))) {
          action.take(row);
        }
      });
    }

    private TableDraft tableOf(CatalogueRows row) throws SQLException {
      return Objects.requireNonNull(tables.get(row.text("table_name")));
    }

    List<Table> read() throws SQLException {
      each(CatalogueQuery.of(tables()), row -> {
        String name = row.text("name");
        if (scope.tables().test(scopeSchema, name)) {
          String remarks = row.nullable("remarks");
          TableDraft table = new TableDraft(
              new TableName(schemaName, named(name)),
              remarks == null || remarks.isEmpty() ? null : remarks);
          table.options = tableOptions(row);
          tables.put(name, table);
        } else {
          isWhole = false;
        }
      });
      if (tables.isEmpty()) {
        return List.of();
      }
      eachOfTables(columns(), row -> tableOf(row).columns.add(column(row)));
      readKeys();
      readForeignKeys();
      eachOfTables(
          checks(),
          row -> tableOf(row)
              .constraints
              .add(new Check(
                  given(row.nullable("name")),
                  new SqlText(SqlComparison.withoutOuterParentheses(row.text("condition_text"))))));
      readIndexes();
      tables.values().forEach(StandardInspector.this::finish);
      return tables.values().stream().map(TableDraft::table).toList();
    }

    private Column column(CatalogueRows row) throws SQLException {
      String remarks = row.nullable("remarks");
      Column column = Column.of(named(row.text("name")), readType(type(row)))
          .nullable(row.flag("nullable"))
          .comment(remarks == null || remarks.isEmpty() ? null : remarks);
      String identity = row.nullable("identity");
      if (identity != null && !identity.isEmpty()) {
        SequenceOptions options = options(row);
        return column.serverDefault(new Identity(identity.startsWith("ALWAYS"), false, options));
      }
      String computed = computed(row);
      if (computed != null && !computed.isEmpty()) {
        String stored = row.nullable("is_stored");
        return column.serverDefault(new Computed(
            SqlComparison.withoutOuterParentheses(computed),
            stored == null ? null : stored.equals("YES")));
      }
      if (row.flag("numbered")) {
        return column.autoincrement(true);
      }
      Expression value = defaultOf(row);
      return value == null ? column : column.serverDefault(value);
    }

    private SequenceOptions options(CatalogueRows row) throws SQLException {
      return SequenceOptions.NONE
          .start(row.nullableLong("seq_start"))
          .increment(row.nullableLong("seq_increment"))
          .minValue(row.nullableLong("seq_min"))
          .maxValue(row.nullableLong("seq_max"))
          .cycle(row.orEmpty("seq_cycle").startsWith("Y"))
          .cache(row.nullableLong("seq_cache"));
    }

    /** The rows of one constraint follow each other. */
    private void readKeys() throws SQLException {
      Map<String, Constraint> keys = new LinkedHashMap<>();
      Map<String, TableDraft> owners = new LinkedHashMap<>();
      eachOfTables(keys(), row -> {
        String id = row.text("table_name") + "\0" + row.text("name");
        Name column = named(row.text("column_name"));
        Constraint known = keys.get(id);
        owners.put(id, tableOf(row));
        if (known != null) {
          List<Name> columns = new ArrayList<>(known.columns());
          columns.add(column);
          keys.put(id, known.over(columns));
        } else if (row.text("kind").startsWith("P")) {
          keys.put(id, new PrimaryKey(given(row.text("name")), List.of(column)));
        } else {
          keys.put(
              id, new Unique(given(row.text("name")), List.of(column)).deferred(deferral(row)));
        }
      });
      keys.forEach(
          (id, key) -> Objects.requireNonNull(owners.get(id)).constraints.add(key));
    }

    private Deferral deferral(CatalogueRows row) throws SQLException {
      if (!row.orEmpty("is_deferrable").startsWith("Y")) {
        return Deferral.UNSTATED;
      }
      return new Deferral(true, row.orEmpty("deferred").startsWith("Y") ? "DEFERRED" : null);
    }

    private void readForeignKeys() throws SQLException {
      Map<String, ForeignKey> keys = new LinkedHashMap<>();
      Map<String, TableDraft> owners = new LinkedHashMap<>();
      eachOfTables(foreignKeys(), row -> {
        String id = row.text("table_name") + "\0" + row.text("name");
        Name column = named(row.text("column_name"));
        Name referentColumn = named(row.text("referent_column"));
        ForeignKey known = keys.get(id);
        owners.put(id, tableOf(row));
        if (known == null) {
          keys.put(
              id,
              new ForeignKey(
                      given(row.text("name")),
                      List.of(column),
                      referent(row),
                      List.of(referentColumn))
                  .onDelete(action(row.orEmpty("on_delete")))
                  .onUpdate(action(row.orEmpty("on_update")))
                  .deferred(deferral(row)));
        } else {
          List<Name> columns = new ArrayList<>(known.columns());
          columns.add(column);
          List<Name> referentColumns = new ArrayList<>(known.referentColumns());
          referentColumns.add(referentColumn);
          keys.put(
              id,
              new ForeignKey(known.name(), columns, known.referent(), referentColumns)
                  .onDelete(known.onDelete())
                  .onUpdate(known.onUpdate())
                  .deferred(known.deferral()));
        }
      });
      keys.forEach(
          (id, key) -> Objects.requireNonNull(owners.get(id)).constraints.add(key));
    }

    private TableName referent(CatalogueRows row) throws SQLException {
      String owner = row.text("referent_schema");
      return new TableName(
          owner.equals(ownSchema()) ? null : named(owner), named(row.text("referent")));
    }

    private @Nullable ReferentialAction action(String rule) {
      String action = rule.replace('_', ' ').toUpperCase(Locale.ROOT);
      return action.isEmpty() || actionWritten(action).equals("NO ACTION")
          ? null
          : new ReferentialAction(action);
    }

    private void readIndexes() throws SQLException {
      Map<String, Index> indexes = new LinkedHashMap<>();
      Map<String, TableDraft> owners = new LinkedHashMap<>();
      eachOfTables(indexes(), row -> {
        String id = row.text("table_name") + "\0" + row.text("name");
        TableDraft table = tableOf(row);
        owners.put(id, table);
        Index known = indexes.get(id);
        List<Expression> elements =
            known == null ? new ArrayList<>() : new ArrayList<>(known.elements());
        elements.add(element(row));
        Index index = known == null
            ? new Index(
                finalName(row.text("name")),
                table.name,
                elements,
                row.flag("is_unique"),
                indexOptions(row))
            : known.over(elements);
        indexes.put(id, withElement(index, row));
      });
      indexes.forEach(
          (id, index) -> Objects.requireNonNull(owners.get(id)).indexes.add(index));
    }

    private Expression element(CatalogueRows row) throws SQLException {
      String expression = row.nullable("expression");
      Expression element = expression == null
          ? new ColumnReference(named(row.text("column_name")))
          : new SqlText(expression);
      return row.flag("descending") ? new Ordered(element, true) : element;
    }

    List<Sequence> readSequences() throws SQLException {
      List<Sequence> sequences = new ArrayList<>();
      String query = StandardInspector.this.sequences(schema);
      if (query != null) {
        each(
            CatalogueQuery.of(query),
            row -> sequences.add(Sequence.of(new TableName(schemaName, named(row.text("name"))))
                .with(options(row))));
      }
      return sequences;
    }
  }

  /** Returns the options of a table, from its row. */
  Options tableOptions(CatalogueRows row) throws SQLException {
    return Options.NONE;
  }

  /** Takes a table that is complete, to read one part in the light of another. */
  void finish(TableDraft table) {}

  /** Returns an index with what one row says about its element. */
  Index withElement(Index index, CatalogueRows row) throws SQLException {
    return index;
  }

  /** Returns the options of an index, from its first row. */
  Options indexOptions(CatalogueRows row) throws SQLException {
    String condition = row.nullable("condition_text");
    return condition == null
        ? Options.NONE
        : Options.NONE.with(
            dialect.id() + "_where", new SqlText(SqlComparison.withoutOuterParentheses(condition)));
  }
}
