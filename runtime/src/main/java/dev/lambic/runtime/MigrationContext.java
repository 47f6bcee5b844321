package dev.lambic.runtime;

import dev.lambic.dialect.Capability;
import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.DialectSettings;
import dev.lambic.dialect.Dialects;
import dev.lambic.dialect.ScriptLayout;
import dev.lambic.dialect.TableReader;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.RevisionException;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.operations.MigrateOperation.CustomOperation;
import dev.lambic.operations.OperationImplementation;
import dev.lambic.operations.OperationTarget;
import dev.lambic.operations.Operations;
import dev.lambic.script.RevisionMap;
import dev.lambic.script.ScriptDirectory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs migrations on one connection: knows the dialect, reads and writes the version table, begins and ends transactions.
 * Mirrors Alembic's {@code MigrationContext}. Not safe for use by several threads; several contexts may run side by side.
 *
 * <p>A subclass may override {@link #execute} to see or change every statement; what it does not execute itself it hands
 * to {@code super.execute}.
 */
public class MigrationContext implements OperationTarget {
  private Dialect dialect;
  private final @Nullable Connection connection;
  private final @Nullable ScriptWriter script;
  private final List<OperationImplementation<?>> implementations;
  private final ContextOptions options;
  private final @Nullable EnvironmentContext environmentContext;
  private final Transactions transactions;
  private final @Nullable RunGuard guard;
  private final StatementLog log = new StatementLog();
  private List<String> lastHeads = List.of();

  /**
   * Makes a context; {@link #configure(ContextOptions)} is the usual way.
   *
   * @param connection the live connection; see {@link ContextOptions.Builder#connection} for whose its transaction is. Null
   *     to write a script, to {@link ContextOptions.Builder#output}
   * @param environmentContext the environment that the context is made for, or null when it stands alone
   */
  protected MigrationContext(
      Dialect dialect,
      @Nullable Connection connection,
      ContextOptions options,
      @Nullable EnvironmentContext environmentContext) {
    DialectSettings settings = options.dialectSettings();
    this.dialect = dialect.with(connection == null ? settings.offline() : settings);
    this.connection = connection;
    this.options = options;
    this.environmentContext = environmentContext;
    this.implementations = Implementations.of(options.implementations());
    Boolean forced = options.transactionalDdl();
    boolean transactionalDdl = forced == null ? this.dialect.hasTransactionalDdl() : forced;
    boolean onePerRun = transactionalDdl && !options.transactionPerMigration();
    if (connection == null) {
      ScriptLayout layout = options.scriptLayout(this.dialect.scriptLayout());
      this.script = new ScriptWriter(layout, options.requireOutput());
      this.transactions = new ScriptTransactions(script, transactionalDdl, onePerRun);
      this.guard = null;
    } else {
      this.script = null;
      this.transactions = new ConnectionTransactions(connection, onePerRun);
      this.guard = new RunGuard(this, connection, transactions);
    }
  }

  /** Makes a context on a connection, with the default options. */
  public static MigrationContext configure(Connection connection) {
    return configure(ContextOptions.builder().connection(connection).build());
  }

  /**
   * Makes a context that stands alone.
   *
   * @throws EnvironmentException if the options lack a connection, or Lambic does not know its database
   */
  public static MigrationContext configure(ContextOptions options) {
    return configure(options, null);
  }

  static MigrationContext configure(
      ContextOptions options, @Nullable EnvironmentContext environmentContext) {
    Connection connection = options.connection();
    if (options.isOffline()) {
      return new MigrationContext(options.requireDialect(), null, options, environmentContext);
    }
    if (connection == null) {
      throw new EnvironmentException(
          Problem.of(ProblemId.MISSING_OPTION, "The context has no connection to run on.")
              .fix("give 'ContextOptions.builder()' a 'connection'.")
              .fix("give it an 'output' and a 'dialect', to write a script."));
    }
    try {
      return new MigrationContext(Dialects.of(connection), connection, options, environmentContext);
    } catch (SQLException e) {
      throw new EnvironmentException(
          Problem.of(
                  ProblemId.CONNECTION_FAILED,
                  "The connection does not say which database it leads to.")
              .with("database says", Failures.text(e))
              .fix("hand over a connection that is open."),
          e);
    }
  }

  /**
   * Returns the revision that the database stands on, or nothing when it stands on none. Writes nothing.
   *
   * @throws RevisionException if it stands on several
   */
  public Optional<String> getCurrentRevision() {
    List<String> heads = getCurrentHeads();
    if (heads.size() > 1) {
      throw new RevisionException(Problem.of(
              ProblemId.MULTIPLE_CURRENT_REVISIONS,
              "The database stands on " + heads.size() + " revisions, not on one.")
          .with("in database", String.join(", ", heads))
          .fix("ask for all of them: 'getCurrentHeads()'."));
    }
    return heads.stream().findFirst();
  }

  /**
   * Returns the rows of the version table, sorted; none when it does not exist. One query; writes nothing. For a script,
   * those that it starts from.
   *
   * @throws dev.lambic.error.MigrationException if the table exists but cannot be read
   */
  public List<String> getCurrentHeads() {
    return readVersions().orElse(List.of());
  }

  /**
   * Returns the rows of the version table, or nothing when there is no such table. That it is missing must not be the end
   * of a transaction at hand.
   */
  Optional<List<String>> readVersions() {
    if (connection == null) {
      return Optional.of(options.startingHeads());
    }
    try {
      boolean endsTransaction =
          transactions.isOpen() && dialect.supports(Capability.FAILURE_ABORTS);
      Savepoint before = endsTransaction ? connection.setSavepoint() : null;
      try {
        List<String> versions = queryVersions(connection);
        if (before != null) {
          connection.releaseSavepoint(before);
        }
        return Optional.of(versions);
      } catch (SQLException e) {
        if (!dialect.isMissingTable(e)) {
          throw e;
        }
        if (before != null) {
          connection.rollback(before);
        }
        return Optional.empty();
      }
    } catch (SQLException e) {
      throw Failures.versionTableUnreadable(dialect, options.versionTable(), e);
    }
  }

  private List<String> queryVersions(Connection live) throws SQLException {
    try (Statement statement = live.createStatement();
        ResultSet rows = statement.executeQuery(dialect.selectVersions(options.versionTable()))) {
      List<String> heads = new ArrayList<>();
      while (rows.next()) {
        heads.add(rows.getString(1));
      }
      heads.sort(null);
      return List.copyOf(heads);
    }
  }

  /**
   * Reads where the database stands, asks {@link ContextOptions#migrations} what is to do, and does it, step by step. When
   * that is nothing, the one query is all that happens; else the version table is created if it is missing. Each step
   * that is not already inside a transaction gets one of its own, which covers the version table too.
   *
   * @throws dev.lambic.error.MigrationException if a step fails; its problem says what was rolled back and what was not
   * @throws RevisionException if the plan cannot be made; nothing has been done then
   */
  public void runMigrations() {
    run(options.migrations());
  }

  /**
   * Makes the version table name a revision, without running a migration.
   *
   * @param revision a symbol; {@code base} empties the table
   * @throws RevisionException if it names no revision; nothing has been done then
   */
  public void stamp(ScriptDirectory script, String revision) {
    RevisionMap map = script.revisionMap();
    inTransaction(() -> run((heads, context) -> script.stampPlan(List.of(revision), heads).stream()
        .map(move -> MigrationStep.stampFrom(map, move))
        .toList()));
  }

  private void run(MigrationsFunction migrations) {
    new MigrationRun(this, transactions, log, script, guard).run(migrations);
  }

  /** What the driver does not say is asked for only when there is something to do. */
  void learnOfServer() {
    if (connection == null) {
      return;
    }
    try {
      dialect = dialect.connected(connection);
    } catch (SQLException e) {
      throw new EnvironmentException(
          Problem.of(ProblemId.CONNECTION_FAILED, "The server does not say how it reads SQL.")
              .with("database says", Failures.text(e))
              .fix("hand over a connection that is open, of a user who may run queries."),
          e);
    }
  }

  /** Notes the rows that a step has left. */
  void arrivedAt(List<String> heads) {
    lastHeads = heads;
  }

  @Override
  public final long invoke(MigrateOperation operation) {
    return Implementations.run(implementations, operation, this, this::carryOut);
  }

  private long carryOut(MigrateOperation operation) {
    if (operation instanceof CustomOperation custom) {
      custom.run(new Operations(this));
      return 0;
    }
    MigrateOperation complete = operation;
    if (operation instanceof BatchAlterTableOp batch
        && connection != null
        && batch.settings().copyFrom() == null
        && dialect.rebuilds(batch)) {
      complete = batch.copyFrom(TableReader.read(dialect, getBind(), batch));
    }
    long changed = 0;
    for (String sql : dialect.statements(complete)) {
      changed = execute(sql);
    }
    return changed;
  }

  /**
   * Runs something outside the transaction at hand: commits what came before, and begins a transaction anew behind it. One
   * of the caller's is left alone. Alembic's {@code autocommit_block}.
   */
  @Override
  public final void autocommitBlock(Runnable body) {
    transactions.suspended(body);
  }

  /**
   * Executes one SQL statement, inside the transaction at hand if there is one.
   *
   * @return how many rows it changed, as far as the database says; 0 for a statement that changes none
   * @throws dev.lambic.error.MigrationException if the database refuses it
   */
  public long execute(String sql) {
    if (connection == null) {
      Objects.requireNonNull(script).statement(sql);
      return 1;
    }
    transactions.beforeStatement();
    long changed;
    try {
      changed = JdbcStatements.execute(connection, dialect, options.limits(), sql);
    } catch (MigrationException e) {
      log.failed(dialect.endsTransaction(sql));
      throw e;
    }
    log.finished(sql, dialect.endsTransaction(sql) || !transactions.isOpen());
    return changed;
  }

  @Override
  public final List<String> statementsOf(String script) {
    return dialect.statementsOf(script);
  }

  /**
   * Begins a transaction around a whole run, if this context is to have one: where DDL is transactional and {@code
   * transactionPerMigration} is off. Otherwise, and inside a transaction of the caller's, the returned transaction does
   * nothing, and migrations get theirs one by one. The database sees it with the first statement.
   */
  public ProxyTransaction beginTransaction() {
    return transactions.begin(false);
  }

  /** Runs something in {@link #beginTransaction}: commits when it returns, rolls back when it throws. */
  public void inTransaction(Runnable body) {
    try (ProxyTransaction transaction = beginTransaction()) {
      body.run();
      transaction.commit();
    }
  }

  /**
   * Returns the connection, inside the transaction at hand if there is one.
   *
   * @throws MigrationException if there is none, because a script is being written
   */
  @Override
  public final Connection getBind() {
    if (connection == null) {
      throw new MigrationException(Problem.of(
              ProblemId.NEEDS_DATABASE,
              "The migration asks for a connection, but a script is being written.")
          .fix("run it against the database itself.")
          .fix("say in SQL what it does with the connection, with 'execute'."));
    }
    transactions.beforeStatement();
    log.leftTheContext();
    return connection;
  }

  /** Returns the rows of the version table as the last run left them; none before the first step has run. */
  public final List<String> lastHeads() {
    return lastHeads;
  }

  /** Returns the dialect of the database. */
  public final Dialect dialect() {
    return dialect;
  }

  /** Returns the options that the context was made with. */
  public final ContextOptions opts() {
    return options;
  }

  /** Returns the environment that the context was made for, or nothing when it stands alone. */
  public final Optional<EnvironmentContext> environmentContext() {
    return Optional.ofNullable(environmentContext);
  }

  /** Returns the history of the environment that the context was made for, or nothing when it stands alone. */
  public final Optional<ScriptDirectory> script() {
    return environmentContext().map(EnvironmentContext::script);
  }
}
