package dev.lambic.dialect;

import dev.lambic.operations.ColumnChange;
import dev.lambic.operations.MigrateOperation.AddEnumValueOp;
import dev.lambic.operations.MigrateOperation.DropEnumOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.operations.MigrateOperation.EnumUse;
import dev.lambic.operations.MigrateOperation.RenameEnumValueOp;
import dev.lambic.operations.MigrateOperation.ReplaceEnumValuesOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Computed;
import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.Exclude;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Constraint.Unique;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Identity;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.SequenceOptions;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** PostgreSQL 14 and newer. The facts are those of its manual, part VI and appendix C. */
final class PostgresqlDialect extends Dialect {
  private static final Set<String> RESERVED_WORDS = words("""
      all analyse analyze and any array as asc asymmetric authorization between binary both case
      cast check collate collation column concurrently constraint create cross current_catalog
      current_date current_role current_schema current_time current_timestamp current_user
      default deferrable desc distinct do else end except false fetch for foreign freeze from
      full grant group having ilike in initially inner intersect into is isnull join lateral
      leading left like limit localtime localtimestamp natural new not notnull null of off
      offset old on only or order outer over overlaps placing primary references returning right
      select session_user similar some symmetric system_user table tablesample then to trailing
      true union unique user using variadic verbose when where window with""");

  PostgresqlDialect(DialectSettings settings) {
    super(settings);
  }

  @Override
  public Dialect with(DialectSettings changed) {
    return new PostgresqlDialect(changed);
  }

  @Override
  public String id() {
    return "postgresql";
  }

  @Override
  public String productName() {
    return "PostgreSQL";
  }

  @Override
  protected String urlPrefix() {
    return "jdbc:postgresql:";
  }

  @Override
  public String driverClass() {
    return "org.postgresql.Driver";
  }

  @Override
  public String driverArtifact() {
    return "org.postgresql:postgresql";
  }

  @Override
  protected Set<String> reservedWords() {
    return RESERVED_WORDS;
  }

  @Override
  protected ScriptSyntax scriptSyntax() {
    return ScriptSyntax.postgresql();
  }

  private static final Pattern DELETE_ACTIONS = Pattern.compile(
      "RESTRICT|CASCADE|SET (?:NULL|DEFAULT)(?:\\s*\\(.+\\))?|NO ACTION", Pattern.CASE_INSENSITIVE);

  @Override
  protected Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.INLINE_COMMENTS));
  }

  /** 3F000: the schema that the table would be in does not exist. */
  @Override
  public boolean isMissingTable(SQLException failure) {
    String state = failure.getSQLState();
    return "42P01".equals(state) || "3F000".equals(state);
  }

  @Override
  public List<String> remediesFor(SQLException failure) {
    return Remedies.postgresql(failure);
  }

  @Override
  public boolean isTransactionLostWithStatement() {
    return true;
  }

  @Override
  public boolean isRefusedForEarlierFailure(SQLException failure) {
    return "25P02".equals(failure.getSQLState());
  }

  /** The whole path: JDBC knows its first schema only. */
  @Override
  public String searchedSchemas(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT current_setting('search_path')")) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void searchSchemas(Connection connection, String searched) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT set_config('search_path', ?, false)")) {
      statement.setString(1, searched);
      statement.execute();
    }
  }

  @Override
  protected Set<String> committingWords() {
    return Set.of("COMMIT", "ROLLBACK", "END", "ABORT");
  }

  /** NAMEDATALEN - 1, in bytes; the server would cut longer names without a word. */
  @Override
  protected int maxIdentifierLength() {
    return 63;
  }

  @Override
  protected int lengthOf(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * Whether a backslash escapes in plain quotes hangs on the setting standard_conforming_strings; behind an E it always
   * does.
   */
  @Override
  public String literal(String value) {
    return settings().backslashEscapes() == null && value.indexOf('\\') >= 0
        ? "E'" + escaped(value).replace("\\", "\\\\") + "'"
        : super.literal(value);
  }

  @Override
  protected boolean backslashEscapes() {
    return Boolean.TRUE.equals(settings().backslashEscapes());
  }

  @Override
  protected String trueLiteral() {
    return "true";
  }

  @Override
  protected String falseLiteral() {
    return "false";
  }

  @Override
  protected String binaryLiteral(String hex) {
    return "decode('" + hex + "', 'hex')";
  }

  @Override
  protected boolean hasNativeUuid() {
    return true;
  }

  @Override
  protected boolean hasNativeInterval() {
    return true;
  }

  @Override
  protected String intervalLiteral(String seconds) {
    return "make_interval(secs=>" + seconds + ")";
  }

  @Override
  protected String nativeInterval(SqlType.IntervalType type) {
    return type.secondPrecision() == null
        ? "INTERVAL"
        : "INTERVAL (" + type.secondPrecision() + ")";
  }

  @Override
  public String text(SqlType.TextType type) {
    return collated("TEXT", type.collation());
  }

  @Override
  public String time(SqlType.TimeType type) {
    return type.timezone() ? "TIME WITH TIME ZONE" : "TIME WITHOUT TIME ZONE";
  }

  @Override
  public String dateTime(SqlType.DateTimeType type) {
    return type.timezone() ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP WITHOUT TIME ZONE";
  }

  @Override
  public String timestamp(SqlType.TimestampType type) {
    return dateTime(new SqlType.DateTimeType(type.timezone()));
  }

  @Override
  public String largeBinary(SqlType.LargeBinaryType type) {
    return "BYTEA";
  }

  /** The brackets go in front of a collation. */
  @Override
  public String array(SqlType.ArrayType type) {
    String item = typeSql(type.item());
    int collation = item.indexOf(" COLLATE ");
    int end = collation < 0 ? item.length() : collation;
    return item.substring(0, end) + "[]".repeat(type.dimensions()) + item.substring(end);
  }

  @Override
  protected boolean hasNativeEnum() {
    return true;
  }

  @Override
  protected String nativeEnum(EnumType type) {
    if (type.typeName() == null) {
      throw Refusals.type(id(), "an enumeration without a name", "give the enumeration a name.");
    }
    return quote(type.typeName());
  }

  @Override
  protected String nextValue(TableName sequence) {
    return "nextval(" + literal(quote(sequence)) + ")";
  }

  @Override
  protected String columnDefinition(Column column, Table table) {
    Identity identity = column.identity();
    // A column beside the key is one only where the database was found to have it so.
    boolean isSerial = isNumbered(column, table)
        || (Boolean.TRUE.equals(column.autoincrement()) && column.sequence() != null);
    if (identity == null && isSerial && !isNumberedBySequence(column)) {
      return quote(column.name()) + " " + serial(resolve(column.type()))
          + (table.isNullable(column) ? "" : " NOT NULL");
    }
    return super.columnDefinition(column, table)
        + (identity != null && Boolean.TRUE.equals(column.nullable()) ? " NULL" : "");
  }

  private static String serial(SqlType type) {
    if (type instanceof SqlType.BigIntegerType) {
      return "BIGSERIAL";
    }
    return type instanceof SqlType.SmallIntegerType ? "SMALLSERIAL" : "SERIAL";
  }

  /** Before version 18 computed columns are always stored. */
  @Override
  protected String computedClause(Column column) {
    Computed computed = column.computed();
    if (computed == null) {
      return "";
    }
    if (Boolean.FALSE.equals(computed.persisted()) && !settings().isAtLeast(18)) {
      throw cannot("compute a column when it is read, before version 18", "use 'stored()'.");
    }
    return " GENERATED ALWAYS AS (" + computed.sql() + ")"
        + (Boolean.FALSE.equals(computed.persisted()) ? " VIRTUAL" : " STORED");
  }

  @Override
  protected Pattern deleteActions() {
    return DELETE_ACTIONS;
  }

  @Override
  protected String primaryKeyDefinition(PrimaryKey key) {
    return super.primaryKeyDefinition(key) + include(key.options());
  }

  @Override
  protected String uniqueDefinition(Unique unique) {
    return "UNIQUE " + nullsNotDistinct(unique.options(), "NULLS NOT DISTINCT ") + "("
        + quote(unique.columns()) + ")" + include(unique.options());
  }

  private String nullsNotDistinct(Options options, String words) {
    return option(options, "nulls_not_distinct").filter(Boolean.TRUE::equals).isPresent()
        ? words
        : "";
  }

  private String include(Options options) {
    return option(options, "include")
        .map(columns -> " INCLUDE (" + names(columns) + ")")
        .orElse("");
  }

  @Override
  protected String checkDefinition(Check check) {
    return super.checkDefinition(check) + validity(check.options());
  }

  @Override
  protected String foreignKeyDefinition(ForeignKey key) {
    return super.foreignKeyDefinition(key) + validity(key.options());
  }

  private String validity(Options options) {
    return option(options, "not_valid").filter(Boolean.TRUE::equals).isPresent()
        ? " NOT VALID"
        : "";
  }

  @Override
  protected String excludeDefinition(Exclude exclude) {
    String elements = exclude.elements().stream()
        .map(element -> expression(element.element()) + " WITH " + element.operator())
        .collect(Collectors.joining(", "));
    return "EXCLUDE USING " + word("using", exclude.using()).toLowerCase(Locale.ROOT) + " ("
        + elements + ")"
        + (exclude.where() == null ? "" : " WHERE (" + expression(exclude.where()) + ")")
        + deferral(exclude.deferral());
  }

  @Override
  protected List<String> knownOptions(OptionPlace place) {
    return switch (place) {
      case TABLE ->
        List.of(
            "inherits", "on_commit", "partition_by", "tablespace", "using", "with", "with_oids");
      case INDEX ->
        List.of(
            "concurrently",
            "include",
            "nulls_not_distinct",
            "ops",
            "tablespace",
            "using",
            "where",
            "with");
      case PRIMARY_KEY -> List.of("include");
      case UNIQUE -> List.of("include", "nulls_not_distinct");
      case CHECK, FOREIGN_KEY -> List.of("not_valid");
      case ALTER_COLUMN -> List.of("using");
      case COLUMN, EXCLUDE, DROP_COLUMN -> List.of();
    };
  }

  @Override
  protected String tableOptions(Table table) {
    Options options = table.options();
    StringBuilder sql = new StringBuilder();
    option(options, "inherits")
        .ifPresent(v -> sql.append("\n INHERITS ( ").append(names(v)).append(" )"));
    option(options, "partition_by")
        .ifPresent(v -> sql.append("\n PARTITION BY ").append(optionSql(v)));
    option(options, "using").ifPresent(v -> sql.append("\n USING ").append(word("using", v)));
    option(options, "with")
        .ifPresent(v -> sql.append("\n WITH (").append(parameters(v)).append(')'));
    option(options, "with_oids")
        .ifPresent(v -> sql.append(Boolean.TRUE.equals(v) ? "\n WITH OIDS" : "\n WITHOUT OIDS"));
    option(options, "on_commit")
        .ifPresent(v -> sql.append("\n ON COMMIT ")
            .append(v.toString().replace('_', ' ').toUpperCase(Locale.ROOT)));
    option(options, "tablespace").ifPresent(v -> sql.append("\n TABLESPACE ").append(names(v)));
    return sql.toString();
  }

  private static String parameters(Object value) {
    return byColumn(value).entrySet().stream()
        .map(parameter -> parameter.getKey() + " = " + parameter.getValue())
        .collect(Collectors.joining(", "));
  }

  @Override
  protected String indexStatement(Index index, boolean ifNotExists) {
    Options options = index.options();
    StringBuilder sql = new StringBuilder("CREATE ");
    sql.append(index.isUnique() ? "UNIQUE " : "").append("INDEX ");
    sql.append(concurrently(options)).append(ifNotExists ? "IF NOT EXISTS " : "");
    sql.append(quote(nameOf(index))).append(" ON ").append(quote(index.table())).append(' ');
    option(options, "using")
        .ifPresent(v -> sql.append("USING ")
            .append(word("using", v).toLowerCase(Locale.ROOT))
            .append(' '));
    sql.append('(').append(String.join(", ", indexElements(index))).append(')');
    sql.append(include(options)).append(nullsNotDistinct(options, " NULLS NOT DISTINCT"));
    option(options, "with")
        .ifPresent(v -> sql.append(" WITH (").append(parameters(v)).append(')'));
    option(options, "tablespace").ifPresent(v -> sql.append(" TABLESPACE ").append(names(v)));
    option(options, "where").ifPresent(v -> sql.append(" WHERE ").append(optionSql(v)));
    return sql.toString();
  }

  private String concurrently(Options options) {
    return option(options, "concurrently").filter(Boolean.TRUE::equals).isPresent()
        ? "CONCURRENTLY "
        : "";
  }

  /** An operator class stands behind its column. */
  @Override
  protected List<String> indexElements(Index index) {
    Map<?, ?> classes = byColumn(option(index.options(), "ops").orElse(Map.of()));
    return index.elements().stream()
        .map(element -> {
          Object operators = element instanceof Expression.ColumnReference column
              ? classes.get(column.column().text())
              : null;
          return expression(element) + (operators == null ? "" : " " + operators);
        })
        .toList();
  }

  @Override
  protected String dropIndexWords(DropIndexOp operation) {
    return "DROP INDEX " + concurrently(operation.options())
        + (operation.ifExists() ? "IF EXISTS " : "");
  }

  /** The type comes first, since a default may only fit the new one. */
  @Override
  protected List<String> columnChanges(TableName table, ColumnChange change) {
    SqlType type = change.to().type();
    if (type == null && option(change.options(), "using").isPresent()) {
      throw Refusals.incomplete(
          "The option 'postgresql_using' says how values get another type, but the type stays.",
          "give 'type' too, or leave the option out.");
    }
    List<String> statements = new ArrayList<>();
    if (type != null) {
      statements.add(alterType(table, change, type));
    }
    ColumnChange rest = new ColumnChange(
        change.column(),
        change.to().withType(null),
        change.from(),
        change.newName(),
        change.options());
    statements.addAll(super.columnChanges(table, rest));
    return statements;
  }

  @Override
  protected String alterType(TableName table, ColumnChange change, SqlType to) {
    return alterColumn(table, change.column()) + "TYPE " + typeSql(to)
        + option(change.options(), "using")
            .map(using -> " USING " + optionSql(using))
            .orElse("");
  }

  @Override
  protected boolean changesIdentity(@Nullable Identity from, @Nullable Identity to) {
    return true;
  }

  @Override
  protected Optional<String> alterIdentity(
      TableName table, ColumnChange change, @Nullable Identity to) {
    String alter = alterColumn(table, change.column());
    if (to == null) {
      return Optional.of(alter + "DROP IDENTITY");
    }
    if (!(change.from().serverDefault().value() instanceof Identity from)) {
      return Optional.of(alter + "ADD" + identityClause(to));
    }
    List<String> changes = new ArrayList<>();
    if (to.isAlways() != from.isAlways()) {
      changes.add("SET GENERATED " + (to.isAlways() ? "ALWAYS" : "BY DEFAULT"));
    }
    for (SequenceOptions changed : changedOptions(to.options(), from.options())) {
      changes.add("SET " + sequenceOptions(changed));
    }
    return changes.isEmpty() ? Optional.empty() : Optional.of(alter + String.join(" ", changes));
  }

  @Override
  protected String renameColumn(TableName table, Name column, Name newName) {
    return alterTable(table) + "RENAME " + quote(column) + " TO " + quote(newName);
  }

  @Override
  protected String returningOfInsert(TableName table, Name column) {
    return " RETURNING " + quote(table) + "." + quote(column);
  }

  @Override
  protected String createEnum(EnumType type) {
    return "CREATE TYPE " + nativeEnum(type) + " AS ENUM ("
        + type.values().stream().map(this::label).collect(Collectors.joining(", ")) + ")";
  }

  @Override
  public List<String> dropEnum(DropEnumOp operation) {
    return List.of(
        "DROP TYPE " + (operation.ifExists() ? "IF EXISTS " : "") + quote(operation.name()));
  }

  @Override
  public List<String> addEnumValue(AddEnumValueOp operation) {
    String place = operation.neighbour() == null
        ? ""
        : (operation.isBehind() ? " AFTER " : " BEFORE ") + label(operation.neighbour());
    return List.of("ALTER TYPE " + quote(operation.type()) + " ADD VALUE "
        + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + label(operation.value()) + place);
  }

  @Override
  public List<String> renameEnumValue(RenameEnumValueOp operation) {
    return List.of("ALTER TYPE " + quote(operation.type()) + " RENAME VALUE "
        + label(operation.value()) + " TO " + label(operation.newValue()));
  }

  /** The value of an enumeration is a name of the catalogue, as long as one. */
  private String label(String value) {
    if (lengthOf(value) > maxIdentifierLength()) {
      throw Refusals.value(
          id(),
          "a value of an enumeration with more than " + maxIdentifierLength() + " bytes",
          "shorten the value, or use 'asString()'.");
    }
    return literal(value);
  }

  /** No value can be taken away from a type: the columns move to a new one of the same name. */
  @Override
  public List<String> replaceEnumValues(ReplaceEnumValuesOp operation) {
    TableName name = Objects.requireNonNull(operation.type().typeName());
    TableName old = name.sibling(Name.exact(name.name().text() + "__old"));
    List<String> statements = new ArrayList<>();
    statements.add("ALTER TYPE " + quote(name) + " RENAME TO " + quote(old.name()));
    statements.add(createEnum(operation.type()));
    for (EnumUse use : operation.uses()) {
      if (use.defaultValue() != null) {
        statements.add(alterDefault(use.table(), use.column(), null));
      }
      statements.add(alterColumn(use.table(), use.column()) + "TYPE " + quote(name) + " USING "
          + replaced(use.column(), operation.replacements()) + "::" + quote(name));
      if (use.defaultValue() != null) {
        String value =
            operation.replacements().getOrDefault(use.defaultValue(), use.defaultValue());
        statements.add(alterDefault(use.table(), use.column(), new Expression.Literal(value)));
      }
    }
    statements.add("DROP TYPE " + quote(old));
    return statements;
  }

  private String replaced(Name column, Map<String, String> replacements) {
    String text = quote(column) + "::text";
    if (replacements.isEmpty()) {
      return text;
    }
    StringBuilder sql = new StringBuilder("(CASE ").append(text);
    replacements.forEach((from, to) ->
        sql.append(" WHEN ").append(literal(from)).append(" THEN ").append(literal(to)));
    return sql.append(" ELSE ").append(text).append(" END)").toString();
  }

  /** The numbers of rows that bring their own do not count for the sequence. */
  @Override
  protected List<String> continueNumbering(Table table) {
    return numberedColumns(table).stream()
        .map(column -> "SELECT setval(pg_get_serial_sequence(" + literal(quote(table.name())) + ", "
            + literal(column.text()) + "), (SELECT max(" + quote(column) + ") FROM "
            + quote(table.name()) + "))")
        .toList();
  }

  @Override
  protected Inspector inspector(@Nullable Connection connection) {
    return new PostgresqlInspector(this, connection);
  }

  @Override
  protected String selectTriggers(TableName table) {
    return "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = to_regclass("
        + literal(quote(table)) + ") ORDER BY tgname";
  }

  @Override
  public Dialect connected(Connection connection) throws SQLException {
    return with(settings().serverVersion(ServerVersions.of(connection)));
  }

  /** 55P03, lock_not_available: what lock_timeout and NOWAIT end with. */
  @Override
  public boolean isLockTimeout(SQLException failure) {
    return "55P03".equals(failure.getSQLState());
  }

  /** The lock of a session, or of the caller's transaction: that ends with it even where the transaction has failed. */
  @Override
  public RunLock runLock(Connection connection, VersionTable table, boolean isCallersTransaction) {
    String name = lockName(table, "coalesce(current_schema(), '')", " || ");
    String key = "('x' || substr(md5(" + name + "), 1, 16))::bit(64)::bigint";
    String take = isCallersTransaction ? "pg_try_advisory_xact_lock" : "pg_try_advisory_lock";
    return new NamedLock(
        "SELECT CASE WHEN " + take + "(" + key + ") THEN 1 ELSE 0 END, pg_backend_pid()",
        "SELECT pg_backend_pid()",
        """
        SELECT concat_ws(', ', 'server process ' || a.pid, 'user ' || a.usename,
            'application ' || nullif(a.application_name, ''), 'from ' || host(a.client_addr),
            a.state, 'connected since ' || to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS'))
        FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
        WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
            AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND ((l.classid::bigint << 32) | l.objid::bigint) = %s""".formatted(key),
        isCallersTransaction
            ? ""
            : "SELECT CASE WHEN pg_advisory_unlock(" + key + ") THEN 1 ELSE 0 END");
  }

  @Override
  protected List<SessionLimit> lockTimeouts() {
    return List.of(
        new SessionLimit("SHOW lock_timeout", "SET lock_timeout = '%s'", Duration.ofMillis(1)));
  }

  @Override
  public Optional<SessionLimit> statementTimeout() {
    return Optional.of(new SessionLimit(
        "SHOW statement_timeout", "SET statement_timeout = '%s'", Duration.ofMillis(1)));
  }

  @Override
  public String utcNow() {
    return "(clock_timestamp() AT TIME ZONE 'UTC')";
  }

  /** Duplicate and undefined tables, columns, objects and schemas; a second primary key. */
  @Override
  public boolean isAlreadyDone(SQLException failure) {
    return List.of("42P07", "42P01", "42701", "42703", "42710", "42704", "42P06", "3F000", "42P16")
        .contains(String.valueOf(failure.getSQLState()));
  }
}
