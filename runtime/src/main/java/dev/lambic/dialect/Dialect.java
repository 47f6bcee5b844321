package dev.lambic.dialect;

import dev.lambic.dialect.SqlScanner.Token;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.operations.BatchSettings.Recreate;
import dev.lambic.operations.ColumnChange;
import dev.lambic.operations.ColumnFacts;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.AddEnumValueOp;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.operations.MigrateOperation.BulkInsertOp;
import dev.lambic.operations.MigrateOperation.CreateEnumOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateSchemaOp;
import dev.lambic.operations.MigrateOperation.CreateSequenceOp;
import dev.lambic.operations.MigrateOperation.CreateTableCommentOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.CustomOperation;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropConstraintOp;
import dev.lambic.operations.MigrateOperation.DropEnumOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.operations.MigrateOperation.DropSchemaOp;
import dev.lambic.operations.MigrateOperation.DropSequenceOp;
import dev.lambic.operations.MigrateOperation.DropTableCommentOp;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.operations.MigrateOperation.ExecuteSqlOp;
import dev.lambic.operations.MigrateOperation.ExecuteStatementOp;
import dev.lambic.operations.MigrateOperation.RenameEnumValueOp;
import dev.lambic.operations.MigrateOperation.RenameTableOp;
import dev.lambic.operations.MigrateOperation.ReplaceEnumValuesOp;
import dev.lambic.operations.ScriptStatement;
import dev.lambic.schema.Column;
import dev.lambic.schema.Computed;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.ConstraintKind;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Expression.Literal;
import dev.lambic.schema.Identity;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.ServerDefault;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a database understands and how it is told: names, literals, types, statements, limits, the version table. The
 * answers here and in the chapters above this class are those of standard SQL; the subclass for a database holds only what
 * is different there. Immutable, and safe for use by several threads. Mirrors Alembic's {@code DefaultImpl} and
 * SQLAlchemy's {@code Dialect}.
 *
 * <p>A dialect of another jar extends this class, has a public constructor without parameters, and is named as a service
 * of this type for {@link java.util.ServiceLoader}.
 */
public abstract class Dialect extends SqlDefinitions
    implements MigrateOperation.Visitor<List<String>> {
  private static final Set<String> ROW_WORDS =
      Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "SELECT", "WITH", "VALUES");

  private static final Pattern REPEATABLE =
      Pattern.compile("(CREATE|DROP|ALTER|COMMENT|RENAME|TRUNCATE)\\b");

  /** What gets a name from the database each time; and an index that is built concurrently may be left half built. */
  private static final Pattern UNNAMED = Pattern.compile(
      "\\bADD (CHECK|UNIQUE|FOREIGN|INDEX|KEY)\\b|\\bCONCURRENTLY\\b|^CREATE (UNIQUE )?INDEX ON\\b");

  /** Makes a dialect for a connection or a script. */
  protected Dialect(DialectSettings settings) {
    super(settings);
  }

  /** Returns the same dialect with other settings. */
  public abstract Dialect with(DialectSettings settings);

  /** Returns what the dialect knows beyond its database's name. */
  public final DialectSettings settings() {
    return settings;
  }

  /** Returns what the driver calls the database: {@code PostgreSQL}. */
  public abstract String productName();

  /** Tells whether this is the database at the other end of a connection, by what its driver says of it. */
  protected boolean isProduct(String product, String version) {
    return product.equals(productName());
  }

  /** Returns how the URLs of the database begin: {@code jdbc:h2:}. */
  protected abstract String urlPrefix();

  /** Returns the class of the JDBC driver. */
  public abstract String driverClass();

  /** Returns the Maven coordinates of the driver, {@code group:artifact}, for those who miss it. */
  public abstract String driverArtifact();

  /** Returns how scripts are cut into statements. */
  protected abstract ScriptSyntax scriptSyntax();

  /** Tells whether a failed query means that the table it asks for does not exist. */
  public abstract boolean isMissingTable(SQLException failure);

  /** Returns what the database can do beyond what each can. */
  protected abstract Set<Capability> capabilities();

  /** Tells whether the database can do something that not each can. */
  public final boolean supports(Capability capability) {
    return capabilities().contains(capability);
  }

  /** Returns what the database says of a failure, without what is said beside it anyway. */
  public String messageOf(SQLException failure) {
    return String.valueOf(failure.getMessage()).strip();
  }

  /** Returns what a user can do about a failure that the database gives a code of its own; nothing where it tells all. */
  public List<String> remediesFor(SQLException failure) {
    return Remedies.standard(failure);
  }

  /** Tells whether a statement that fails takes the transaction with it, which then refuses all others. */
  public boolean isTransactionLostWithStatement() {
    return false;
  }

  /** Tells whether a statement was refused for that reason alone. */
  public boolean isRefusedForEarlierFailure(SQLException failure) {
    return false;
  }

  /**
   * Returns where a connection looks for names without a schema, in a form for {@link #searchSchemas}; null where it cannot
   * say.
   *
   * @throws SQLException if it does not answer
   */
  public @Nullable String searchedSchemas(Connection connection) throws SQLException {
    return connection.getSchema();
  }

  /**
   * Makes a connection look for names without a schema where {@link #searchedSchemas} has said.
   *
   * @throws SQLException if it does not obey
   */
  public void searchSchemas(Connection connection, String searched) throws SQLException {
    connection.setSchema(searched);
  }

  /**
   * Makes one schema a connection's own: names without a schema mean what is in there.
   *
   * @return whether there is such a schema
   * @throws SQLException if the database does not obey, for want of the schema or of the right to use it
   */
  public boolean enterSchema(Connection connection, String schema) throws SQLException {
    connection.setSchema(schema);
    return schema.equals(connection.getSchema());
  }

  /** Tells whether CREATE, ALTER and DROP can be rolled back. */
  public final boolean hasTransactionalDdl() {
    return supports(Capability.TRANSACTIONAL_DDL);
  }

  /**
   * Returns this dialect with what the server at the other end of a connection says about itself; asks it no more than is
   * needed to write correct statements.
   *
   * @throws SQLException if it does not answer
   */
  public Dialect connected(Connection connection) throws SQLException {
    return this;
  }

  /**
   * Tells whether a statement ends the transaction that it runs in, so that nothing before it can be rolled back any
   * more: a COMMIT, and all DDL where it is not transactional.
   */
  public final boolean endsTransaction(String sql) {
    try {
      return sql.indexOf(';') < 0
          ? beginsWithCommittingWord(sql)
          : statementsOf(sql).stream()
              .anyMatch(statement -> beginsWithCommittingWord(statement.sql()));
    } catch (MigrationException e) {
      // The text ends inside a quote or a comment: it is the database's to judge, and may have done
      // anything.
      return true;
    }
  }

  /** Tells whether a statement can do nothing but read and change rows: the transaction goes on behind it. */
  public final boolean isAboutRows(String sql) {
    return sql.indexOf(';') < 0 && ROW_WORDS.contains(SqlScanner.firstWord(sql, scriptSyntax()));
  }

  private boolean beginsWithCommittingWord(String statement) {
    return committingWords().contains(SqlScanner.firstWord(statement, scriptSyntax()));
  }

  /** Returns the words, in upper case, that begin the statements which end a transaction. */
  protected Set<String> committingWords() {
    return Set.of("COMMIT", "ROLLBACK");
  }

  /** Returns a statement without its comments and line breaks: two that differ in nothing else have one such text. */
  public final String normalized(String sql) {
    StringBuilder text = new StringBuilder(sql.length());
    SqlScanner scanner = new SqlScanner(sql, scriptSyntax());
    try {
      for (Token token = scanner.next(); token != Token.END; token = scanner.next()) {
        if (token != Token.SPACE && token != Token.COMMENT) {
          text.append(text.isEmpty() ? "" : " ").append(sql, scanner.start(), scanner.end());
        }
      }
    } catch (MigrationException e) {
      // The text ends inside a quote or a comment, which is the database's to judge.
      return sql;
    }
    return text.toString();
  }

  /** Returns the word, in upper case, that a statement begins with; empty when it begins with something else. */
  public final String firstWord(String sql) {
    try {
      return SqlScanner.firstWord(sql, scriptSyntax());
    } catch (MigrationException e) {
      // The text ends inside a quote or a comment, which is the database's to judge.
      return "";
    }
  }

  /** Returns a piece of SQL in which each mention of one name is replaced; null if there is none. */
  final @Nullable String replaced(String sql, Name from, String to) {
    StringBuilder text = new StringBuilder();
    boolean isFound = false;
    SqlScanner scanner = new SqlScanner(sql, scriptSyntax());
    for (Token token = scanner.next(); token != Token.END; token = scanner.next()) {
      String part = sql.substring(scanner.start(), scanner.end());
      boolean isName = token == Token.WORD
          ? part.equalsIgnoreCase(from.text())
          : token == Token.OPERAND && part.equals(quoted(from.text()));
      isFound |= isName;
      text.append(isName ? to : part);
    }
    return isFound ? text.toString() : null;
  }

  /** Returns the expression for the time at the database, in UTC and without a zone. */
  public String utcNow() {
    return "CURRENT_TIMESTAMP";
  }

  /** Returns the expression for the user whose connection it is. */
  public String currentUser() {
    return "CURRENT_USER";
  }

  /**
   * Tells whether a statement that has been carried out before is refused when it comes again, or changes nothing more: DDL
   * that names what it makes.
   */
  public final boolean showsRepetition(String sql) {
    String text = normalized(sql).toUpperCase(Locale.ROOT);
    return REPEATABLE.matcher(text).lookingAt() && !UNNAMED.matcher(text).find();
  }

  /** Tells whether a statement was refused because what it makes is there, or what it takes away is not. */
  public abstract boolean isAlreadyDone(SQLException failure);

  /** Returns the statements of a script, cut where the database would cut it. */
  public final List<ScriptStatement> statementsOf(String script) {
    return StatementSplitter.split(script, scriptSyntax());
  }

  /** Returns how a script for the database's own client is laid out. */
  public ScriptLayout scriptLayout() {
    return ScriptLayout.STANDARD;
  }

  /**
   * Returns the SQL of an operation, one statement after the other, without terminators.
   *
   * @throws MigrationException if the database cannot do it, or the operation leaves out what the database has to be told
   */
  public final List<String> statements(MigrateOperation operation) {
    new OptionCheck(this).check(operation);
    return operation.accept(this);
  }

  /**
   * Tells whether a statement failed only because another transaction held what it needed, for longer than the statement
   * was to wait.
   */
  public abstract boolean isLockTimeout(SQLException failure);

  /** Returns what bounds how long a statement waits for what another transaction holds; none where nothing does. */
  protected List<SessionLimit> lockTimeouts() {
    return List.of();
  }

  /**
   * Returns the statements that make the session wait no longer than that for what other transactions hold.
   *
   * @throws EnvironmentException if the database has no such bound
   */
  public final List<SessionLimit> requireLockTimeouts() {
    if (lockTimeouts().isEmpty()) {
      throw new EnvironmentException(
          Problem.of(
                  ProblemId.UNSUPPORTED_OPTION,
                  "A session of " + id() + " cannot be told how long to wait for locks.")
              .fix(
                  "leave 'lockTimeout' out, and set what the database offers in its URL or configuration."));
    }
    return lockTimeouts();
  }

  /** Returns what bounds how long any statement runs; none where that is left to the driver. */
  public Optional<SessionLimit> statementTimeout() {
    return Optional.empty();
  }

  /**
   * Makes sure that statements can be ended that run for too long.
   *
   * @throws EnvironmentException if neither the database nor its driver does so
   */
  public final void requireStatementTimeout() {
    if (statementTimeout().isEmpty() && !hasDriverTimeout()) {
      throw new EnvironmentException(Problem.of(
              ProblemId.UNSUPPORTED_OPTION,
              id() + " does not end statements that run for too long.")
          .fix("leave 'statementTimeout' out."));
    }
  }

  /** Tells whether the driver can end a statement that runs for too long. */
  protected boolean hasDriverTimeout() {
    return true;
  }

  /**
   * Returns what keeps other runs out while one changes the database.
   *
   * @param isCallersTransaction whether the connection is in a transaction that its caller begins and ends
   * @throws SQLException if the database does not answer
   */
  public RunLock runLock(Connection connection, VersionTable table, boolean isCallersTransaction)
      throws SQLException {
    return isCallersTransaction ? RunLock.NONE : new LeaseLock(this, table, clock());
  }

  /** Returns how a lock in a table tells the time, and whether the session that took it is still there. */
  protected LeaseLock.Clock clock() {
    return new LeaseLock.Clock("CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) AS BIGINT)", null, null);
  }

  /**
   * Returns the text that a lock on the version table goes by, as an expression.
   *
   * @param currentSchema the expression for the schema that names without one belong to
   */
  final String lockName(VersionTable table, String currentSchema, String concatenation) {
    Name schema = table.name().schema();
    return String.join(
        concatenation,
        literal("lambic "),
        schema == null ? currentSchema : literal(schema.text()),
        literal("." + table.name().name().text()));
  }

  /** Returns the options that the dialect reads, without its prefix. */
  protected List<String> knownOptions(OptionPlace place) {
    return List.of();
  }

  /** Tells whether options are handed on to the database whatever they are. */
  protected boolean takesAnyOption(OptionPlace place) {
    return false;
  }

  /** Returns what the user should know of an operation that is carried out all the same. */
  public final List<Problem> warnings(MigrateOperation operation) {
    if (!(operation instanceof BatchAlterTableOp batch)) {
      return warningsOf(operation, false);
    }
    boolean isRebuilt = rebuilds(batch);
    return batch.operations().stream()
        .flatMap(change -> warningsOf(change, isRebuilt).stream())
        .toList();
  }

  /**
   * Returns what the user should know of one operation.
   *
   * @param isRebuilt whether it belongs to a batch that builds the table anew
   */
  protected List<Problem> warningsOf(MigrateOperation operation, boolean isRebuilt) {
    if (isRebuilt || !(operation instanceof AlterColumnOp alter)) {
      return List.of();
    }
    ColumnChange change = alter.change();
    return change.to().autoincrement() == null && change.from().autoincrement() == null
        ? List.of()
        : List.of(ignored(
            "'autoincrement' of column '" + change.column() + "' in table '" + alter.table() + "'",
            "leave it out: a column that is there becomes numbered by MySQL alone."));
  }

  /** Warns that the database does without a part of what the migration says. */
  protected final Problem ignored(String what, String fix) {
    return Problem.of(ProblemId.PART_IGNORED, id() + " does without " + what + ".")
        .fix(fix);
  }

  /** Returns the query for the rows of the version table. */
  public final String selectVersions(VersionTable table) {
    return "SELECT " + quote(VersionTable.COLUMN) + " FROM " + quote(table.name());
  }

  /** Returns the statement that adds a row to the version table. */
  public final String insertVersion(VersionTable table, String id) {
    boolean returns = settings.isOffline() && table.hasPrimaryKey();
    return "INSERT INTO %s (%s)%s VALUES (%s)%s"
        .formatted(
            quote(table.name()),
            quote(VersionTable.COLUMN),
            returns ? outputOfInsert(VersionTable.COLUMN) : "",
            literal(id),
            returns ? returningOfInsert(table.name(), VersionTable.COLUMN) : "");
  }

  /** Returns what reads the database at the other end of a connection, or (null) a recorded one; see {@link Inspector#of}. */
  protected Inspector inspector(@Nullable Connection connection) {
    throw cannot("be read", "describe the table: 'BatchSettings.ALWAYS.copyFrom(table)'.");
  }

  /**
   * Refuses to build a table anew where something that hangs on it would be lost.
   *
   * @throws SQLException if the database does not answer
   * @throws MigrationException if something would be lost
   */
  protected void checkRebuild(Connection connection, TableName table) throws SQLException {
    List<String> triggers = ServerVersions.askAll(connection, selectTriggers(table));
    if (!triggers.isEmpty()) {
      throw cannot(
          "build table '" + table + "' anew without losing its triggers "
              + String.join(", ", triggers),
          "drop them before the batch, and create them again behind it.");
    }
  }

  /** Returns the query for the names of a table's triggers. */
  protected String selectTriggers(TableName table) {
    String schema = table.schema() == null ? currentSchema() : literal(stored(table.schema()));
    return "SELECT trigger_name FROM information_schema.triggers WHERE event_object_table = "
        + literal(stored(table.name())) + " AND event_object_schema = " + schema
        + " ORDER BY trigger_name";
  }

  /** Returns the expression for the schema that names without one belong to. */
  protected String currentSchema() {
    return "CURRENT_SCHEMA";
  }

  /** Returns a name as the catalogue has it: in upper case unless it stands in quotes. */
  protected String stored(Name name) {
    return quote(name).equals(name.text()) ? name.text().toUpperCase(Locale.ROOT) : name.text();
  }

  /** Returns what stands in front of VALUES when an INSERT of a script shows the key that it has made. */
  protected String outputOfInsert(Name column) {
    return "";
  }

  /** Returns what stands behind an INSERT of a script that shows the key that it has made. */
  protected String returningOfInsert(TableName table, Name column) {
    return "";
  }

  /** Returns the statement that moves a row of the version table to another revision. */
  public final String updateVersion(VersionTable table, String from, String to) {
    return "UPDATE %s SET %s=%s WHERE %s"
        .formatted(
            quote(table.name()), quote(VersionTable.COLUMN), literal(to), isVersion(table, from));
  }

  /** Returns the statement that removes a row from the version table. */
  public final String deleteVersion(VersionTable table, String id) {
    return "DELETE FROM %s WHERE %s".formatted(quote(table.name()), isVersion(table, id));
  }

  /** Returns the statement that empties the version table. */
  public final String deleteVersions(VersionTable table) {
    return "DELETE FROM " + quote(table.name());
  }

  private String isVersion(VersionTable table, String id) {
    return "%s.%s = %s".formatted(quote(table.name()), quote(VersionTable.COLUMN), literal(id));
  }

  /** Returns the most characters that a name may have. */
  public final int longestName() {
    return maxIdentifierLength();
  }

  /** Returns the statement's beginning: {@code ALTER TABLE account}. */
  protected final String alterTable(TableName table) {
    return "ALTER TABLE " + quote(table) + " ";
  }

  /** Refuses what the database cannot do. */
  protected final MigrationException cannot(String what, String fix) {
    return Refusals.operation(id(), what, fix);
  }

  @Override
  public List<String> createTable(CreateTableOp operation) {
    Table table = operation.table();
    List<String> statements = new ArrayList<>(typesFor(table.columns()));
    StringBuilder sql = new StringBuilder("CREATE ");
    table.prefixes().forEach(prefix -> sql.append(prefix).append(' '));
    sql.append("TABLE ").append(operation.ifNotExists() ? "IF NOT EXISTS " : "");
    sql.append(quote(table.name())).append(" (");
    List<String> elements = tableElements(table);
    if (!elements.isEmpty()) {
      sql.append("\n    ").append(String.join(", \n    ", elements));
    }
    statements.add(sql.append("\n)").append(tableOptions(table)).toString());
    for (Column column : table.columns()) {
      indexOf(column, table.name()).ifPresent(index -> statements.add(createIndex(index, false)));
    }
    table.indexes().forEach(index -> statements.add(createIndex(index, false)));
    statements.addAll(comments(table));
    return statements;
  }

  /** Returns the statements for the types that columns need to be there. */
  private List<String> typesFor(List<Column> columns) {
    return typesOf(columns).stream().map(this::createEnum).distinct().toList();
  }

  /** Returns the statements that drop the types that came with columns. */
  private List<String> dropTypesOf(List<Column> columns, boolean ifExists) {
    return typesOf(columns).stream()
        .map(type -> new DropEnumOp(Objects.requireNonNull(type.typeName()), ifExists, type))
        .flatMap(drop -> dropEnum(drop).stream())
        .distinct()
        .toList();
  }

  /** Returns the types that come and go with the columns that use them. */
  private List<EnumType> typesOf(List<Column> columns) {
    List<EnumType> types = new ArrayList<>();
    for (Column column : columns) {
      SqlType type = resolve(column.type());
      SqlType single = type instanceof SqlType.ArrayType array ? resolve(array.item()) : type;
      if (single instanceof EnumType enumeration
          && enumeration.isCreated()
          && enumeration.isNative()
          && supports(Capability.ENUM_TYPES)) {
        types.add(enumeration);
      }
    }
    return types;
  }

  /** Returns what stands behind the parentheses of CREATE TABLE. */
  protected String tableOptions(Table table) {
    return "";
  }

  private List<String> comments(Table table) {
    List<String> statements = new ArrayList<>();
    if (supports(Capability.COMMENTS) && !supports(Capability.INLINE_COMMENTS)) {
      if (table.comment() != null) {
        statements.add(tableComment(table.name(), table.comment(), false));
      }
      for (Column column : table.columns()) {
        if (column.comment() != null) {
          statements.add(newColumnComment(table.name(), column.name(), column.comment()));
        }
      }
    }
    return statements;
  }

  @Override
  public List<String> dropTable(DropTableOp operation) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "DROP TABLE " + (operation.ifExists() ? "IF EXISTS " : "") + quote(operation.name()));
    if (operation.dropped() != null) {
      statements.addAll(dropTypesOf(operation.dropped().columns(), operation.ifExists()));
    }
    return statements;
  }

  @Override
  public List<String> renameTable(RenameTableOp operation) {
    return List.of(alterTable(operation.table()) + "RENAME TO " + quote(operation.newName()));
  }

  @Override
  public List<String> addColumn(AddColumnOp operation) {
    Column column = operation.column();
    TableName name = operation.table();
    if (operation.position() != null) {
      throw Refusals.incomplete(
          "A column gets a place of its own only when its table is built anew.",
          "use 'batchAlterTable' with 'BatchSettings.ALWAYS'.");
    }
    if (operation.ifNotExists() && !hasAddColumnIfNotExists()) {
      throw cannot(
          "add a column only if it is not there",
          "ask the database first, or leave the option out.");
    }
    if (operation.inlineReferences() && column.foreignKeys().size() > 1) {
      throw Refusals.incomplete(
          "Column '" + column.name() + "' has more than one foreign key; one can be written with"
              + " the column.",
          "leave 'inlineReferences' out.");
    }
    Table table = Table.of(name, column);
    String definition = inColumn(name, column, () -> columnDefinition(column, table));
    List<String> statements = new ArrayList<>(typesFor(List.of(column)));
    statements.add(alterTable(name)
        + addColumnWords()
        + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
        + definition
        + (operation.inlinePrimaryKey() && column.isPrimaryKey() ? " PRIMARY KEY" : "")
        + (operation.inlineReferences() ? inlineReferences(name, column) : "")
        + columnChecks(column, name));
    Optional<Constraint.Check> typeCheck = typeCheck(column, name);
    for (Constraint constraint : constraintsOf(column, name)) {
      boolean isSkipped =
          !addsTypeChecks() && typeCheck.filter(constraint::equals).isPresent();
      if (!isSkipped
          && !(operation.inlineReferences() && constraint instanceof Constraint.ForeignKey)) {
        statements.add(addConstraint(name, seenFrom(name, constraint)));
      }
    }
    indexOf(column, name).ifPresent(index -> statements.add(createIndex(index, false)));
    if (column.comment() != null
        && supports(Capability.COMMENTS)
        && !supports(Capability.INLINE_COMMENTS)) {
      statements.add(newColumnComment(name, column.name(), column.comment()));
    }
    return statements;
  }

  /** Tells whether the check of a type is added with a column; where not, the column goes without. */
  protected boolean addsTypeChecks() {
    return true;
  }

  /** Returns the words in front of the definition of a new column. */
  protected String addColumnWords() {
    return "ADD COLUMN ";
  }

  /** Tells whether a column can be added only if it is not there. */
  protected boolean hasAddColumnIfNotExists() {
    return true;
  }

  private String inlineReferences(TableName table, Column column) {
    return column.foreignKeys().isEmpty()
        ? ""
        : " "
            + references(
                (Constraint.ForeignKey) seenFrom(table, column.foreignKeys().get(0)));
  }

  @Override
  public List<String> dropColumn(DropColumnOp operation) {
    List<String> statements = new ArrayList<>();
    Column dropped = operation.dropped();
    if (dropped != null) {
      dropsBefore(operation.table(), dropped)
          .forEach(first -> statements.addAll(statements(first)));
    }
    statements.add(alterTable(operation.table()) + "DROP COLUMN "
        + (operation.ifExists() ? "IF EXISTS " : "") + quote(operation.column()));
    if (dropped != null) {
      statements.addAll(dropTypesOf(List.of(dropped), operation.ifExists()));
    }
    return statements;
  }

  /** Returns what has to go before a column can, of what came with it; mostly the database sees to that. */
  protected List<MigrateOperation> dropsBefore(TableName table, Column dropped) {
    return List.of();
  }

  /** One statement for each thing that changes; the name comes last. */
  @Override
  public List<String> alterColumn(AlterColumnOp operation) {
    TableName table = operation.table();
    ColumnChange change = operation.change();
    List<String> statements = new ArrayList<>(dropTypeCheck(table, change));
    statements.addAll(columnChanges(table, change));
    addTypeCheck(table, change).ifPresent(statements::add);
    return statements;
  }

  /** Returns the statements for a change, less what belongs to the checks of types. */
  protected List<String> columnChanges(TableName table, ColumnChange change) {
    List<String> statements = new ArrayList<>();
    ColumnFacts to = change.to();
    if (to.nullable() != null) {
      statements.add(alterNullable(table, change.column(), to.nullable()));
    }
    if (to.serverDefault().isGiven()) {
      statements.addAll(defaultChanges(table, change));
    }
    if (to.type() != null) {
      statements.add(alterType(table, change, to.type()));
    }
    if (to.comment().isGiven()) {
      statements.add(columnComment(table, change));
    }
    if (change.newName() != null) {
      statements.add(renameColumn(table, change.column(), change.newName()));
    }
    return statements;
  }

  /** The check of a type goes with the type. */
  private List<String> dropTypeCheck(TableName table, ColumnChange change) {
    SqlType from = change.from().type();
    if (from == null || change.to().type() == null || !supports(Capability.ALTER_CONSTRAINTS)) {
      return List.of();
    }
    return typeCheck(Column.of(change.column(), from), table)
        .filter(check -> check.name() != null && dropsTypeChecks())
        .map(check -> dropConstraint(
            new DropConstraintOp(table, check.name(), ConstraintKind.CHECK, false, check)))
        .orElse(List.of());
  }

  /** Tells whether the check of a type is dropped before the type changes. */
  protected boolean dropsTypeChecks() {
    return true;
  }

  private Optional<String> addTypeCheck(TableName table, ColumnChange change) {
    SqlType to = change.to().type();
    if (to == null || !addsTypeChecks()) {
      return Optional.empty();
    }
    Name name = change.newName() == null ? change.column() : change.newName();
    return typeCheck(Column.of(name, to), table).map(check -> addConstraint(table, check));
  }

  /** Returns the beginning of a statement that changes a column. */
  protected String alterColumn(TableName table, Name column) {
    return alterTable(table) + "ALTER COLUMN " + quote(column) + " ";
  }

  /** Returns the statement that lets a column hold NULL, or forbids it. */
  protected String alterNullable(TableName table, Name column, boolean allowed) {
    return alterColumn(table, column) + (allowed ? "DROP NOT NULL" : "SET NOT NULL");
  }

  /** Returns the statements that give a column another default. */
  protected List<String> defaultChanges(TableName table, ColumnChange change) {
    return alterDefault(table, change).stream().toList();
  }

  /** Returns the statement that gives a column another default; nothing when it has it already. */
  protected Optional<String> alterDefault(TableName table, ColumnChange change) {
    ServerDefault to = change.to().serverDefault().value();
    refuseComputed(to, change.from().serverDefault().value());
    if (to instanceof Identity || change.from().serverDefault().value() instanceof Identity) {
      return alterIdentity(table, change, (Identity) (to instanceof Identity ? to : null));
    }
    return Optional.of(alterDefault(table, change.column(), (Expression) to));
  }

  /** No database lets a column become a computed one, or stop being one. */
  protected final void refuseComputed(@Nullable ServerDefault to, @Nullable ServerDefault from) {
    if (to instanceof Computed || from instanceof Computed) {
      throw cannot(
          "turn a column into a computed one, or a computed one into a plain one",
          "drop the column and add it anew.");
    }
  }

  /** Tells whether a column that is there can become an identity column, be changed as one, or become none (null). */
  protected boolean changesIdentity(@Nullable Identity from, @Nullable Identity to) {
    return false;
  }

  /** Returns the statement that makes a column an identity column, changes it, or makes it none (null). */
  protected Optional<String> alterIdentity(
      TableName table, ColumnChange change, @Nullable Identity to) {
    throw cannot(
        "make a column that is there an identity column, change it as one, or make it none",
        "drop the column and add it anew.");
  }

  /** Returns the statement that gives a column another default, or none (null). */
  protected String alterDefault(TableName table, Name column, @Nullable Expression to) {
    return alterColumn(table, column)
        + (to == null ? "DROP DEFAULT" : "SET DEFAULT " + defaultSql(to));
  }

  /** Returns the statement that gives a column another type. */
  protected String alterType(TableName table, ColumnChange change, SqlType to) {
    return alterColumn(table, change.column()) + "SET DATA TYPE " + typeSql(to);
  }

  /** Returns the statement that gives a column another name. */
  protected String renameColumn(TableName table, Name column, Name newName) {
    return alterTable(table) + "RENAME COLUMN " + quote(column) + " TO " + quote(newName);
  }

  /** Returns the statement that says something else about a column. */
  protected String columnComment(TableName table, ColumnChange change) {
    return columnComment(table, change.column(), change.to().comment().value());
  }

  /** Returns the statement that says something about a column that is new. */
  protected String newColumnComment(TableName table, Name column, String comment) {
    return columnComment(table, column, comment);
  }

  private String columnComment(TableName table, Name column, @Nullable String comment) {
    requireComments();
    return "COMMENT ON COLUMN " + quote(table) + "." + quote(column) + " IS "
        + commentLiteral(comment);
  }

  /** Returns what stands in the place of a comment: null for none. */
  protected String commentLiteral(@Nullable String comment) {
    return comment == null ? "NULL" : literal(comment);
  }

  private void requireComments() {
    if (!supports(Capability.COMMENTS)) {
      throw cannot("keep comments", "write the comment into the migration's source.");
    }
  }

  @Override
  public List<String> createTableComment(CreateTableCommentOp operation) {
    return List.of(
        tableComment(operation.table(), operation.comment(), operation.existing() != null));
  }

  @Override
  public List<String> dropTableComment(DropTableCommentOp operation) {
    return List.of(tableComment(operation.table(), null, true));
  }

  /** Returns the statement that says something about a table, or nothing any more (null). */
  protected String tableComment(TableName table, @Nullable String comment, boolean replaces) {
    requireComments();
    return "COMMENT ON TABLE " + quote(table) + " IS " + commentLiteral(comment);
  }

  @Override
  public final List<String> createIndex(CreateIndexOp operation) {
    if (operation.ifNotExists() && !hasCreateIndexIfNotExists()) {
      throw cannot(
          "create an index only if it is not there",
          "ask the database first, or leave the option out.");
    }
    return List.of(createIndex(operation.index(), operation.ifNotExists()));
  }

  /** Tells whether an index can be created only if it is not there. */
  protected boolean hasCreateIndexIfNotExists() {
    return true;
  }

  /** Returns the statement that creates an index. */
  private String createIndex(Index index, boolean ifNotExists) {
    return indexStatement(naming().name(index), ifNotExists);
  }

  /** Returns the statement that creates an index, which has its name by now. */
  protected String indexStatement(Index index, boolean ifNotExists) {
    return "CREATE " + (index.isUnique() ? "UNIQUE " : "") + "INDEX "
        + (ifNotExists ? "IF NOT EXISTS " : "") + quote(nameOf(index)) + " ON "
        + quote(index.table()) + " (" + String.join(", ", indexElements(index)) + ")";
  }

  @Override
  public List<String> dropIndex(DropIndexOp operation) {
    return List.of(dropIndexWords(operation)
        + quote(new TableName(operation.schema(), droppedName(operation))));
  }

  /** Returns the words in front of the name of an index that is dropped. */
  protected String dropIndexWords(DropIndexOp operation) {
    return "DROP INDEX " + (operation.ifExists() ? "IF EXISTS " : "");
  }

  /** Returns the name of an index that is dropped. */
  protected final Name droppedName(DropIndexOp operation) {
    return operation.name() != null
        ? operation.name()
        : nameOf(naming().name(Objects.requireNonNull(operation.dropped())));
  }

  /** Returns the table of an index that is dropped, which this database has to be told. */
  protected final TableName droppedTable(DropIndexOp operation) {
    if (operation.table() == null) {
      throw Refusals.incomplete(
          "The index '" + operation.name() + "' can only be dropped from a table on " + id() + ".",
          "say which table it is on.");
    }
    return operation.table();
  }

  @Override
  public final List<String> addConstraint(AddConstraintOp operation) {
    TableName table = operation.table();
    return List.of(addConstraint(
        table, seenFrom(table, naming().name(table, operation.constraint()))));
  }

  /** Returns the statement that adds a constraint, which has its name by now. */
  protected String addConstraint(TableName table, Constraint constraint) {
    return alterTable(table) + "ADD " + constraintDefinition(constraint);
  }

  @Override
  public final List<String> dropConstraint(DropConstraintOp operation) {
    Name name =
        naming().name(operation.table(), operation.kind(), operation.name(), operation.dropped());
    return List.of(dropConstraint(operation, name));
  }

  /** Returns the statement that drops a constraint under the name that the convention has for it. */
  protected String dropConstraint(DropConstraintOp operation, @Nullable Name name) {
    return alterTable(operation.table()) + "DROP CONSTRAINT "
        + (operation.ifExists() ? "IF EXISTS " : "") + quote(known(operation, name));
  }

  /** Returns the name of a constraint that is dropped. */
  protected static Name known(DropConstraintOp operation, @Nullable Name name) {
    if (name == null) {
      throw Refusals.incomplete(
          "A constraint of table '" + operation.table() + "' without a name cannot be dropped.",
          "look its name up in the database, and use that.");
    }
    return name;
  }

  @Override
  public List<String> createSequence(CreateSequenceOp operation) {
    requireSequences();
    String options = sequenceOptions(operation.sequence().options());
    return List.of("CREATE SEQUENCE " + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
        + quote(operation.sequence().name()) + (options.isEmpty() ? "" : " " + options));
  }

  @Override
  public List<String> dropSequence(DropSequenceOp operation) {
    requireSequences();
    return List.of(
        "DROP SEQUENCE " + (operation.ifExists() ? "IF EXISTS " : "") + quote(operation.name()));
  }

  /** Refuses a sequence where there are none. */
  protected final void requireSequences() {
    if (!supports(Capability.SEQUENCES)) {
      throw cannot("keep sequences", "let the database number the column: 'autoincrement(true)'.");
    }
  }

  @Override
  public List<String> createSchema(CreateSchemaOp operation) {
    requireSchemas();
    return List.of("CREATE SCHEMA " + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
        + quote(operation.name()));
  }

  @Override
  public List<String> dropSchema(DropSchemaOp operation) {
    requireSchemas();
    return List.of("DROP SCHEMA " + (operation.ifExists() ? "IF EXISTS " : "")
        + quote(operation.name()) + (operation.cascade() ? " CASCADE" : ""));
  }

  /** Refuses a schema where there are none to create. */
  protected final void requireSchemas() {
    if (!supports(Capability.SCHEMAS)) {
      throw cannot("create and drop schemas", "leave the schema to those who set the database up.");
    }
  }

  /** Returns the statement that creates the type of an enumeration. */
  protected String createEnum(EnumType type) {
    throw noEnumTypes();
  }

  private MigrationException noEnumTypes() {
    return cannot(
        "keep enumerations as types of their own",
        "use the enumeration as the type of a column, and change it with 'alterColumn'.");
  }

  @Override
  public final List<String> createEnum(CreateEnumOp operation) {
    return List.of(createEnum(operation.type()));
  }

  @Override
  public List<String> dropEnum(DropEnumOp operation) {
    throw noEnumTypes();
  }

  @Override
  public List<String> addEnumValue(AddEnumValueOp operation) {
    throw noEnumTypes();
  }

  @Override
  public List<String> renameEnumValue(RenameEnumValueOp operation) {
    throw noEnumTypes();
  }

  @Override
  public List<String> replaceEnumValues(ReplaceEnumValuesOp operation) {
    throw noEnumTypes();
  }

  @Override
  public List<String> bulkInsert(BulkInsertOp operation) {
    String insert = "INSERT INTO " + quote(operation.table()) + " ("
        + quote(operation.columns().stream().map(Column::name).toList()) + ") VALUES ";
    List<String> statements = new ArrayList<>();
    for (List<@Nullable Object> row : operation.rows()) {
      statements.add(insert + "(" + values(operation.columns(), row) + ")");
    }
    return statements;
  }

  private String values(List<Column> columns, List<@Nullable Object> row) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Object value = row.get(i);
      values.add(
          value instanceof Expression expression && !(value instanceof Literal)
              ? expression(expression)
              : literal(value, columns.get(i).type()));
    }
    return String.join(", ", values);
  }

  @Override
  public final List<String> executeSql(ExecuteSqlOp operation) {
    return List.of(operation.sql());
  }

  @Override
  public final List<String> executeStatement(ExecuteStatementOp operation) {
    StringBuilder sql = new StringBuilder();
    for (var part : operation.statement().parts()) {
      if (!part.isName()) {
        sql.append(part.text());
      } else if (settings.literalBinds()) {
        sql.append(boundValue(operation, part.text()));
      } else {
        sql.append(':').append(part.text());
      }
    }
    return List.of(sql.toString());
  }

  private String boundValue(ExecuteStatementOp operation, String name) {
    Literal value = operation.statement().values().get(name);
    if (value == null) {
      throw MissingValues.of(operation.statement(), name);
    }
    return literal(value);
  }

  /**
   * Tells whether a table has to be built anew for a batch of operations; without what the table looks like that needs the
   * database.
   */
  public final boolean rebuilds(BatchAlterTableOp operation) {
    return operation.settings().recreate() == Recreate.ALWAYS
        || (operation.settings().recreate() == Recreate.AUTO
            && needsRebuild(operation.operations()));
  }

  /** Tells whether the database cannot make these changes in place. */
  protected boolean needsRebuild(List<MigrateOperation> changes) {
    return false;
  }

  /**
   * Returns the statements after which the numbers of a table's columns go on behind those of rows that were copied into it.
   */
  protected List<String> continueNumbering(Table table) {
    return List.of();
  }

  /** Returns the columns of a table that the database numbers. */
  final List<Name> numberedColumns(Table table) {
    return table.columns().stream()
        .filter(column -> column.identity() != null || isNumbered(column, table))
        .map(Column::name)
        .toList();
  }

  @Override
  public final List<String> batchAlterTable(BatchAlterTableOp operation) {
    if (rebuilds(operation)) {
      return new TableRebuild(this, operation).statements();
    }
    List<String> statements = new ArrayList<>();
    for (MigrateOperation change : operation.operations()) {
      statements.addAll(statements(change));
    }
    return statements;
  }

  /** Returns what an operation leaves behind when so many of its statements were executed and the next one failed. */
  public final Optional<Leftover> leftover(MigrateOperation operation, int done) {
    return operation instanceof BatchAlterTableOp batch && rebuilds(batch)
        ? new TableRebuild(this, batch).leftover(done)
        : Optional.empty();
  }

  @Override
  public final List<String> customOperation(CustomOperation operation) {
    throw new IllegalStateException(
        "an operation of the user's own is carried out by others: " + operation);
  }
}
