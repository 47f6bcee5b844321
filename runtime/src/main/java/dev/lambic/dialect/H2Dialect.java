package dev.lambic.dialect;

import dev.lambic.operations.ColumnChange;
import dev.lambic.schema.Column;
import dev.lambic.schema.Computed;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Identity;
import dev.lambic.schema.Name;
import dev.lambic.schema.SequenceOptions;
import dev.lambic.schema.ServerDefault;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** H2 2.x. The facts are those of its manual, "SQL Grammar" and "Advanced: Keywords". */
final class H2Dialect extends Dialect {
  private static final Set<String> RESERVED_WORDS = words("""
      all and any array as asymmetric authorization between both case cast check constraint
      cross current_catalog current_date current_path current_role current_schema current_time
      current_timestamp current_user day default distinct else end except exists false fetch for
      foreign from full group groups having hour if ilike in inner intersect interval is join
      key leading left like limit localtime localtimestamp minus minute month natural not null
      offset on or order over partition primary qualify range regexp right row rownum rows
      second select session_user set some symmetric system_user table to top trailing true
      uescape union unique unknown user using value values when where window with year _rowid_""");

  H2Dialect(DialectSettings settings) {
    super(settings);
  }

  @Override
  public Dialect with(DialectSettings changed) {
    return new H2Dialect(changed);
  }

  @Override
  public String id() {
    return "h2";
  }

  @Override
  public String productName() {
    return "H2";
  }

  @Override
  protected String urlPrefix() {
    return "jdbc:h2:";
  }

  @Override
  public String driverClass() {
    return "org.h2.Driver";
  }

  @Override
  public String driverArtifact() {
    return "com.h2database:h2";
  }

  @Override
  protected Set<String> reservedWords() {
    return RESERVED_WORDS;
  }

  @Override
  protected ScriptSyntax scriptSyntax() {
    return ScriptSyntax.h2();
  }

  @Override
  protected Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.ALTER_COLUMN,
        Capability.ALTER_CONSTRAINTS,
        Capability.COMMENTS,
        Capability.SCHEMAS,
        Capability.SEQUENCES,
        Capability.SCHEMA_WIDE_CONSTRAINT_NAMES);
  }

  /** H2 repeats the whole statement behind its message. */
  @Override
  public String messageOf(SQLException failure) {
    String message = super.messageOf(failure);
    int statement = message.indexOf("; SQL statement:");
    return statement < 0 ? message : message.substring(0, statement);
  }

  /** 42S03 and 42S04 say the same as 42S02, with candidates of a similar name or in an empty database. */
  @Override
  public boolean isMissingTable(SQLException failure) {
    String state = failure.getSQLState();
    return "42S02".equals(state) || "42S03".equals(state) || "42S04".equals(state);
  }

  /** Every DDL statement commits what came before it and itself. */
  @Override
  public List<String> remediesFor(SQLException failure) {
    return Remedies.h2(failure);
  }

  private static final Set<String> COMMITTING_WORDS = Set.of(
      "ALTER",
      "ANALYZE",
      "COMMENT",
      "COMMIT",
      "CREATE",
      "DROP",
      "GRANT",
      "REVOKE",
      "ROLLBACK",
      "RUNSCRIPT",
      "SET",
      "TRUNCATE");

  @Override
  protected Set<String> committingWords() {
    return COMMITTING_WORDS;
  }

  @Override
  protected int maxIdentifierLength() {
    return 256;
  }

  @Override
  protected boolean countsUtf16() {
    return true;
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
  public String doublePrecision(SqlType.DoubleType type) {
    return "DOUBLE PRECISION";
  }

  @Override
  public String array(SqlType.ArrayType type) {
    return typeSql(type.item()) + " ARRAY".repeat(type.dimensions());
  }

  /** A plain string would become a JSON string, not the document that it holds. */
  @Override
  protected String jsonLiteral(String document) {
    return "JSON " + literal(document);
  }

  @Override
  protected String collated(String type, @Nullable String collation) {
    if (collation != null) {
      throw cannot(
          "give a column a collation of its own", "set the collation of the whole database.");
    }
    return type;
  }

  /** H2 computes a column whenever its row is written, and has no word for it. */
  @Override
  protected String computedClause(Column column) {
    Computed computed = column.computed();
    if (computed == null) {
      return "";
    }
    if (Boolean.FALSE.equals(computed.persisted())) {
      throw cannot("compute a column when it is read", "leave 'virtual()' out.");
    }
    return " GENERATED ALWAYS AS (" + computed.sql() + ")";
  }

  /** What an update does is a matter of its own. */
  @Override
  protected List<String> defaultChanges(TableName table, ColumnChange change) {
    DefaultParts to = partsOf(change.to().serverDefault().value());
    DefaultParts from = partsOf(change.from().serverDefault().value());
    if (to.onUpdate() == null && from.onUpdate() == null) {
      return super.defaultChanges(table, change);
    }
    String alter = alterColumn(table, change.column());
    List<String> changes = new ArrayList<>();
    if (!Objects.equals(to.value(), from.value())) {
      changes.add(alter + (to.value() == null ? "DROP DEFAULT" : "SET DEFAULT " + to.value()));
    }
    if (!Objects.equals(to.onUpdate(), from.onUpdate())) {
      changes.add(
          alter + (to.onUpdate() == null ? "DROP ON UPDATE" : "SET ON UPDATE " + to.onUpdate()));
    }
    return changes;
  }

  private DefaultParts partsOf(@Nullable ServerDefault source) {
    return source instanceof Expression expression
        ? DefaultParts.parse(defaultSql(expression))
        : DefaultParts.parse(null);
  }

  /** Only where the numbers go on can be said later. */
  @Override
  protected boolean changesIdentity(@Nullable Identity from, @Nullable Identity to) {
    return from == null || to == null || to.start() == null || to.start().equals(from.start());
  }

  @Override
  protected Optional<String> alterIdentity(
      TableName table, ColumnChange change, @Nullable Identity to) {
    if (to == null) {
      return Optional.of(alterColumn(table, change.column()) + "DROP IDENTITY");
    }
    if (change.from().serverDefault().value() instanceof Identity from) {
      return changedIdentity(table, change.column(), from, to);
    }
    String alter = alterColumn(table, change.column());
    if (sequenceOptions(to.options()).isEmpty()) {
      return Optional.of(alter + "SET GENERATED " + (to.isAlways() ? "ALWAYS" : "BY DEFAULT"));
    }
    SqlType type = change.to().or(change.from()).type();
    if (type == null) {
      throw Refusals.incomplete(
          "Column '" + change.column() + "' can only become an identity column with options on h2"
              + " when its type is known.",
          "say 'existingType'.");
    }
    return Optional.of(alter + typeSql(type) + identityClause(to));
  }

  private Optional<String> changedIdentity(
      TableName table, Name column, Identity from, Identity to) {
    List<String> changes = new ArrayList<>();
    if (to.isAlways() != from.isAlways()) {
      changes.add("SET GENERATED " + (to.isAlways() ? "ALWAYS" : "BY DEFAULT"));
    }
    for (SequenceOptions changed : changedOptions(to.options(), from.options())) {
      if (changed.start() != null) {
        throw cannot(
            "change the number that an identity column starts with",
            "say with 'execute' where it goes on: ALTER COLUMN ... RESTART WITH.");
      }
      changes.add("SET " + sequenceOptions(changed));
    }
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(alterColumn(table, column) + String.join(" ", changes));
  }

  @Override
  protected String renameColumn(TableName table, Name column, Name newName) {
    return alterColumn(table, column) + "RENAME TO " + quote(newName);
  }

  /** 50200, LOCK_TIMEOUT_1; 40001 is a deadlock, which is over as soon as one has given way. */
  @Override
  public boolean isLockTimeout(SQLException failure) {
    return failure.getErrorCode() == 50200;
  }

  @Override
  protected LeaseLock.Clock clock() {
    String key = "SESSION_ID || '/' || CAST(EXTRACT(EPOCH FROM SESSION_START) AS BIGINT)";
    return new LeaseLock.Clock(
        "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) AS BIGINT)",
        "SELECT " + key + " FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()",
        "SELECT CASE WHEN EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS WHERE " + key
            + " = %s) THEN 1 WHEN (SELECT IS_ADMIN FROM INFORMATION_SCHEMA.USERS"
            + " WHERE USER_NAME = CURRENT_USER) THEN 0 END");
  }

  @Override
  protected List<SessionLimit> lockTimeouts() {
    return List.of(
        new SessionLimit("SELECT LOCK_TIMEOUT()", "SET LOCK_TIMEOUT %s", Duration.ofMillis(1)));
  }

  /** A zone would have to be converted, to that of the session. */
  @Override
  public String utcNow() {
    return "DATEADD('MILLISECOND', CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT),"
        + " TIMESTAMP '1970-01-01 00:00:00')";
  }

  @Override
  public boolean isAlreadyDone(SQLException failure) {
    return List.of(
            42101, 42102, 42103, 42104, 42111, 42112, 42121, 42122, 90017, 90035, 90036, 90045,
            90057, 90078, 90079)
        .contains(failure.getErrorCode());
  }

  /** The numbers of rows that bring their own do not count for the sequence. */
  @Override
  protected List<String> continueNumbering(Table table) {
    return numberedColumns(table).stream()
        .map(column -> alterColumn(table.name(), column) + "RESTART WITH (SELECT COALESCE(MAX("
            + quote(column) + "), 0) + 1 FROM " + quote(table.name()) + ")")
        .toList();
  }

  @Override
  protected boolean looksForReferentBesideTable() {
    return true;
  }

  @Override
  public Dialect connected(Connection connection) throws SQLException {
    return with(settings().defaultSchema(connection.getSchema()));
  }

  @Override
  protected Inspector inspector(@Nullable Connection connection) {
    return new H2Inspector(this, connection);
  }
}
