package dev.lambic.dialect;

import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.operations.ColumnChange;
import dev.lambic.operations.ColumnFacts;
import dev.lambic.operations.Given;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.DropConstraintOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.operations.MigrateOperation.DropSchemaOp;
import dev.lambic.operations.MigrateOperation.RenameTableOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Identity;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.ServerDefault;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import dev.lambic.schema.TypeFamily;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** MySQL 8. The facts are those of its reference manual, chapters "SQL Statements" and "Keywords and Reserved Words". */
class MysqlDialect extends Dialect {
  private static final Set<String> RESERVED_WORDS = words("""
      accessible add admin all alter analyze and array as asc asensitive before between bigint
      binary blob both by call cascade case change char character check collate column condition
      constraint continue convert create cross cube cume_dist current_date current_time
      current_timestamp current_user cursor database databases day_hour day_microsecond
      day_minute day_second dec decimal declare default delayed delete dense_rank desc describe
      deterministic distinct distinctrow div double drop dual each else elseif empty enclosed
      escaped except exists exit explain false fetch first_value float float4 float8 for force
      foreign from fulltext function general generated get get_master_public_key grant group
      grouping groups having high_priority hour_microsecond hour_minute hour_second if ignore
      ignore_server_ids in index infile inner inout insensitive insert int int1 int2 int3 int4
      int8 integer intersect interval into io_after_gtids io_before_gtids is iterate join
      json_table key keys kill lag last_value lateral lead leading leave left like limit linear
      lines load localtime localtimestamp lock long longblob longtext loop low_priority
      master_bind master_heartbeat_period master_ssl_verify_server_cert match maxvalue
      mediumblob mediumint mediumtext member middleint minute_microsecond minute_second mod
      modifies natural no_write_to_binlog not nth_value ntile null numeric of on optimize
      optimizer_costs option optionally or order out outer outfile over parallel parse_gcol_expr
      partition percent_rank persist persist_only precision primary procedure purge qualify
      range rank read read_write reads real recursive references regexp release rename repeat
      replace require resignal restrict return revoke right rlike role row row_number rows
      schema schemas second_microsecond select sensitive separator set show signal slow smallint
      spatial specific sql sql_after_gtids sql_before_gtids sql_big_result sql_calc_found_rows
      sql_small_result sqlexception sqlstate sqlwarning ssl starting stored straight_join system
      table terminated then tinyblob tinyint tinytext to trailing trigger true undo union unique
      unlock unsigned update usage use using utc_date utc_time utc_timestamp values varbinary
      varchar varcharacter varying virtual when where while window with write xor year_month
      zerofill""");

  MysqlDialect(DialectSettings settings) {
    super(settings);
  }

  @Override
  public Dialect with(DialectSettings changed) {
    return new MysqlDialect(changed);
  }

  @Override
  public String id() {
    return "mysql";
  }

  @Override
  public String productName() {
    return "MySQL";
  }

  @Override
  protected boolean isProduct(String productName, String version) {
    return productName.equals(productName()) && !version.contains("MariaDB");
  }

  @Override
  protected String urlPrefix() {
    return "jdbc:mysql:";
  }

  @Override
  public String driverClass() {
    return "com.mysql.cj.jdbc.Driver";
  }

  @Override
  public String driverArtifact() {
    return "com.mysql:mysql-connector-j";
  }

  @Override
  protected Set<String> reservedWords() {
    return RESERVED_WORDS;
  }

  @Override
  protected ScriptSyntax scriptSyntax() {
    return ScriptSyntax.mysql();
  }

  private static final Set<String> STRING_OPTIONS =
      Set.of("DATA_DIRECTORY", "INDEX_DIRECTORY", "PASSWORD", "CONNECTION");
  private static final Set<String> OPTIONS_OF_TWO_WORDS = Set.of(
      "DATA_DIRECTORY",
      "INDEX_DIRECTORY",
      "DEFAULT_CHARACTER_SET",
      "CHARACTER_SET",
      "DEFAULT_CHARSET",
      "DEFAULT_COLLATE");
  private static final Set<String> WITHOUT_EQUALS =
      Set.of("TABLESPACE", "DEFAULT CHARACTER SET", "CHARACTER SET", "COLLATE");
  private static final int LONGEST_LABEL = 255;
  private static final int LONGEST_COLUMN_COMMENT = 1024;
  private static final int LONGEST_TABLE_COMMENT = 2048;
  private static final List<String> PARTITION_OPTIONS =
      List.of("PARTITION_BY", "PARTITIONS", "SUBPARTITION_BY", "SUBPARTITIONS");
  private static final Pattern EXPRESSION_DEFAULT =
      Pattern.compile("(?!\\s*['\"(]).*\\W.*", Pattern.DOTALL);
  /** Functions without parentheses that a default takes only in parentheses. */
  private static final Pattern BARE_FUNCTION = Pattern.compile(
      "CURRENT_DATE|CURRENT_TIME|CURRENT_USER|UTC_DATE|UTC_TIME|UTC_TIMESTAMP",
      Pattern.CASE_INSENSITIVE);

  private static final Pattern OPTION_VALUE = Pattern.compile("[\\w.-]+");

  @Override
  protected Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.ALTER_COLUMN,
        Capability.ALTER_CONSTRAINTS,
        Capability.COMMENTS,
        Capability.INLINE_COMMENTS,
        Capability.SCHEMAS,
        Capability.EXPRESSION_INDEXES,
        Capability.SCHEMA_WIDE_CONSTRAINT_NAMES);
  }

  /** 1146: no such table; 1049: no such schema. */
  @Override
  public boolean isMissingTable(SQLException failure) {
    return failure.getErrorCode() == 1146 || failure.getErrorCode() == 1049;
  }

  /** Statements that commit what came before them (manual, "Statements That Cause an Implicit Commit"). */
  @Override
  public List<String> remediesFor(SQLException failure) {
    return Remedies.mysql(failure);
  }

  /** A schema is a database here, and JDBC's catalog. */
  @Override
  public boolean enterSchema(Connection connection, String schema) throws SQLException {
    connection.setCatalog(schema);
    return schema.equals(connection.getCatalog());
  }

  private static final Set<String> COMMITTING_WORDS = Set.of(
      "ALTER",
      "ANALYZE",
      "BEGIN",
      "CACHE",
      "CHANGE",
      "CHECK",
      "COMMIT",
      "CREATE",
      "DROP",
      "FLUSH",
      "GRANT",
      "INSTALL",
      "LOAD",
      "LOCK",
      "OPTIMIZE",
      "RENAME",
      "REPAIR",
      "RESET",
      "REVOKE",
      "ROLLBACK",
      "SET",
      "START",
      "STOP",
      "TRUNCATE",
      "UNINSTALL",
      "UNLOCK");

  @Override
  protected Set<String> committingWords() {
    return COMMITTING_WORDS;
  }

  @Override
  protected int maxIdentifierLength() {
    return 64;
  }

  /** Manual, "Schema Object Names": names are kept in three bytes for each character. */
  @Override
  protected @Nullable String flawOf(String name) {
    return hasAstral(name)
        ? "holds a character beyond U+FFFF"
        : name.endsWith(" ") ? "ends with a blank" : super.flawOf(name);
  }

  private static boolean hasAstral(String text) {
    return text.codePoints().anyMatch(Character::isSupplementaryCodePoint);
  }

  @Override
  protected String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /** Unless the SQL mode NO_BACKSLASH_ESCAPES is set. */
  @Override
  protected boolean backslashEscapes() {
    return !Boolean.FALSE.equals(settings().backslashEscapes());
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
  protected boolean hasNativeBoolean() {
    return false;
  }

  @Override
  protected boolean hasNativeEnum() {
    return true;
  }

  @Override
  protected boolean hasIdentity() {
    return false;
  }

  @Override
  public String bool(SqlType.BooleanType type) {
    return "BOOL";
  }

  @Override
  public String doublePrecision(SqlType.DoubleType type) {
    if (type.precision() != null) {
      throw Refusals.type(
          id(),
          "a double of a precision without a scale",
          "leave the precision out, or use 'MysqlTypes' on this database.");
    }
    return "DOUBLE";
  }

  @Override
  public String string(SqlType.StringType type) {
    if (type.length() == null) {
      throw noLength();
    }
    return super.string(type);
  }

  private MigrationException noLength() {
    return Refusals.type(
        id(), "a string without a length", "give the string a length, or use 'text()'.");
  }

  @Override
  public String text(SqlType.TextType type) {
    return collated("TEXT" + arguments(type.length()), type.collation());
  }

  @Override
  protected String collated(String type, @Nullable String collation) {
    return collation == null ? type : type + " COLLATE " + word("collation", collation);
  }

  @Override
  public String time(SqlType.TimeType type) {
    return "TIME";
  }

  @Override
  public String dateTime(SqlType.DateTimeType type) {
    return "DATETIME";
  }

  @Override
  public String timestamp(SqlType.TimestampType type) {
    return "TIMESTAMP";
  }

  @Override
  public String largeBinary(SqlType.LargeBinaryType type) {
    return "BLOB" + arguments(type.length());
  }

  @Override
  protected String nativeEnum(EnumType type) {
    return "ENUM(" + type.values().stream().map(this::label).collect(Collectors.joining(",")) + ")";
  }

  /** Manual, "The ENUM Type". */
  private String label(String value) {
    if (value.endsWith(" ")) {
      throw Refusals.value(
          id(),
          "the value '" + value + "' of an enumeration, whose last blank it would drop",
          "take the blank away, or use 'asString()'.");
    }
    if (value.codePointCount(0, value.length()) > LONGEST_LABEL) {
      throw Refusals.value(
          id(),
          "a value of an enumeration with more than " + LONGEST_LABEL + " characters",
          "shorten the value, or use 'asString()'.");
    }
    return literal(value);
  }

  /** Comments are kept in three bytes for each character; the server would write question marks. */
  private String comment(String text, int longest) {
    if (hasAstral(text)) {
      throw Refusals.value(
          id(),
          "a comment with a character beyond U+FFFF",
          "take that character out of the comment.");
    }
    if (text.length() > longest) {
      throw Refusals.value(
          id(), "a comment with more than " + longest + " characters here", "shorten the comment.");
    }
    return literal(text);
  }

  @Override
  public String nativeType(SqlType.NativeType type) {
    return switch (type.name()) {
      case "NCHAR" -> "NATIONAL CHAR" + arguments(type.arguments().toArray());
      case "NVARCHAR", "VARCHAR" -> {
        if (type.arguments().isEmpty()) {
          throw noLength();
        }
        yield (type.name().equals("VARCHAR") ? "" : "NATIONAL ") + "VARCHAR"
            + arguments(type.arguments().toArray())
            + (type.suffix().isEmpty() ? "" : " " + type.suffix());
      }
      default -> super.nativeType(type);
    };
  }

  /** CAST knows only some types, and names of its own for them (manual, "Cast Functions"). */
  @Override
  protected @Nullable String castType(SqlType type) {
    SqlType resolved = resolve(type);
    return switch (resolved.family()) {
      case INTEGER ->
        resolved instanceof SqlType.NativeType own && own.suffix().contains("UNSIGNED")
            ? "UNSIGNED INTEGER"
            : "SIGNED INTEGER";
      case NUMERIC -> castNumber(resolved);
      case DATE, TIME -> typeSql(resolved);
      case DATE_TIME -> isTimestamp(resolved) ? "DATETIME" : typeSql(resolved);
      case INTERVAL -> "DATETIME";
      case STRING -> castString(resolved);
      case BINARY -> "BINARY";
      case JSON -> "JSON";
      case BOOLEAN, UUID, ARRAY, OTHER -> null;
    };
  }

  private @Nullable String castNumber(SqlType type) {
    String sql = typeSql(type);
    return sql.startsWith("NUMERIC") || sql.startsWith("DECIMAL")
        ? sql.replace("NUMERIC", "DECIMAL").replace(" UNSIGNED", "")
        : null;
  }

  private static @Nullable String castString(SqlType type) {
    if (type instanceof SqlType.StringType string) {
      return "CHAR" + arguments(string.length());
    }
    if (type instanceof SqlType.TextType text) {
      return "CHAR" + arguments(text.length());
    }
    return type instanceof SqlType.NativeType own
        ? "CHAR" + arguments(own.arguments().toArray())
        : null;
  }

  private static boolean isTimestamp(SqlType type) {
    return type instanceof SqlType.TimestampType
        || (type instanceof SqlType.NativeType own && own.name().equals("TIMESTAMP"));
  }

  @Override
  protected @Nullable String functionWithoutArguments(String name) {
    return switch (name) {
      case "random" -> "rand()";
      case "sysdate" -> "SYSDATE()";
      default -> null;
    };
  }

  @Override
  protected String nextValue(TableName sequence) {
    return "nextval(" + quote(sequence) + ")";
  }

  @Override
  protected String columnDefinition(Column column, Table table) {
    boolean isNullable = isNullable(column, table);
    StringBuilder sql = new StringBuilder(quote(column.name()));
    sql.append(' ').append(typeSql(column.type())).append(computedClause(column));
    if (!isNullable) {
      sql.append(" NOT NULL");
    } else if (isTimestamp(resolve(column.type()))) {
      sql.append(" NULL");
    }
    if (column.comment() != null) {
      sql.append(" COMMENT ").append(comment(column.comment(), LONGEST_COLUMN_COMMENT));
    }
    return sql.append(isNumbered(column, table) ? " AUTO_INCREMENT" : defaultClause(column))
        .toString();
  }

  /** Tells whether a column may hold NULL. */
  protected boolean isNullable(Column column, Table table) {
    return table.isNullable(column);
  }

  /** An expression stands in parentheses (manual, "Data Type Default Values", since 8.0.13). */
  @Override
  protected String defaultSql(Expression expression) {
    String sql = super.defaultSql(expression);
    boolean isExpression = hasExpressionDefaults()
        && (EXPRESSION_DEFAULT.matcher(sql).matches()
            || BARE_FUNCTION.matcher(sql).matches())
        && !sql.toUpperCase(Locale.ROOT).contains("ON UPDATE");
    return isExpression ? "(" + sql + ")" : sql;
  }

  /** Tells whether the server is known to take an expression in parentheses for a default. */
  protected boolean hasExpressionDefaults() {
    return settings().isAtLeast(8, 0, 13);
  }

  @Override
  protected String match(ForeignKey key) {
    if (key.match() != null) {
      throw cannot(
          "follow MATCH in a foreign key: it would ignore ON DELETE and ON UPDATE too",
          "leave 'match' out.");
    }
    return "";
  }

  @Override
  protected String primaryKeyDefinition(PrimaryKey key) {
    return super.primaryKeyDefinition(key) + using(key.options());
  }

  private String using(Options options) {
    return sharedOption(options, "using")
        .map(using -> " USING " + word("using", using))
        .orElse("");
  }

  /** Returns an option that the relatives of this database read under its name too. */
  protected Optional<Object> sharedOption(Options options, String name) {
    return option(options, name);
  }

  @Override
  protected List<String> knownOptions(OptionPlace place) {
    return switch (place) {
      case INDEX -> List.of("length", "prefix", "using", "with_parser");
      case PRIMARY_KEY -> List.of("using");
      case TABLE, COLUMN, UNIQUE, CHECK, FOREIGN_KEY, EXCLUDE, ALTER_COLUMN, DROP_COLUMN ->
        List.of();
    };
  }

  /** A table's options are many, and more with each version and engine: the server knows them. */
  @Override
  protected boolean takesAnyOption(OptionPlace place) {
    return place == OptionPlace.TABLE;
  }

  @Override
  protected List<Problem> warningsOf(MigrateOperation operation, boolean isRebuilt) {
    return List.of();
  }

  @Override
  protected String tableOptions(Table table) {
    Map<String, String> options = new LinkedHashMap<>();
    table
        .options()
        .of(id())
        .forEach((name, value) -> options.put(name.toUpperCase(Locale.ROOT), value.toString()));
    if (table.comment() != null) {
      options.put("COMMENT", table.comment());
    }
    String collate = options.remove("COLLATE");
    if (collate != null) {
      options.put("COLLATE", collate);
    }
    List<String> written = new ArrayList<>();
    options.forEach((name, value) -> {
      if (!PARTITION_OPTIONS.contains(name)) {
        written.add(tableOption(name, value));
      }
    });
    for (String name : PARTITION_OPTIONS) {
      if (options.containsKey(name)) {
        written.add(name.replace('_', ' ') + " " + options.get(name));
      }
    }
    return String.join(" ", written);
  }

  private String tableOption(String name, String value) {
    String words = OPTIONS_OF_TWO_WORDS.contains(name) ? name.replace('_', ' ') : name;
    String joiner = WITHOUT_EQUALS.contains(words) ? " " : "=";
    if (name.equals("COMMENT")) {
      return words + joiner + comment(value, LONGEST_TABLE_COMMENT);
    }
    if (STRING_OPTIONS.contains(name)) {
      return words + joiner + literal(value);
    }
    if (!OPTION_VALUE.matcher(value).matches() && !name.equals("UNION")) {
      throw cannot(
          "read the table option " + name + " that is '" + value + "'",
          "use a word of letters, digits, underscores, points and hyphens.");
    }
    return words + joiner + value;
  }

  @Override
  protected String indexStatement(Index index, boolean ifNotExists) {
    Options options = index.options();
    return "CREATE " + (index.isUnique() ? "UNIQUE " : "")
        + option(options, "prefix").map(prefix -> word("prefix", prefix) + " ").orElse("")
        + "INDEX " + (ifNotExists ? "IF NOT EXISTS " : "") + quote(nameOf(index)) + " ON "
        + quote(index.table()) + " (" + String.join(", ", indexElements(index)) + ")"
        + sharedOption(options, "with_parser")
            .map(v -> " WITH PARSER " + word("with_parser", v))
            .orElse("")
        + using(options);
  }

  /** A function stands in parentheses of its own; a length behind a column. */
  @Override
  protected List<String> indexElements(Index index) {
    Object lengths = option(index.options(), "length").orElse(Map.of());
    return index.elements().stream()
        .map(element -> {
          String sql = expression(element);
          if (element instanceof Expression.FunctionCall) {
            return "(" + sql + ")";
          }
          Object length =
              lengths instanceof Map<?, ?> ? lengthOf(element, byColumn(lengths)) : lengths;
          return length == null ? sql : sql + "(" + word("length", length) + ")";
        })
        .toList();
  }

  private static @Nullable Object lengthOf(Expression element, Map<?, ?> lengths) {
    return element instanceof Expression.ColumnReference column
        ? lengths.get(column.column().text())
        : null;
  }

  @Override
  public List<String> dropIndex(DropIndexOp operation) {
    return List.of(dropIndexWords(operation) + quote(droppedName(operation)) + " ON "
        + quote(droppedTable(operation)));
  }

  @Override
  public List<String> addColumn(AddColumnOp operation) {
    return super.addColumn(
        operation.inlineReferences() && !readsInlineReferences()
            ? new AddColumnOp(
                operation.table(),
                operation.column(),
                operation.ifNotExists(),
                false,
                operation.inlinePrimaryKey(),
                operation.position())
            : operation);
  }

  /** Before version 9 the server passes over a reference that is written with its column; scripts keep Alembic's form. */
  protected boolean readsInlineReferences() {
    return settings().isOffline() || settings().isAtLeast(9);
  }

  /** A column of a foreign key cannot be dropped; the name of a key without one is not known here. */
  @Override
  protected List<MigrateOperation> dropsBefore(TableName table, Column dropped) {
    return dropped.foreignKeys().stream()
        .map(key -> naming().name(table, key))
        .filter(key -> key.name() != null)
        .<MigrateOperation>map(
            key -> new DropConstraintOp(table, key.name(), key.kind(), false, key))
        .toList();
  }

  @Override
  protected boolean looksForReferentBesideTable() {
    return true;
  }

  @Override
  protected String currentSchema() {
    return "DATABASE()";
  }

  @Override
  protected String stored(Name name) {
    return name.text();
  }

  /** One statement: the column is written anew as a whole. */
  @Override
  protected List<String> columnChanges(TableName table, ColumnChange change) {
    ColumnFacts to = change.to();
    ServerDefault oldDefault = change.from().serverDefault().value();
    ServerDefault newDefault = to.serverDefault().value();
    refuseComputed(newDefault, oldDefault);
    if (newDefault instanceof Identity || oldDefault instanceof Identity) {
      alterIdentity(table, change, null);
    }
    ColumnFacts whole = to.or(change.from());
    if (change.newName() != null
        || isDateTimeWithDefault(whole.type(), to.serverDefault(), oldDefault)) {
      Name name = change.newName() == null ? change.column() : change.newName();
      return List.of(alterTable(table) + "CHANGE " + quote(change.column()) + " " + quote(name)
          + " " + wholeColumn(change.column(), whole));
    }
    if (to.nullable() != null
        || to.type() != null
        || to.autoincrement() != null
        || to.comment().isGiven()) {
      return List.of(alterTable(table) + "MODIFY " + quote(change.column()) + " "
          + wholeColumn(change.column(), whole));
    }
    return to.serverDefault().isGiven()
        ? List.of(alterDefault(table, change.column(), (Expression) newDefault))
        : List.of();
  }

  /**
   * ALTER COLUMN ... SET DEFAULT takes no function, which is what these types mostly get; DROP DEFAULT leaves it in place
   * on MariaDB, and what an update does on both.
   */
  private static boolean isDateTimeWithDefault(
      @Nullable SqlType type,
      Given<ServerDefault> serverDefault,
      @Nullable ServerDefault oldDefault) {
    boolean isDropped = serverDefault.isGiven() && serverDefault.value() == null;
    return type != null
        && type.family() == TypeFamily.DATE_TIME
        && (!isDropped || oldDefault instanceof Expression.SqlText);
  }

  private String wholeColumn(Name column, ColumnFacts facts) {
    if (facts.type() == null) {
      throw Refusals.incomplete(
          "Column '" + column + "' can only be changed on " + id() + " when its type is known.",
          "say 'existingType', and 'existingNullable' and 'existingServerDefault' with it: what is"
              + " not said is lost.");
    }
    StringBuilder sql = new StringBuilder(typeSql(facts.type()));
    sql.append(Boolean.FALSE.equals(facts.nullable()) ? " NOT NULL" : " NULL");
    sql.append(Boolean.TRUE.equals(facts.autoincrement()) ? " AUTO_INCREMENT" : "");
    if (facts.serverDefault().value() instanceof Expression expression) {
      sql.append(' ').append(defaultWords(expression));
    }
    if (facts.comment().value() != null) {
      sql.append(" COMMENT ").append(comment(facts.comment().value(), LONGEST_COLUMN_COMMENT));
    }
    return sql.toString();
  }

  /** MODIFY does not drop it, and neither do we: it may serve other columns. */
  @Override
  protected boolean dropsTypeChecks() {
    return false;
  }

  @Override
  protected String tableComment(TableName table, @Nullable String comment, boolean replaces) {
    return alterTable(table) + "COMMENT "
        + comment(comment == null ? "" : comment, LONGEST_TABLE_COMMENT);
  }

  /** The new name would mean the connection's own schema. */
  @Override
  public List<String> renameTable(RenameTableOp operation) {
    return List.of(alterTable(operation.table()) + "RENAME TO "
        + quote(operation.table().sibling(operation.newName())));
  }

  /** Each kind of constraint has a statement of its own. */
  @Override
  protected String dropConstraint(DropConstraintOp operation, @Nullable Name name) {
    if (operation.kind() == null) {
      throw cannot(
          "drop a constraint without knowing its kind",
          "say which kind it is: 'ConstraintKind.UNIQUE' and so on.");
    }
    if (operation.ifExists() && !hasDropConstraintIfExists()) {
      throw cannot(
          "drop a constraint only if it is there",
          "ask the database first, or leave the option out.");
    }
    String exists = operation.ifExists() ? "IF EXISTS " : "";
    String drop = alterTable(operation.table()) + "DROP ";
    return switch (operation.kind()) {
      case PRIMARY_KEY -> drop + "PRIMARY KEY";
      case UNIQUE -> drop + "INDEX " + exists + quote(known(operation, name));
      case FOREIGN_KEY -> drop + "FOREIGN KEY " + exists + quote(known(operation, name));
      case CHECK -> drop + checkWord() + " " + exists + quote(known(operation, name));
      case EXCLUDE -> throw cannot("hold an exclusion constraint", "leave it out.");
    };
  }

  /** Tells whether a constraint can be dropped only if it is there. */
  protected boolean hasDropConstraintIfExists() {
    return false;
  }

  /** Returns the word for a check that is dropped. */
  protected String checkWord() {
    return "CHECK";
  }

  /** A schema is dropped with all that is in it, without a word for that. */
  @Override
  public List<String> dropSchema(DropSchemaOp operation) {
    return List.of(
        "DROP SCHEMA " + (operation.ifExists() ? "IF EXISTS " : "") + quote(operation.name()));
  }

  @Override
  public Dialect connected(Connection connection) throws SQLException {
    String version = connection.getMetaData().getDatabaseProductVersion();
    String mode = ServerVersions.ask(connection, "SELECT @@sql_mode");
    return with(settings()
        .serverVersion(ServerVersions.parse(version))
        .defaultSchema(connection.getCatalog())
        .backslashEscapes(!mode.contains("NO_BACKSLASH_ESCAPES")));
  }

  /** 1205, ER_LOCK_WAIT_TIMEOUT; 3572 with NOWAIT. */
  @Override
  public boolean isLockTimeout(SQLException failure) {
    return failure.getErrorCode() == 1205 || failure.getErrorCode() == 3572;
  }

  /**
   * The lock of a session, which belongs to the server as a whole, so that its name holds the database. It is known to one
   * node of a Galera cluster alone; there, a row is seen by all.
   */
  @Override
  public RunLock runLock(Connection connection, VersionTable table, boolean isCallersTransaction)
      throws SQLException {
    String cluster = "SHOW VARIABLES WHERE Variable_name = 'wsrep_on' AND Value = 'ON'";
    if (!ServerVersions.askAll(connection, cluster).isEmpty()) {
      return super.runLock(connection, table, isCallersTransaction);
    }
    String name =
        "CONCAT('lambic:', MD5(CONCAT(" + lockName(table, "COALESCE(DATABASE(), '')", ", ") + ")))";
    return new NamedLock(
        "SELECT GET_LOCK(" + name + ", 0), CONNECTION_ID()",
        "SELECT CONNECTION_ID()",
        """
        SELECT CONCAT_WS(', ', CONCAT('connection ', h.id), CONCAT('user ', p.user),
            CONCAT('from ', p.host), CONCAT(p.command, ' for ', p.time, ' s'))
        FROM (SELECT IS_USED_LOCK(%s) AS id) h
            LEFT JOIN information_schema.processlist p ON p.id = h.id""".formatted(name),
        "SELECT RELEASE_LOCK(" + name + ")");
  }

  @Override
  protected LeaseLock.Clock clock() {
    return new LeaseLock.Clock(
        "UNIX_TIMESTAMP()", "SELECT CONCAT(@@hostname, '/', CONNECTION_ID())", null);
  }

  /** The one is for tables as such, the other for rows. */
  @Override
  protected List<SessionLimit> lockTimeouts() {
    return List.of(
        new SessionLimit(
            "SELECT @@lock_wait_timeout",
            "SET SESSION lock_wait_timeout = %s",
            Duration.ofSeconds(1)),
        new SessionLimit(
            "SELECT @@innodb_lock_wait_timeout",
            "SET SESSION innodb_lock_wait_timeout = %s",
            Duration.ofSeconds(1)));
  }

  @Override
  public String utcNow() {
    return "UTC_TIMESTAMP()";
  }

  @Override
  public String currentUser() {
    return "CURRENT_USER()";
  }

  /** Databases, tables, columns, keys and constraints that exist, or do not; a second primary key. */
  @Override
  public boolean isAlreadyDone(SQLException failure) {
    return List.of(1005, 1007, 1008, 1050, 1051, 1054, 1060, 1061, 1068, 1091, 1146, 1826, 3822)
        .contains(failure.getErrorCode());
  }

  @Override
  protected Inspector inspector(@Nullable Connection connection) {
    return new MysqlInspector(this, connection, false);
  }
}
