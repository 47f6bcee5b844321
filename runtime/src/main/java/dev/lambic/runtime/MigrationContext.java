package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.DialectSettings;
import dev.lambic.dialect.Dialects;
import dev.lambic.dialect.Leftover;
import dev.lambic.dialect.ScriptLayout;
import dev.lambic.dialect.TableReader;
import dev.lambic.dialect.VersionTable;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.RevisionException;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.CustomOperation;
import dev.lambic.operations.OperationImplementation;
import dev.lambic.operations.OperationTarget;
import dev.lambic.operations.Operations;
import dev.lambic.script.RevisionMap;
import dev.lambic.script.ScriptDirectory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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
    } else {
      this.script = null;
      this.transactions = new ConnectionTransactions(connection, onePerRun);
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

  /** Returns the rows of the version table, or nothing when there is no such table. */
  private Optional<List<String>> readVersions() {
    VersionTable table = options.versionTable();
    if (connection == null) {
      return Optional.of(options.startingHeads());
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(dialect.selectVersions(table))) {
      List<String> heads = new ArrayList<>();
      while (rows.next()) {
        heads.add(rows.getString(1));
      }
      heads.sort(null);
      return Optional.of(List.copyOf(heads));
    } catch (SQLException e) {
      if (dialect.isMissingTable(e)) {
        return Optional.empty();
      }
      throw Failures.versionTableUnreadable(dialect, table, e);
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
    Optional<List<String>> rows = readVersions();
    List<String> heads = rows.orElse(List.of());
    run(options.migrations().steps(heads, this), heads, rows.isPresent());
  }

  /**
   * Makes the version table name a revision, without running a migration.
   *
   * @param revision a symbol; {@code base} empties the table
   * @throws RevisionException if it names no revision; nothing has been done then
   */
  public void stamp(ScriptDirectory script, String revision) {
    Optional<List<String>> rows = readVersions();
    List<String> heads = rows.orElse(List.of());
    RevisionMap map = script.revisionMap();
    List<StampStep> steps = script.stampPlan(List.of(revision), heads).stream()
        .map(move -> MigrationStep.stampFrom(map, move))
        .toList();
    inTransaction(() -> run(steps, heads, rows.isPresent()));
  }

  private void run(
      List<? extends MigrationStep> steps, List<String> heads, boolean versionTableExists) {
    if (steps.isEmpty()) {
      return;
    }
    HeadRows rehearsed = new HeadRows(heads);
    steps.forEach(rehearsed::advance);
    if (connection == null) {
      runSteps(steps, heads);
      return;
    }
    learnOfServer(connection);
    if (!versionTableExists) {
      createVersionTable();
    }
    runSteps(steps, heads);
  }

  /** What the driver does not say is asked for only when there is something to do. */
  private void learnOfServer(Connection live) {
    try {
      dialect = dialect.connected(live);
    } catch (SQLException e) {
      throw new EnvironmentException(
          Problem.of(ProblemId.CONNECTION_FAILED, "The server does not say how it reads SQL.")
              .with("database says", Failures.text(e))
              .fix("hand over a connection that is open, of a user who may run queries."),
          e);
    }
  }

  private void runSteps(List<? extends MigrationStep> steps, List<String> heads) {
    HeadMaintainer maintainer = new HeadMaintainer(this, heads);
    List<MigrationStep> done = new ArrayList<>();
    for (MigrationStep step : steps) {
      log.clear();
      ProxyTransaction transaction = transactions.begin(true);
      try {
        run(step, maintainer);
        transaction.commit();
      } catch (Throwable failure) {
        Transactions.Rollback rollback = transactions.rollback(failure);
        if (failure instanceof Error error && !(failure instanceof LinkageError)) {
          throw error;
        }
        throw new Failures(dialect, log, rollback).of(step, done, failure);
      }
      done.add(step);
      lastHeads = maintainer.heads();
    }
  }

  private void createVersionTable() {
    try {
      invoke(new CreateTableOp(options.versionTable().definition()));
    } catch (MigrationException e) {
      throw Failures.versionTableNotCreated(options.versionTable(), e);
    }
  }

  private void run(MigrationStep step, HeadMaintainer maintainer) throws Exception {
    long start = System.nanoTime();
    options.listener().stepStarted(step);
    if (script != null) {
      if (maintainer.heads().isEmpty()) {
        createVersionTable();
      }
      script.comment("Running " + step.shortLog());
    }
    step.migrationFunction().run(new Operations(this));
    maintainer.updateToStep(step);
    options
        .listener()
        .stepFinished(step, maintainer.heads(), Duration.ofNanos(System.nanoTime() - start));
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
        && dialect.rebuilds(batch)) {
      transactions.beforeStatement();
      complete = TableReader.complete(dialect, connection, batch);
    }
    dialect.warnings(complete).forEach(options.listener()::warned);
    long changed = 0;
    int done = 0;
    for (String sql : dialect.statements(complete)) {
      try {
        changed = execute(sql);
      } catch (MigrationException e) {
        cleanUp(complete, done, e);
        throw e;
      }
      done++;
    }
    return changed;
  }

  /** Where no rollback does it, takes away what an operation has left half made. */
  private void cleanUp(MigrateOperation operation, int done, MigrationException failure) {
    Optional<Leftover> leftover = transactions.isOpen() && dialect.hasTransactionalDdl()
        ? Optional.empty()
        : dialect.leftover(operation, done);
    try {
      leftover.ifPresent(left -> {
        JdbcStatements.execute(Objects.requireNonNull(connection), dialect, left.drop());
        log.undone(left.statements());
      });
    } catch (MigrationException e) {
      failure.addSuppressed(e);
    }
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
      changed = JdbcStatements.execute(connection, dialect, sql);
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
