package dev.lambic.dialect;

import dev.lambic.error.Problem;
import dev.lambic.operations.ColumnChange;
import dev.lambic.operations.ColumnFacts;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.DropConstraintOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import dev.lambic.schema.TypeFamily;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQLite 3.35 and newer. The facts are those of "SQL As Understood By SQLite", "ALTER TABLE" and "Datatypes". */
final class SqliteDialect extends Dialect {
  private static final Set<String> RESERVED_WORDS = words("""
      add after all alter analyze and as asc attach autoincrement before begin between by
      cascade case cast check collate column commit conflict constraint create cross
      current_date current_time current_timestamp database default deferrable deferred delete
      desc detach distinct drop each else end escape except exclusive exists explain fail false
      for foreign from full glob group having if ignore immediate in index indexed initially
      inner insert instead intersect into is isnull join key left like limit match natural not
      nothing notnull null of offset on or order outer plan pragma primary query raise references
      reindex rename replace restrict right rollback row select set table temp temporary then to
      transaction trigger true union unique update using vacuum values view virtual when where""");

  SqliteDialect(DialectSettings settings) {
    super(settings);
  }

  @Override
  public Dialect with(DialectSettings changed) {
    return new SqliteDialect(changed);
  }

  @Override
  public String id() {
    return "sqlite";
  }

  @Override
  public String productName() {
    return "SQLite";
  }

  @Override
  protected String urlPrefix() {
    return "jdbc:sqlite:";
  }

  @Override
  public String driverClass() {
    return "org.sqlite.JDBC";
  }

  @Override
  public String driverArtifact() {
    return "org.xerial:sqlite-jdbc";
  }

  @Override
  protected Set<String> reservedWords() {
    return RESERVED_WORDS;
  }

  @Override
  protected ScriptSyntax scriptSyntax() {
    return ScriptSyntax.sqlite();
  }

  private static final Pattern PLAIN_DEFAULT = Pattern.compile("\\s*['\"(].*|\\w*", Pattern.DOTALL);

  /**
   * DDL can be rolled back, but Alembic's driver could not: its scripts have no transactions.
   */
  @Override
  protected Set<Capability> capabilities() {
    EnumSet<Capability> capabilities =
        EnumSet.of(Capability.EXPRESSION_INDEXES, Capability.PARTIAL_INDEXES);
    if (!settings().isOffline()) {
      capabilities.add(Capability.TRANSACTIONAL_DDL);
    }
    return capabilities;
  }

  /** SQLite has one code for every error in a statement. */
  @Override
  public boolean isMissingTable(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains("no such table:") || message.contains("unknown database");
  }

  @Override
  public List<String> remediesFor(SQLException failure) {
    return Remedies.sqlite(failure);
  }

  @Override
  protected Set<String> committingWords() {
    return Set.of("COMMIT", "ROLLBACK", "END");
  }

  /** There is no limit but that of a statement. */
  @Override
  protected int maxIdentifierLength() {
    return 9999;
  }

  @Override
  protected String trueLiteral() {
    return "1";
  }

  @Override
  protected String falseLiteral() {
    return "0";
  }

  @Override
  protected boolean fractionIsAlwaysWritten() {
    return true;
  }

  @Override
  protected boolean hasNativeBoolean() {
    return false;
  }

  @Override
  protected boolean hasIdentity() {
    return false;
  }

  /** The only integer of a primary key is the row's number by itself. */
  @Override
  protected String numberedClause() {
    return "";
  }

  @Override
  public String text(SqlType.TextType type) {
    return collated("TEXT" + arguments(type.length()), type.collation());
  }

  @Override
  public String floatingPoint(SqlType.FloatType type) {
    return "FLOAT";
  }

  @Override
  public String doublePrecision(SqlType.DoubleType type) {
    return "DOUBLE";
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

  /** A cast to JSON would make a number of the text. */
  @Override
  protected @Nullable String castType(SqlType type) {
    return type.family() == TypeFamily.JSON ? null : super.castType(type);
  }

  @Override
  protected @Nullable String functionWithoutArguments(String name) {
    return switch (name) {
      case "now" -> "CURRENT_TIMESTAMP";
      case "localtimestamp" -> "DATETIME(CURRENT_TIMESTAMP, 'localtime')";
      default -> null;
    };
  }

  @Override
  protected String nextValue(TableName sequence) {
    throw cannot("number rows by a sequence", "leave the default out: an integer key is numbered.");
  }

  @Override
  protected String columnDefinition(Column column, Table table) {
    if (Boolean.TRUE.equals(column.autoincrement())
        && table.isInPrimaryKey(column)
        && table.primaryKey().map(key -> key.columns().size() > 1).orElse(false)) {
      throw cannot(
          "number a column of a primary key that has several",
          "leave 'autoincrement' out, or make the column the whole key.");
    }
    StringBuilder sql = new StringBuilder(quote(column.name()));
    sql.append(' ').append(typeSql(column.type())).append(defaultClause(column));
    if (!table.isNullable(column)) {
      sql.append(" NOT NULL").append(onConflict(column.options(), "on_conflict_not_null"));
    }
    if (isKeyOfColumn(column, table)) {
      sql.append(" PRIMARY KEY").append(onConflict(column.options(), "on_conflict_primary_key"));
      sql.append(" AUTOINCREMENT");
    }
    return sql.append(computedClause(column)).toString();
  }

  /** AUTOINCREMENT can only be written with the column. */
  private boolean isKeyOfColumn(Column column, Table table) {
    return option(table.options(), "autoincrement").filter(Boolean.TRUE::equals).isPresent()
        && table.isInPrimaryKey(column)
        && table.primaryKey().map(key -> key.columns().size() == 1).orElse(false)
        && resolve(column.type()).family() == TypeFamily.INTEGER
        && table.foreignKeys().stream().noneMatch(key -> key.columns().contains(column.name()));
  }

  private String onConflict(Options options, String name) {
    return option(options, name)
        .map(action -> " ON CONFLICT " + word(name, action))
        .orElse("");
  }

  /** An expression stands in parentheses (CREATE TABLE, 3.2). */
  @Override
  protected String defaultSql(Expression expression) {
    String sql = super.defaultSql(expression);
    return PLAIN_DEFAULT.matcher(sql).matches() ? sql : "(" + sql + ")";
  }

  /** A table of another schema cannot be referred to. */
  @Override
  protected Optional<String> constraintOfNewTable(Constraint constraint, Table table) {
    if (constraint instanceof ForeignKey key
        && !Objects.equals(key.referent().schema(), table.name().schema())) {
      return Optional.empty();
    }
    if (constraint instanceof PrimaryKey
        && table.columns().stream().anyMatch(column -> isKeyOfColumn(column, table))) {
      return Optional.empty();
    }
    String columns = onConflictOfColumn(constraint, table);
    return Optional.of(constraintDefinition(constraint) + columns);
  }

  private String onConflictOfColumn(Constraint constraint, Table table) {
    String own = onConflict(constraint.options(), "on_conflict");
    if (!own.isEmpty() || constraint.columns().size() != 1) {
      return own;
    }
    String name = switch (constraint.kind()) {
      case PRIMARY_KEY -> "on_conflict_primary_key";
      case UNIQUE -> "on_conflict_unique";
      case CHECK, FOREIGN_KEY, EXCLUDE -> "";
    };
    return table
        .column(constraint.columns().get(0))
        .map(column -> name.isEmpty() ? "" : onConflict(column.options(), name))
        .orElse("");
  }

  @Override
  protected List<String> knownOptions(OptionPlace place) {
    return switch (place) {
      case TABLE -> List.of("autoincrement", "strict", "with_rowid");
      case COLUMN ->
        List.of("on_conflict_not_null", "on_conflict_primary_key", "on_conflict_unique");
      case INDEX -> List.of("where");
      case PRIMARY_KEY, UNIQUE, CHECK, FOREIGN_KEY -> List.of("on_conflict");
      case EXCLUDE, ALTER_COLUMN, DROP_COLUMN -> List.of();
    };
  }

  /** Outside a batch the check of a type stays away. */
  @Override
  protected List<Problem> warningsOf(MigrateOperation operation, boolean isRebuilt) {
    return !isRebuilt
            && operation instanceof AddColumnOp add
            && typeCheck(add.column(), add.table()).isPresent()
        ? List.of(ignored(
            "the check of the type of column '" + add.column().name() + "' in table '" + add.table()
                + "'",
            BATCH))
        : super.warningsOf(operation, isRebuilt);
  }

  @Override
  protected String tableOptions(Table table) {
    List<String> options = new ArrayList<>();
    if (option(table.options(), "with_rowid").filter(Boolean.FALSE::equals).isPresent()) {
      options.add("WITHOUT ROWID");
    }
    if (option(table.options(), "strict").filter(Boolean.TRUE::equals).isPresent()) {
      options.add("STRICT");
    }
    return options.isEmpty() ? "" : "\n " + String.join(",\n ", options);
  }

  /** The index bears the schema, the table does not. */
  @Override
  protected String indexStatement(Index index, boolean ifNotExists) {
    return "CREATE " + (index.isUnique() ? "UNIQUE " : "") + "INDEX "
        + (ifNotExists ? "IF NOT EXISTS " : "")
        + quote(index.table().sibling(nameOf(index))) + " ON "
        + quote(index.table().name()) + " ("
        + String.join(", ", indexElements(index)) + ")"
        + option(index.options(), "where")
            .map(where -> " WHERE " + optionSql(where))
            .orElse("");
  }

  /** A column with an index cannot be dropped ("ALTER TABLE DROP COLUMN"). */
  @Override
  protected List<MigrateOperation> dropsBefore(TableName table, Column dropped) {
    return indexOf(dropped, table)
        .<MigrateOperation>map(
            index -> new DropIndexOp(null, table, table.schema(), false, Options.NONE, index))
        .stream()
        .toList();
  }

  @Override
  protected List<String> columnChanges(TableName table, ColumnChange change) {
    if (change.to().comment().isGiven()) {
      return super.columnChanges(table, change); // refuses it
    }
    if (change.to().serverDefault().isGiven()) {
      alterDefault(table, change); // refuses what no database can do
    }
    if (!change.to().equals(ColumnFacts.NONE) && !isAutoincrementAlone(change)) {
      throw cannot("change a column in place", BATCH);
    }
    return change.newName() == null
        ? List.of()
        : List.of(renameColumn(table, change.column(), change.newName()));
  }

  private static boolean isAutoincrementAlone(ColumnChange change) {
    return change.to().withAutoincrement(null).equals(ColumnFacts.NONE);
  }

  @Override
  protected boolean addsTypeChecks() {
    return false;
  }

  @Override
  protected String addConstraint(TableName table, Constraint constraint) {
    throw cannot("add a constraint to a table that exists", BATCH);
  }

  @Override
  protected String dropConstraint(DropConstraintOp operation, @Nullable Name name) {
    throw cannot("drop a constraint", BATCH);
  }

  private static final String BATCH =
      "use 'batchAlterTable', which builds the table anew and copies its rows.";

  @Override
  protected String returningOfInsert(TableName table, Name column) {
    return " RETURNING " + quote(column);
  }

  /** Only columns with a plain default, and indexes, can be added in place. */
  @Override
  protected boolean needsRebuild(List<MigrateOperation> changes) {
    return changes.stream().anyMatch(change -> {
      if (change instanceof AddColumnOp add) {
        return needsRebuild(add.column());
      }
      return !(change instanceof CreateIndexOp || change instanceof DropIndexOp);
    });
  }

  private boolean needsRebuild(Column column) {
    Expression expression = column.defaultExpression();
    boolean hasPlainDefault = expression == null
        || (expression instanceof Expression.Literal literal && literal.value() instanceof String);
    boolean isStored =
        column.computed() != null && Boolean.TRUE.equals(column.computed().persisted());
    return !hasPlainDefault
        || isStored
        || column.isUnique()
        || !column.foreignKeys().isEmpty();
  }

  private String ofTable(TableName table) {
    String catalogue =
        (table.schema() == null ? "" : quote(table.schema()) + ".") + "sqlite_master";
    return " FROM " + catalogue + " WHERE tbl_name = " + literal(table.name().text())
        + " COLLATE NOCASE AND sql IS NOT NULL AND type = ";
  }

  @Override
  protected String selectTriggers(TableName table) {
    return "SELECT name" + ofTable(table) + "'trigger' ORDER BY name";
  }

  @Override
  protected void checkRebuild(Connection connection, TableName table) throws SQLException {
    super.checkRebuild(connection, table);
    refuseCascade(connection, table);
  }

  @Override
  protected Inspector inspector(@Nullable Connection connection) {
    return new SqliteInspector(this, connection);
  }

  /** Where foreign keys are enforced, dropping a table deletes its rows, and what refers to them. */
  private void refuseCascade(Connection connection, TableName table) throws SQLException {
    if (!ServerVersions.ask(connection, "PRAGMA foreign_keys").equals("1")) {
      return;
    }
    String referring = ServerVersions.ask(
        connection,
        "SELECT m.name FROM sqlite_master m, pragma_foreign_key_list(m.name) k WHERE m.type ="
            + " 'table' AND m.name <> " + literal(table.name().text()) + " AND k.\"table\" = "
            + literal(table.name().text()) + " COLLATE NOCASE ORDER BY m.name");
    if (!referring.isEmpty()) {
      throw cannot(
          "build table '" + table + "' anew while foreign keys are enforced: table '" + referring
              + "' refers to it, and its rows would go or keep the old one from going",
          "open the connection with 'foreign_keys=off' in the URL for the run.");
    }
  }

  /** SQLITE_BUSY and SQLITE_LOCKED, with the reasons that some builds add in the higher bits. */
  @Override
  public boolean isLockTimeout(SQLException failure) {
    return (failure.getErrorCode() & 0xff) == 5 || (failure.getErrorCode() & 0xff) == 6;
  }

  @Override
  protected LeaseLock.Clock clock() {
    return new LeaseLock.Clock("CAST(strftime('%s', 'now') AS INTEGER)", null, null);
  }

  @Override
  protected List<SessionLimit> lockTimeouts() {
    return List.of(
        new SessionLimit("PRAGMA busy_timeout", "PRAGMA busy_timeout = %s", Duration.ofMillis(1)));
  }

  /** Its driver takes the time of a statement for the time to wait for locks. */
  @Override
  protected boolean hasDriverTimeout() {
    return false;
  }

  @Override
  public String utcNow() {
    return "strftime('%Y-%m-%d %H:%M:%f', 'now')";
  }

  @Override
  public String currentUser() {
    return "NULL";
  }

  @Override
  public boolean isAlreadyDone(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains("already exists")
        || message.contains("duplicate column")
        || message.contains("no such ");
  }
}
