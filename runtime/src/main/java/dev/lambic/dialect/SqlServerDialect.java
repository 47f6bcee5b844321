package dev.lambic.dialect;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.operations.ColumnChange;
import dev.lambic.operations.ColumnFacts;
import dev.lambic.operations.Given;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.BulkInsertOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.operations.MigrateOperation.RenameTableOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Computed;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Constraint.Unique;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Identity;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SQL Server 2016 and newer. The facts are those of its Transact-SQL reference. */
final class SqlServerDialect extends Dialect {
  private static final Set<String> RESERVED_WORDS = words("""
      add all alter and any as asc authorization backup begin between break browse bulk by
      cascade case check checkpoint close clustered coalesce collate column commit compute
      constraint contains containstable continue convert create cross current current_date
      current_time current_timestamp current_user cursor database dbcc deallocate declare
      default delete deny desc disk distinct distributed double drop dump else end errlvl escape
      except exec execute exists exit external fetch file fillfactor for foreign freetext
      freetexttable from full function goto grant group having holdlock identity identity_insert
      identitycol if in index inner insert intersect into is join key kill left like lineno load
      merge national nocheck nonclustered not null nullif of off offsets on open opendatasource
      openquery openrowset openxml option or order outer over percent pivot plan precision
      primary print proc procedure public raiserror read readtext reconfigure references
      replication restore restrict return revert revoke right rollback rowcount rowguidcol rule
      save schema securityaudit select session_user set setuser shutdown some statistics
      system_user table tablesample textsize then to top tran transaction trigger truncate
      tsequal union unique unpivot update updatetext use user values varying view waitfor when
      where while with writetext""");

  SqlServerDialect(DialectSettings settings) {
    super(settings);
  }

  @Override
  public Dialect with(DialectSettings changed) {
    return new SqlServerDialect(changed);
  }

  @Override
  public String id() {
    return "mssql";
  }

  @Override
  public String productName() {
    return "Microsoft SQL Server";
  }

  @Override
  protected String urlPrefix() {
    return "jdbc:sqlserver:";
  }

  @Override
  public String driverClass() {
    return "com.microsoft.sqlserver.jdbc.SQLServerDriver";
  }

  @Override
  public String driverArtifact() {
    return "com.microsoft.sqlserver:mssql-jdbc";
  }

  @Override
  protected Set<String> reservedWords() {
    return RESERVED_WORDS;
  }

  @Override
  protected ScriptSyntax scriptSyntax() {
    return ScriptSyntax.sqlServer();
  }

  @Override
  protected Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.TRANSACTIONAL_DDL,
        Capability.ALTER_COLUMN,
        Capability.ALTER_CONSTRAINTS,
        Capability.COMMENTS,
        Capability.SCHEMAS,
        Capability.SEQUENCES,
        Capability.PARTIAL_INDEXES,
        Capability.SCHEMA_WIDE_CONSTRAINT_NAMES);
  }

  @Override
  public List<String> remediesFor(SQLException failure) {
    return Remedies.sqlServer(failure);
  }

  /** 208: invalid object name. */
  @Override
  public boolean isMissingTable(SQLException failure) {
    return failure.getErrorCode() == 208;
  }

  @Override
  public ScriptLayout scriptLayout() {
    return new ScriptLayout(";", "GO", "BEGIN TRANSACTION", false, "COMMIT");
  }

  @Override
  protected String quoted(String name) {
    return "[" + name.replace("]", "]]") + "]";
  }

  /** A schema may name a database in front of it. */
  @Override
  protected String quoteSchema(Name schema) {
    if (schema.quoting() != Name.Quoting.WHEN_NEEDED) {
      return quote(schema);
    }
    return Stream.of(schema.text().split("\\.", -1))
        .map(part -> part.isEmpty() ? "" : quote(Name.of(part)))
        .collect(Collectors.joining("."));
  }

  @Override
  protected String unicodeLiteral(String value) {
    return "N" + literal(value);
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
  protected String binaryLiteral(String hex) {
    return "0x" + hex;
  }

  @Override
  protected boolean hasNativeUuid() {
    return true;
  }

  @Override
  protected String nativeUuid() {
    return "UNIQUEIDENTIFIER";
  }

  /** BIT holds 0 and 1 alone. */
  @Override
  public String bool(SqlType.BooleanType type) {
    return "BIT";
  }

  @Override
  public String string(SqlType.StringType type) {
    String name = type.isUnicode() ? "NVARCHAR" : "VARCHAR";
    return collated(
        name + "(" + (type.length() == null ? "max" : type.length()) + ")", type.collation());
  }

  /** Since 2012 the large types of old give way to ones without a limit. */
  @Override
  public String text(SqlType.TextType type) {
    if (settings().isAtLeast(11)) {
      return string(new SqlType.StringType(type.length(), type.collation(), type.isUnicode()));
    }
    return collated(
        (type.isUnicode() ? "NTEXT" : "TEXT") + arguments(type.length()), type.collation());
  }

  @Override
  protected String collated(String type, @Nullable String collation) {
    return collation == null ? type : type + " COLLATE " + word("collation", collation);
  }

  /** Since 2008. */
  @Override
  public String date(SqlType.DateType type) {
    return settings().isAtLeast(10) ? "DATE" : "DATETIME";
  }

  /** Since 2008. */
  @Override
  public String time(SqlType.TimeType type) {
    return settings().isAtLeast(10) ? "TIME" : "DATETIME";
  }

  @Override
  public String dateTime(SqlType.DateTimeType type) {
    return type.timezone() ? "DATETIMEOFFSET" : "DATETIME";
  }

  @Override
  public String timestamp(SqlType.TimestampType type) {
    return "TIMESTAMP";
  }

  @Override
  public String largeBinary(SqlType.LargeBinaryType type) {
    return settings().isAtLeast(11)
        ? "VARBINARY(" + (type.length() == null ? "max" : type.length()) + ")"
        : "IMAGE";
  }

  @Override
  public String json(SqlType.JsonType type) {
    return "NVARCHAR(max)";
  }

  @Override
  public String nativeType(SqlType.NativeType type) {
    boolean isLong = type.arguments().isEmpty()
        && Set.of("VARCHAR", "NVARCHAR", "VARBINARY").contains(type.name());
    return isLong
        ? type.name() + "(max)" + (type.suffix().isEmpty() ? "" : " " + type.suffix())
        : super.nativeType(type);
  }

  @Override
  protected @Nullable String functionWithoutArguments(String name) {
    return switch (name) {
      case "now" -> "CURRENT_TIMESTAMP";
      case "current_date" -> "GETDATE()";
      default -> null;
    };
  }

  @Override
  protected String columnDefinition(Column column, Table table) {
    StringBuilder sql = new StringBuilder(quote(column.name()));
    Computed computed = column.computed();
    if (computed != null) {
      sql.append(" AS (").append(computed.sql()).append(')');
      sql.append(Boolean.TRUE.equals(computed.persisted()) ? " PERSISTED" : "");
    } else {
      sql.append(' ').append(typeSql(column.type()));
    }
    boolean isNumbered = isNumbered(column, table) || Boolean.TRUE.equals(column.autoincrement());
    boolean isNullable = table.isNullable(column)
        && !table.isInPrimaryKey(column)
        && column.sequence() == null
        && !Boolean.TRUE.equals(column.autoincrement())
        && column.identity() == null;
    if (!isNullable) {
      sql.append(" NOT NULL");
    } else if (computed == null) {
      sql.append(" NULL");
    }
    if (column.identity() != null) {
      return sql.append(identityClause(column.identity())).toString();
    }
    return sql.append(
            isNumbered && !isNumberedBySequence(column)
                ? identityOf(column)
                : defaultClause(column))
        .toString();
  }

  private String identityOf(Column column) {
    Long start = number(column, "identity_start");
    Long increment = number(column, "identity_increment");
    return identityClause(
        Identity.byDefault().with(SequenceOptions.NONE.start(start).increment(increment)));
  }

  private @Nullable Long number(Column column, String name) {
    Object value = option(column.options(), name).orElse(null);
    return value instanceof Number number ? (Long) number.longValue() : null;
  }

  @Override
  protected String identityClause(Identity identity) {
    Long start = identity.start();
    Long increment = identity.increment();
    return start == null && increment == null
        ? " IDENTITY"
        : " IDENTITY(" + (start == null ? 1 : start) + "," + (increment == null ? 1 : increment)
            + ")";
  }

  @Override
  protected String primaryKeyDefinition(PrimaryKey key) {
    return "PRIMARY KEY " + clustered(key.options()) + "(" + quote(key.columns()) + ")";
  }

  @Override
  protected String uniqueDefinition(Unique unique) {
    return "UNIQUE " + clustered(unique.options()) + "(" + quote(unique.columns()) + ")";
  }

  private String clustered(Options options) {
    return option(options, "clustered")
        .map(yes -> Boolean.TRUE.equals(yes) ? "CLUSTERED " : "NONCLUSTERED ")
        .orElse("");
  }

  @Override
  protected String indexStatement(Index index, boolean ifNotExists) {
    Options options = index.options();
    boolean isColumnStore =
        option(options, "columnstore").filter(Boolean.TRUE::equals).isPresent();
    return "CREATE " + (index.isUnique() ? "UNIQUE " : "") + clustered(options)
        + (isColumnStore ? "COLUMNSTORE " : "") + "INDEX " + quote(nameOf(index)) + " ON "
        + quote(index.table())
        + (index.elements().isEmpty() ? "" : " (" + String.join(", ", indexElements(index)) + ")")
        + option(options, "include").map(v -> " INCLUDE (" + names(v) + ")").orElse("")
        + option(options, "where").map(v -> " WHERE " + optionSql(v)).orElse("");
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
  public List<String> dropIndex(DropIndexOp operation) {
    return List.of(dropIndexWords(operation) + quote(droppedName(operation)) + " ON "
        + quote(droppedTable(operation)));
  }

  /** A column goes only when nothing hangs on it; what the server named itself is looked up. */
  @Override
  public List<String> dropColumn(DropColumnOp operation) {
    List<String> statements = new ArrayList<>();
    if (isSet(operation, "drop_default")) {
      statements.add(
          dropOfColumn(operation.table(), operation.column(), "sys.default_constraints"));
    }
    if (isSet(operation, "drop_check")) {
      statements.add(dropOfColumn(operation.table(), operation.column(), "sys.check_constraints"));
    }
    if (isSet(operation, "drop_foreign_key")) {
      statements.add(dropForeignKey(operation.table(), operation.column()));
    }
    statements.addAll(super.dropColumn(operation));
    return statements;
  }

  @Override
  protected String selectTriggers(TableName table) {
    return "SELECT name FROM sys.triggers WHERE parent_id = object_id(" + objectName(table)
        + ") ORDER BY name";
  }

  @Override
  protected List<String> knownOptions(OptionPlace place) {
    return switch (place) {
      case COLUMN -> List.of("identity_increment", "identity_start");
      case INDEX -> List.of("clustered", "columnstore", "include", "where");
      case PRIMARY_KEY, UNIQUE -> List.of("clustered");
      case DROP_COLUMN -> List.of("drop_check", "drop_default", "drop_foreign_key");
      case TABLE, CHECK, FOREIGN_KEY, EXCLUDE, ALTER_COLUMN -> List.of();
    };
  }

  /** A column whose type is written anew may hold NULL unless the statement says otherwise. */
  @Override
  protected List<Problem> warningsOf(MigrateOperation operation, boolean isRebuilt) {
    List<Problem> warnings = new ArrayList<>(super.warningsOf(operation, isRebuilt));
    if (!isRebuilt
        && operation instanceof AlterColumnOp alter
        && alter.change().to().type() != null
        && alter.change().to().or(alter.change().from()).nullable() == null) {
      warnings.add(Problem.of(
              ProblemId.UNSTATED_NULLABILITY,
              "Column '" + alter.change().column() + "' of table '" + alter.table()
                  + "' gets another type on mssql, and may hold NULL from then on.")
          .fix("say 'existingNullable' or 'nullable'."));
    }
    return warnings;
  }

  private boolean isSet(DropColumnOp operation, String name) {
    return option(operation.options(), name).filter(Boolean.TRUE::equals).isPresent();
  }

  private String dropOfColumn(TableName table, Name column, String catalogue) {
    return """
        declare @const_name varchar(256)
        select @const_name = QUOTENAME([name]) from %s
        where parent_object_id = object_id(%s)
        and col_name(parent_object_id, parent_column_id) = %s
        exec('alter table %s drop constraint ' + @const_name)""".formatted(
            catalogue, objectName(table), literal(column.text()), escaped(quote(table)));
  }

  private String dropForeignKey(TableName table, Name column) {
    return """
        declare @const_name varchar(256)
        select @const_name = QUOTENAME([name]) from
        sys.foreign_keys fk join sys.foreign_key_columns fkc
        on fk.object_id=fkc.constraint_object_id
        where fkc.parent_object_id = object_id(%s)
        and col_name(fkc.parent_object_id, fkc.parent_column_id) = %s
        exec('alter table %s drop constraint ' + @const_name)""".formatted(objectName(table), literal(column.text()), escaped(quote(table)));
  }

  /** The server takes a name apart at its points and brackets. */
  private String objectName(TableName table) {
    boolean isPlain = Pattern.matches("[^.\\[\\]\"]*", table.name().text())
        && (table.schema() == null
            || Pattern.matches("[^\\[\\]\"]*", table.schema().text()));
    return literal(isPlain ? table.toString() : quote(table));
  }

  /** Type and nullability are one statement, a default is a constraint, a name is a procedure's. */
  @Override
  protected List<String> columnChanges(TableName table, ColumnChange change) {
    ColumnFacts to = change.to();
    List<String> statements = new ArrayList<>();
    Given<ServerDefault> newDefault = to.serverDefault();
    Given<ServerDefault> oldDefault = change.from().serverDefault();
    if (newDefault.isGiven()) {
      refuseComputed(newDefault.value(), oldDefault.value());
      if (newDefault.value() instanceof Identity || oldDefault.value() instanceof Identity) {
        alterIdentity(table, change, null);
      }
      if (newDefault.value() == null || oldDefault.isGiven()) {
        statements.add(dropOfColumn(table, change.column(), "sys.default_constraints"));
      }
    }
    if (to.type() != null || to.nullable() != null) {
      statements.add(alterColumn(table, change.column()) + wholeColumn(change));
    }
    if (to.comment().isGiven()) {
      statements.add(columnComment(table, change));
    }
    if (newDefault.value() instanceof Expression expression) {
      statements.add(alterTable(table) + "ADD DEFAULT " + defaultSql(expression) + " FOR "
          + quote(change.column()));
    }
    if (change.newName() != null) {
      statements.add(renameColumn(table, change.column(), change.newName()));
    }
    return statements;
  }

  private String wholeColumn(ColumnChange change) {
    ColumnFacts whole = change.to().or(change.from());
    if (whole.type() == null) {
      throw Refusals.incomplete(
          "Column '" + change.column() + "' can only be changed on " + id()
              + " when its type is known.",
          "say 'existingType'.");
    }
    return typeSql(whole.type())
        + (whole.nullable() == null ? "" : whole.nullable() ? " NULL" : " NOT NULL");
  }

  @Override
  protected String renameColumn(TableName table, Name column, Name newName) {
    return "EXEC sp_rename " + literal(quote(table) + "." + quote(column)) + ", " + quote(newName)
        + ", 'COLUMN'";
  }

  @Override
  public List<String> renameTable(RenameTableOp operation) {
    return List.of(
        "EXEC sp_rename " + literal(quote(operation.table())) + ", " + quote(operation.newName()));
  }

  @Override
  protected String tableComment(TableName table, @Nullable String comment, boolean replaces) {
    return property("execute", comment, replaces, table, null);
  }

  @Override
  protected String newColumnComment(TableName table, Name column, String comment) {
    return property("execute", comment, false, table, column);
  }

  @Override
  protected String columnComment(TableName table, ColumnChange change) {
    boolean replaces = change.from().comment().value() != null;
    return property("exec", change.to().comment().value(), replaces, table, change.column());
  }

  /** A comment is an extended property of the object. */
  private String property(
      String execute,
      @Nullable String comment,
      boolean replaces,
      TableName table,
      @Nullable Name column) {
    String procedure = comment == null
        ? "sp_dropextendedproperty 'MS_Description'"
        : (replaces ? "sp_updateextendedproperty" : "sp_addextendedproperty")
            + " 'MS_Description', " + unicodeLiteral(comment);
    String declaration = "";
    String schema;
    if (table.schema() != null) {
      schema = quoteSchema(table.schema());
    } else if (settings().defaultSchema() != null) {
      schema = quote(Name.of(settings().defaultSchema()));
    } else {
      declaration = "declare @schema_name sysname = schema_name()\n";
      schema = "@schema_name";
    }
    return declaration + execute + " " + procedure + ", 'schema', " + schema + ", 'table', "
        + quote(table.name()) + (column == null ? "" : ", 'column', " + quote(column));
  }

  /** A script may set values of identity columns; through a connection that is the migration's to say. */
  @Override
  public List<String> bulkInsert(BulkInsertOp operation) {
    if (!settings().isOffline()) {
      return super.bulkInsert(operation);
    }
    List<String> statements = new ArrayList<>();
    String switchTo = "SET IDENTITY_INSERT " + quote(operation.table()) + " ";
    statements.add(switchTo + "ON");
    statements.addAll(super.bulkInsert(operation));
    statements.add(switchTo + "OFF");
    return statements;
  }

  @Override
  protected String outputOfInsert(Name column) {
    return " OUTPUT inserted." + quote(column);
  }

  @Override
  public Dialect connected(Connection connection) throws SQLException {
    return with(settings()
        .serverVersion(ServerVersions.of(connection))
        .defaultSchema(ServerVersions.ask(connection, "SELECT schema_name()")));
  }

  /** 1222: the time of SET LOCK_TIMEOUT is over. */
  @Override
  public boolean isLockTimeout(SQLException failure) {
    return failure.getErrorCode() == 1222;
  }

  /** The application lock of a session, or of the caller's transaction. */
  @Override
  public RunLock runLock(Connection connection, VersionTable table, boolean isCallersTransaction) {
    String name =
        "DECLARE @name nvarchar(255) = CONCAT('lambic:', CONVERT(varchar(32), HASHBYTES('MD5', CONCAT("
            + lockName(table, "SCHEMA_NAME()", ", ") + ")), 2)); DECLARE @result int; ";
    String owner = isCallersTransaction ? "Transaction" : "Session";
    return new NamedLock(
        "SET NOCOUNT ON; " + name
            + "EXEC @result = sp_getapplock @Resource = @name, @LockMode = 'Exclusive', @LockOwner = '"
            + owner + "', @LockTimeout = 0; "
            + "SELECT CASE WHEN @result >= 0 THEN 1 WHEN @result = -1 THEN 0 ELSE @result END, @@SPID",
        "SELECT @@SPID",
        """
        SELECT TOP 1 CONCAT('session ', s.session_id, ', user ', s.login_name, ', application ',
            s.program_name, ', from ', s.host_name, ', ', s.status)
        FROM sys.dm_tran_locks l JOIN sys.dm_exec_sessions s ON s.session_id = l.request_session_id
        WHERE l.resource_type = 'APPLICATION' AND l.resource_database_id = DB_ID()
            AND l.resource_description LIKE '%lambic:%'""",
        isCallersTransaction
            ? ""
            : "SET NOCOUNT ON; " + name
                + "EXEC @result = sp_releaseapplock @Resource = @name, @LockOwner = 'Session'; "
                + "SELECT CASE WHEN @result >= 0 THEN 1 ELSE 0 END");
  }

  @Override
  protected List<SessionLimit> lockTimeouts() {
    return List.of(
        new SessionLimit("SELECT @@LOCK_TIMEOUT", "SET LOCK_TIMEOUT %s", Duration.ofMillis(1)));
  }

  @Override
  public String utcNow() {
    return "SYSUTCDATETIME()";
  }

  @Override
  public String currentUser() {
    return "SUSER_SNAME()";
  }

  @Override
  public boolean isAlreadyDone(SQLException failure) {
    return List.of(1779, 1781, 1913, 2705, 2714, 3701, 3728, 4924, 15225)
        .contains(failure.getErrorCode());
  }

  @Override
  protected Inspector inspector(@Nullable Connection connection) {
    return new SqlServerInspector(this, connection);
  }
}
