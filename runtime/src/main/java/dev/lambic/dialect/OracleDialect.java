package dev.lambic.dialect;

import dev.lambic.error.Problem;
import dev.lambic.operations.ColumnChange;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Computed;
import dev.lambic.schema.Constraint.ForeignKey;
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
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Oracle Database 12.2 and newer. The facts are those of its "SQL Language Reference". */
final class OracleDialect extends Dialect {
  private static final Set<String> RESERVED_WORDS = words("""
      all alter and any as asc between by char check cluster comment compress connect create
      current date decimal default delete desc distinct drop else exclusive exists float for
      from grant group having identified in index insert integer intersect into is level like
      lock long minus mode nocompress not nowait null number of on option or order pctfree prior
      public raw rename resource revoke select set share size smallint start synonym table then
      to trigger uid union unique update user values varchar varchar2 view where with""");

  OracleDialect(DialectSettings settings) {
    super(settings);
  }

  @Override
  public Dialect with(DialectSettings changed) {
    return new OracleDialect(changed);
  }

  @Override
  public String id() {
    return "oracle";
  }

  @Override
  public String productName() {
    return "Oracle";
  }

  @Override
  protected String urlPrefix() {
    return "jdbc:oracle:";
  }

  @Override
  public String driverClass() {
    return "oracle.jdbc.OracleDriver";
  }

  @Override
  public String driverArtifact() {
    return "com.oracle.database.jdbc:ojdbc11";
  }

  @Override
  protected Set<String> reservedWords() {
    return RESERVED_WORDS;
  }

  @Override
  protected ScriptSyntax scriptSyntax() {
    return ScriptSyntax.oracle();
  }

  private static final Pattern DELETE_ACTIONS = Pattern.compile("[A-Za-z ]+");

  @Override
  protected Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.ALTER_COLUMN,
        Capability.ALTER_CONSTRAINTS,
        Capability.COMMENTS,
        Capability.SEQUENCES,
        Capability.EXPRESSION_INDEXES,
        Capability.SCHEMA_WIDE_CONSTRAINT_NAMES);
  }

  /** ORA-00942: table or view does not exist. */
  @Override
  public boolean isMissingTable(SQLException failure) {
    return failure.getErrorCode() == 942;
  }

  /** Every DDL statement commits what came before it and itself. */
  @Override
  public List<String> remediesFor(SQLException failure) {
    return Remedies.oracle(failure);
  }

  private static final Set<String> COMMITTING_WORDS = Set.of(
      "ALTER",
      "ANALYZE",
      "AUDIT",
      "COMMENT",
      "COMMIT",
      "CREATE",
      "DROP",
      "FLASHBACK",
      "GRANT",
      "NOAUDIT",
      "PURGE",
      "RENAME",
      "REVOKE",
      "ROLLBACK",
      "TRUNCATE");

  @Override
  protected Set<String> committingWords() {
    return COMMITTING_WORDS;
  }

  @Override
  public ScriptLayout scriptLayout() {
    return new ScriptLayout("", "/", "SET TRANSACTION READ WRITE", true, "COMMIT");
  }

  @Override
  protected int lengthOf(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  protected boolean underscoreMayBegin() {
    return false;
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
  protected boolean hasNativeBoolean() {
    return false;
  }

  @Override
  protected String binaryLiteral(String hex) {
    return "HEXTORAW('" + hex + "')";
  }

  @Override
  protected boolean hasNativeInterval() {
    return true;
  }

  @Override
  protected String intervalLiteral(String seconds) {
    return "NUMTODSINTERVAL(" + seconds + ", 'SECOND')";
  }

  @Override
  protected String dateLiteral(String date) {
    return "TO_DATE('" + date + "', 'YYYY-MM-DD')";
  }

  @Override
  protected String dateTimeLiteral(String moment) {
    return moment.indexOf('.') < 0
        ? "TO_DATE('" + moment + "', 'YYYY-MM-DD HH24:MI:SS')"
        : "TO_TIMESTAMP('" + moment + "', 'YYYY-MM-DD HH24:MI:SS.FF')";
  }

  @Override
  protected String selectTriggers(TableName table) {
    String owner = table.schema() == null
        ? "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')"
        : literal(stored(table.schema()));
    return "SELECT trigger_name FROM all_triggers WHERE table_name = "
        + literal(stored(table.name())) + " AND table_owner = " + owner + " ORDER BY trigger_name";
  }

  @Override
  protected String zonedLiteral(String moment, String offset) {
    String fraction = moment.indexOf('.') < 0 ? "" : ".FF";
    return "TO_TIMESTAMP_TZ('" + moment + " " + offset + "', 'YYYY-MM-DD HH24:MI:SS" + fraction
        + " TZH:TZM')";
  }

  @Override
  public String bigInteger(SqlType.BigIntegerType type) {
    return "NUMBER(19)";
  }

  /** FLOAT counts binary digits here, and a generic precision decimal ones. */
  @Override
  public String floatingPoint(SqlType.FloatType type) {
    if (type.precision() != null) {
      throw Refusals.type(
          id(),
          "a floating-point number of " + type.precision() + " decimal digits",
          "use 'OracleTypes.floatingPoint(binaryPrecision)' on this database.");
    }
    return "FLOAT";
  }

  @Override
  public String bool(SqlType.BooleanType type) {
    return "SMALLINT";
  }

  /** Lengths are in characters, not bytes; a column has no collation of its own. */
  @Override
  public String string(SqlType.StringType type) {
    return type.length() == null ? "VARCHAR2" : "VARCHAR2(" + type.length() + " CHAR)";
  }

  @Override
  protected String enumAsString(int width) {
    return "VARCHAR(" + Math.max(width, 1) + " CHAR)";
  }

  @Override
  public String text(SqlType.TextType type) {
    return "CLOB";
  }

  @Override
  public String time(SqlType.TimeType type) {
    return "TIME";
  }

  @Override
  public String dateTime(SqlType.DateTimeType type) {
    return "DATE";
  }

  @Override
  public String json(SqlType.JsonType type) {
    throw Refusals.type(
        id(),
        "JSON that every version knows",
        "use 'text()' or 'type(\"JSON\")' on this database.");
  }

  @Override
  public String nativeType(SqlType.NativeType type) {
    if (type.name().equals("VARCHAR") && type.arguments().size() == 1) {
      return "VARCHAR(" + type.arguments().get(0) + " CHAR)";
    }
    if (type.name().equals("NVARCHAR")) {
      return "NVARCHAR2" + arguments(type.arguments().toArray());
    }
    return super.nativeType(type);
  }

  @Override
  protected @Nullable String functionWithoutArguments(String name) {
    return switch (name) {
      case "now" -> "CURRENT_TIMESTAMP";
      case "sysdate", "uid" -> name;
      default -> null;
    };
  }

  @Override
  protected String nextValue(TableName sequence) {
    return quote(sequence) + ".nextval";
  }

  /** Before version 12 a sequence and a trigger number a column; what is said of the key alone does not. */
  @Override
  protected String numberedClause() {
    return "";
  }

  @Override
  protected String computedClause(Column column) {
    Computed computed = column.computed();
    if (computed != null && Boolean.TRUE.equals(computed.persisted())) {
      throw cannot("store a computed column", "use 'virtual()'.");
    }
    return super.computedClause(column);
  }

  @Override
  protected String identityClause(Identity identity) {
    String options = sequenceOptions(identity.options());
    return " GENERATED " + (identity.isAlways() ? "ALWAYS" : "BY DEFAULT")
        + (identity.onNull() ? " ON NULL" : "") + " AS IDENTITY"
        + (options.isEmpty() ? "" : " (" + options + ")");
  }

  @Override
  protected String sequenceOptions(SequenceOptions options) {
    String common = super.sequenceOptions(options)
        .replace("NO MINVALUE", "NOMINVALUE")
        .replace("NO MAXVALUE", "NOMAXVALUE")
        .replace("NO CYCLE", "NOCYCLE");
    String order = options.order() == null ? "" : options.order() ? " ORDER" : " NOORDER";
    return (common + order).strip();
  }

  @Override
  protected Pattern deleteActions() {
    return DELETE_ACTIONS;
  }

  /** There is no ON UPDATE. */
  @Override
  protected String onUpdate(ForeignKey key) {
    return "";
  }

  @Override
  protected List<String> knownOptions(OptionPlace place) {
    return switch (place) {
      case TABLE -> List.of("compress", "on_commit", "tablespace");
      case INDEX -> List.of("bitmap", "compress");
      case COLUMN, PRIMARY_KEY, UNIQUE, CHECK, FOREIGN_KEY, EXCLUDE, ALTER_COLUMN, DROP_COLUMN ->
        List.of();
    };
  }

  /** ON UPDATE is not written: Oracle has no such thing. */
  @Override
  protected List<Problem> warningsOf(MigrateOperation operation, boolean isRebuilt) {
    List<Problem> warnings = new ArrayList<>(super.warningsOf(operation, isRebuilt));
    for (ForeignKey key : foreignKeysOf(operation)) {
      if (key.onUpdate() != null) {
        warnings.add(ignored(
            "ON UPDATE " + key.onUpdate().sql() + " of the foreign key to '" + key.referent() + "'",
            "leave 'onUpdate' out on this database, or use a trigger."));
      }
    }
    return warnings;
  }

  private static List<ForeignKey> foreignKeysOf(MigrateOperation operation) {
    if (operation instanceof CreateTableOp create) {
      return create.table().foreignKeys();
    }
    if (operation instanceof AddColumnOp add) {
      return add.column().foreignKeys();
    }
    return operation instanceof AddConstraintOp add && add.constraint() instanceof ForeignKey key
        ? List.of(key)
        : List.of();
  }

  @Override
  protected String tableOptions(Table table) {
    Options options = table.options();
    StringBuilder sql = new StringBuilder();
    option(options, "on_commit")
        .ifPresent(v -> sql.append("\n ON COMMIT ")
            .append(v.toString().replace('_', ' ').toUpperCase(Locale.ROOT)));
    option(options, "compress")
        .ifPresent(v -> sql.append(
            Boolean.TRUE.equals(v)
                ? "\n COMPRESS"
                : Boolean.FALSE.equals(v) ? "" : "\n COMPRESS FOR " + v));
    option(options, "tablespace").ifPresent(v -> sql.append("\n TABLESPACE ").append(names(v)));
    return sql.toString();
  }

  @Override
  protected String indexStatement(Index index, boolean ifNotExists) {
    boolean isBitmap =
        option(index.options(), "bitmap").filter(Boolean.TRUE::equals).isPresent();
    return "CREATE " + (index.isUnique() ? "UNIQUE " : "") + (isBitmap ? "BITMAP " : "") + "INDEX "
        + quote(index.table().sibling(nameOf(index))) + " ON " + quote(index.table()) + " ("
        + String.join(", ", indexElements(index)) + ")" + compress(index.options());
  }

  private String compress(Options options) {
    return option(options, "compress")
        .map(value -> Boolean.TRUE.equals(value)
            ? " COMPRESS"
            : Boolean.FALSE.equals(value) ? "" : " COMPRESS " + value)
        .orElse("");
  }

  @Override
  protected boolean hasCreateIndexIfNotExists() {
    return false;
  }

  @Override
  protected boolean hasAddColumnIfNotExists() {
    return false;
  }

  @Override
  protected String addColumnWords() {
    return "ADD ";
  }

  @Override
  protected String alterColumn(TableName table, Name column) {
    return alterTable(table) + "MODIFY " + quote(column) + " ";
  }

  @Override
  protected String alterNullable(TableName table, Name column, boolean allowed) {
    return alterColumn(table, column) + (allowed ? "NULL" : "NOT NULL");
  }

  @Override
  protected String alterDefault(TableName table, Name column, @Nullable Expression to) {
    return alterColumn(table, column) + "DEFAULT " + (to == null ? "NULL" : defaultSql(to));
  }

  @Override
  protected boolean changesIdentity(@Nullable Identity from, @Nullable Identity to) {
    return true;
  }

  @Override
  protected Optional<String> alterIdentity(
      TableName table, ColumnChange change, @Nullable Identity to) {
    String alter = alterColumn(table, change.column());
    return Optional.of(
        alter + (to == null ? "DROP IDENTITY" : identityClause(to).strip()));
  }

  @Override
  protected String alterType(TableName table, ColumnChange change, SqlType to) {
    return alterColumn(table, change.column()) + typeSql(to);
  }

  /** An empty comment is none. */
  @Override
  protected String commentLiteral(@Nullable String comment) {
    return literal(comment == null ? "" : comment);
  }

  /** ORA-00054 with NOWAIT or ddl_lock_timeout, ORA-30006 with WAIT. */
  @Override
  public boolean isLockTimeout(SQLException failure) {
    return failure.getErrorCode() == 54 || failure.getErrorCode() == 30006;
  }

  /** The lock of a session, if the user may execute DBMS_LOCK; a row otherwise. */
  @Override
  public RunLock runLock(Connection connection, VersionTable table, boolean isCallersTransaction)
      throws SQLException {
    String id = "ORA_HASH(" + lockName(table, "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')", " || ")
        + ", 1073741823)";
    String mayLock = "SELECT COUNT(*) FROM ALL_PROCEDURES WHERE OWNER = 'SYS'"
        + " AND OBJECT_NAME = 'DBMS_LOCK' AND PROCEDURE_NAME = 'REQUEST'";
    if (ServerVersions.ask(connection, mayLock).equals("0")) {
      return super.runLock(connection, table, isCallersTransaction);
    }
    return new NamedLock(
        "SELECT CASE SYS.DBMS_LOCK.REQUEST(" + id + ", 6, 0)"
            + " WHEN 0 THEN 1 WHEN 4 THEN 1 WHEN 1 THEN 0 ELSE -1 END, SYS_CONTEXT('USERENV', 'SID') FROM DUAL",
        "SELECT SYS_CONTEXT('USERENV', 'SID') FROM DUAL",
        "SELECT 'another session' FROM DUAL",
        "SELECT CASE SYS.DBMS_LOCK.RELEASE(" + id + ") WHEN 0 THEN 1 ELSE 0 END FROM DUAL");
  }

  @Override
  protected LeaseLock.Clock clock() {
    return new LeaseLock.Clock(
        "ROUND((CAST(SYS_EXTRACT_UTC(SYSTIMESTAMP) AS DATE) - DATE '1970-01-01') * 86400)",
        null,
        null);
  }

  /** What it was can only be seen with rights that few users have; its default is 0. */
  @Override
  protected List<SessionLimit> lockTimeouts() {
    return List.of(new SessionLimit(
        "SELECT 0 FROM DUAL", "ALTER SESSION SET ddl_lock_timeout = %s", Duration.ofSeconds(1)));
  }

  @Override
  public String utcNow() {
    return "SYS_EXTRACT_UTC(SYSTIMESTAMP)";
  }

  @Override
  public String currentUser() {
    return "USER";
  }

  @Override
  public boolean isAlreadyDone(SQLException failure) {
    return List.of(904, 942, 955, 1408, 1418, 1430, 2260, 2261, 2264, 2275, 2289, 2443)
        .contains(failure.getErrorCode());
  }

  @Override
  protected Inspector inspector(@Nullable Connection connection) {
    return new OracleInspector(this, connection);
  }
}
