package dev.lambic.dialect;

import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.NamingConvention;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.Sequence;
import dev.lambic.schema.SequenceOptions;
import dev.lambic.schema.ServerDefault;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import dev.lambic.schema.TypeFamily;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Inspects PostgreSQL. */
final class PostgresqlInspector extends Inspector {
  private static final Pattern VARYING =
      Pattern.compile("(?i)\\w\\s*\\(|\\b(current|session|local)\\w*|\\buser\\b|\\bnow\\b");
  private static final Pattern NULLS =
      Pattern.compile(" (?:(asc|desc)(?: nulls (first|last))?|nulls (first|last))$");
  private static final String TEMPORARY = "lambic_as_read";

  private @Nullable Map<String, EnumType> known;

  PostgresqlInspector(Dialect dialect, @Nullable Connection connection) {
    super(dialect, connection);
  }

  @Override
  protected String askOwnSchema() throws SQLException {
    return ServerVersions.ask(connection(), "SELECT current_schema()");
  }

  @Override
  protected Snapshot readDatabase(InspectionScope scope) throws SQLException {
    String own = ownSchema();
    List<String> schemas = CatalogueRows.texts(
            connection(),
            "SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'"
                + " AND nspname <> 'information_schema' ORDER BY nspname",
            List.of())
        .stream()
        .filter(schema -> scope.schemas().test(schema.equals(own) ? null : schema))
        .toList();
    Map<String, EnumType> types = PostgresqlCatalogue.enums(connection());
    List<Table> tables =
        new PostgresqlCatalogue(connection(), types, tables(schemas, scope)).read();
    List<EnumType> enums = types.values().stream()
        .filter(
            type -> schemas.contains(type.schema() == null ? own : type.schema().text()))
        .toList();
    known = types;
    return new Snapshot(own, tables, sequences(schemas), enums);
  }

  private static String array(List<String> texts) {
    StringBuilder sql = new StringBuilder("{");
    for (String text : texts) {
      sql.append(sql.length() > 1 ? "," : "")
          .append('"')
          .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
          .append('"');
    }
    return sql.append('}').toString();
  }

  /** Partitions belong to their table, and what an extension has made to the extension. */
  private Map<String, TableDraft> tables(List<String> schemas, InspectionScope scope)
      throws SQLException {
    Map<String, TableDraft> tables = new LinkedHashMap<>();
    CatalogueRows.each(connection(), """
        SELECT c.oid AS id, NULLIF(n.nspname, current_schema()) AS schema, c.relname AS name,
          obj_description(c.oid, 'pg_class') AS comment, pg_get_partkeydef(c.oid) AS partitions
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ANY (CAST(? AS text[])) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
        ORDER BY n.nspname, c.relname""", List.of(array(schemas)), row -> {
      String schema = row.nullable("schema");
      if (scope.tables().test(schema, row.text("name"))) {
        TableDraft table = new TableDraft(
            new TableName(schema == null ? null : Name.of(schema), Name.of(row.text("name"))),
            row.nullable("comment"));
        String partitions = row.nullable("partitions");
        if (partitions != null) {
          table.options = Options.NONE.with("postgresql_partition_by", partitions);
        }
        tables.put(row.text("id"), table);
      }
    });
    return tables;
  }

  private List<Sequence> sequences(List<String> schemas) throws SQLException {
    List<Sequence> sequences = new ArrayList<>();
    CatalogueRows.each(connection(), """
        SELECT NULLIF(n.nspname, current_schema()) AS schema, c.relname AS name, s.seqstart, s.seqincrement, s.seqmin,
          s.seqmax, s.seqcycle, s.seqcache
        FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ANY (CAST(? AS text[])) AND NOT EXISTS (SELECT FROM pg_depend d
          WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i', 'e'))
        ORDER BY n.nspname, c.relname""", List.of(array(schemas)), row -> {
      String schema = row.nullable("schema");
      TableName name =
          new TableName(schema == null ? null : Name.of(schema), Name.of(row.text("name")));
      sequences.add(Sequence.of(name)
          .with(SequenceOptions.NONE
              .start(row.nullableLong("seqstart"))
              .increment(row.nullableLong("seqincrement"))
              .minValue(row.nullableLong("seqmin"))
              .maxValue(row.nullableLong("seqmax"))
              .cycle(row.flag("seqcycle"))
              .cache(row.nullableLong("seqcache"))));
    });
    return sequences;
  }

  /** The server's own choice. */
  @Override
  public Name primaryKeyName(TableName table) {
    return Name.exact(table.name() + "_pkey");
  }

  /** The server's {@code ChooseConstraintName}, as long as nothing else has the name and it is not too long. */
  @Override
  public @Nullable Name inventedName(TableName table, Constraint constraint) {
    String suffix = constraint instanceof Constraint.Unique
        ? "_key"
        : constraint instanceof ForeignKey ? "_fkey" : null;
    if (suffix == null) {
      return constraint instanceof Constraint.PrimaryKey ? primaryKeyName(table) : null;
    }
    String columns = constraint.columns().stream().map(Name::text).collect(Collectors.joining("_"));
    return Name.exact(table.name() + "_" + columns + suffix);
  }

  /** The default of a serial column is the next number of a sequence. */
  @Override
  public @Nullable ServerDefault defaultOf(Column column) {
    return Boolean.TRUE.equals(column.autoincrement()) && column.sequence() != null
        ? new Expression.NextValue(column.sequence().name())
        : super.defaultOf(column);
  }

  /** What is not converted in an assignment is converted if it is said how (manual, "CREATE CAST"). */
  @Override
  public Options conversion(Name column, SqlType from, SqlType to) {
    SqlType left = resolved(from);
    SqlType right = resolved(to);
    String name = dialect.quote(column);
    String target = "::" + dialect.typeSql(right);
    String using = "";
    if (left instanceof SqlType.ArrayType != right instanceof SqlType.ArrayType) {
      using = right instanceof SqlType.ArrayType
          ? "CASE WHEN " + name + " IS NULL THEN NULL ELSE ARRAY[" + name + "]" + target + " END"
          : name + "[1]" + target;
    }
    boolean becomesEnum = right instanceof EnumType type && type.isNative();
    if (using.isEmpty()
        && left.family() == TypeFamily.STRING
        && (becomesEnum || right.family() != TypeFamily.STRING)) {
      using = name + (left instanceof EnumType ? "::text" : "") + target;
    } else if (left.family() == TypeFamily.BOOLEAN && isNumber(right)) {
      using = name + "::integer" + (right instanceof SqlType.IntegerType ? "" : target);
    } else if (isNumber(left) && right.family() == TypeFamily.BOOLEAN) {
      using = name + " <> 0";
    }
    return using.isEmpty()
        ? Options.NONE
        : Options.NONE.with("postgresql_using", new Expression.SqlText(using));
  }

  /** What is not in quotes is stored in lower case. */
  @Override
  public String stored(Name name) {
    String text = super.stored(name);
    return dialect.isQuoted(name) ? text : text.toLowerCase(Locale.ROOT);
  }

  @Override
  public SqlType readType(String sql) {
    return PostgresqlTypeNames.read(sql);
  }

  private static boolean isNumber(SqlType type) {
    return type.family() == TypeFamily.INTEGER || type.family() == TypeFamily.NUMERIC;
  }

  @Override
  public boolean isSameType(SqlType actual, SqlType wanted) {
    SqlType left = resolved(actual);
    SqlType right = resolved(wanted);
    if (left instanceof SqlType.ArrayType leftArray
        && right instanceof SqlType.ArrayType rightArray) {
      return isSameType(leftArray.item(), rightArray.item());
    }
    if (right instanceof EnumType type && type.isNative()) {
      return left instanceof EnumType other
          && Objects.equals(textOf(other.name()), textOf(type.name()))
          && Objects.equals(textOf(other.schema()), ownSchema(textOf(type.schema())));
    }
    return !(left instanceof EnumType)
        && PostgresqlTypeNames.read(dialect.typeSql(left))
            .equals(PostgresqlTypeNames.read(dialect.typeSql(right)));
  }

  private static @Nullable String textOf(@Nullable Name name) {
    return name == null ? null : name.text();
  }

  private @Nullable String ownSchema(@Nullable String schema) {
    try {
      return schema != null && schema.equals(ownSchema()) ? null : schema;
    } catch (SQLException e) {
      throw new IllegalStateException("the tables have been read, so the schema is known", e);
    }
  }

  /** Equal values are equal defaults, unless one of them is a constant and the other happens to be the same now. */
  @Override
  public boolean isSameDefault(Column actual, Column wanted, @Nullable Column asRead)
      throws SQLException {
    if (super.isSameDefault(actual, wanted, asRead)) {
      return true;
    }
    if (isRecorded()) {
      return false;
    }
    Expression left = actual.defaultExpression();
    Expression right = wanted.defaultExpression();
    if (left == null || right == null) {
      return false;
    }
    String one = dialect.defaultSql(left);
    String other = dialect.defaultSql(right);
    return varies(one) == varies(other)
        && haveSameValue(one, other, dialect.typeSql(actual.type()));
  }

  private static boolean varies(String sql) {
    String plain = sql.replaceAll("'(?:[^']|'')*'", "''").replaceAll("::[\\w ]+(\\(\\d+\\))?", "");
    return VARYING.matcher(plain).find() && !plain.toUpperCase(Locale.ROOT).startsWith("CAST");
  }

  /** In a transaction that may only read, no sequence moves. */
  private boolean haveSameValue(String one, String other, String type) throws SQLException {
    String values = "(SELECT CAST((" + one + ") AS " + type + ") AS a, CAST((" + other + ") AS "
        + type + ") AS b) AS v";
    for (String comparison :
        List.of("v.a IS NOT DISTINCT FROM v.b", "v.a::text IS NOT DISTINCT FROM v.b::text")) {
      Optional<String> answer = undone(
          List.of("SET TRANSACTION READ ONLY"),
          () -> ServerVersions.ask(connection(), "SELECT " + comparison + " FROM " + values));
      if (answer.isPresent()) {
        return answer.get().startsWith("t");
      }
    }
    return false;
  }

  /** Storage parameters and tablespaces are left to those who run the database. */
  @Override
  protected List<String> shape(Index index) {
    List<String> shape = new ArrayList<>();
    for (String element : dialect.indexElements(index)) {
      String text = SqlComparison.comparable(element);
      var order = NULLS.matcher(text);
      boolean descending = false;
      boolean nullsFirst = false;
      if (order.find()) {
        descending = "desc".equals(order.group(1));
        String nulls = order.group(2) == null ? order.group(3) : order.group(2);
        nullsFirst = nulls == null ? descending : nulls.equals("first");
        text = text.substring(0, order.start());
      }
      shape.add(SqlComparison.comparable(text)
          + (descending ? " desc" : "")
          + (nullsFirst ? " nulls first" : ""));
    }
    Options options = index.options();
    shape.add("using " + option(options, "using", "btree"));
    shape.add(
        "include " + dialect.option(options, "include").map(dialect::names).orElse(""));
    shape.add("nulls not distinct " + option(options, "nulls_not_distinct", "false"));
    dialect
        .option(options, "where")
        .ifPresent(
            where -> shape.add("where " + SqlComparison.comparable(dialect.optionSql(where))));
    return shape;
  }

  private String option(Options options, String name, String standard) {
    return dialect
        .option(options, name)
        .map(Object::toString)
        .orElse(standard)
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isSameUnique(Constraint.Unique actual, Constraint.Unique wanted) {
    return option(actual.options(), "nulls_not_distinct", "false")
            .equals(option(wanted.options(), "nulls_not_distinct", "false"))
        && dialect
            .option(actual.options(), "include")
            .map(dialect::names)
            .equals(dialect.option(wanted.options(), "include").map(dialect::names));
  }

  /** Where the database refuses one of several tables, each is tried out by itself. */
  @Override
  protected List<Optional<Table>> askAsRead(List<Table> wanted) throws SQLException {
    Optional<List<Table>> together = triedOut(wanted);
    List<Optional<Table>> each = new ArrayList<>();
    if (together.isPresent()) {
      together.get().forEach(table -> each.add(Optional.of(table)));
    } else if (wanted.size() == 1) {
      each.add(Optional.empty());
    } else {
      for (Table table : wanted) {
        each.addAll(askAsRead(List.of(table)));
      }
    }
    return each;
  }

  /** Temporary tables are created inside a savepoint and go with it. */
  private Optional<List<Table>> triedOut(List<Table> wanted) throws SQLException {
    Dialect plain = dialect.with(dialect.settings().naming(NamingConvention.STANDARD));
    Map<String, Table> byName = new LinkedHashMap<>();
    List<String> statements = new ArrayList<>();
    for (Table table : wanted) {
      String name = TEMPORARY + "_" + byName.size();
      byName.put(name, table);
      statements.addAll(plain.statements(new CreateTableOp(temporary(table, TableName.of(name)))));
    }
    return undone(statements, () -> {
      Map<String, String> ids = new LinkedHashMap<>();
      CatalogueRows.each(
          connection(),
          """
          SELECT c.oid AS id, c.relname AS name FROM pg_class c
          WHERE c.relnamespace = pg_my_temp_schema() AND c.relname = ANY (CAST(? AS text[]))""",
          List.of(array(List.copyOf(byName.keySet()))),
          row -> ids.put(row.text("name"), row.text("id")));
      Map<String, TableDraft> drafts = new LinkedHashMap<>();
      byName.forEach((name, table) -> drafts.put(
          Objects.requireNonNull(ids.get(name)), new TableDraft(table.name(), table.comment())));
      return new PostgresqlCatalogue(connection(), enums(), drafts).read();
    });
  }

  private Table temporary(Table wanted, TableName name) {
    Table table = explicit(wanted);
    List<Column> columns = table.columns().stream()
        .map(column -> column.type(withoutCreation(column.type())).comment(null))
        .toList();
    List<Constraint> constraints = table.constraints().stream()
        .filter(constraint -> !(constraint instanceof ForeignKey))
        .toList();
    return new Table(
            name, columns, constraints, List.of(), null, List.of("TEMPORARY"), Options.NONE)
        .indexes(table.indexes().stream().map(index -> index.onTable(name)).toList());
  }

  /** Those that were there when the database was read: a table that is only tried out brings no types along. */
  private Map<String, EnumType> enums() throws SQLException {
    if (known == null) {
      known = PostgresqlCatalogue.enums(connection());
    }
    return known;
  }

  private SqlType withoutCreation(SqlType type) {
    SqlType resolved = resolved(type);
    if (resolved instanceof SqlType.ArrayType array) {
      return new SqlType.ArrayType(withoutCreation(array.item()), array.dimensions());
    }
    return resolved instanceof EnumType enumeration ? enumeration.existing() : type;
  }

  private interface Question<T> {
    T ask() throws SQLException;
  }

  /** Runs statements, asks, and undoes everything; returns nothing if the database refuses any of it. */
  private <T> Optional<T> undone(List<String> statements, Question<T> question)
      throws SQLException {
    Connection connection = connection();
    boolean wasAutoCommit = connection.getAutoCommit();
    if (wasAutoCommit) {
      connection.setAutoCommit(false);
    }
    try {
      var savepoint = connection.setSavepoint();
      try (Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.addBatch(sql);
        }
        statement.executeBatch();
        return Optional.of(question.ask());
      } catch (SQLException e) {
        return Optional.empty();
      } finally {
        connection.rollback(savepoint);
        connection.releaseSavepoint(savepoint);
      }
    } finally {
      if (wasAutoCommit) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }
}
