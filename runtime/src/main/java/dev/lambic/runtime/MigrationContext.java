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
import dev.lambic.operations.ScriptStatement;
import dev.lambic.script.RevisionMap;
import dev.lambic.script.ScriptDirectory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Runs migrations on one connection: knows the dialect, reads and writes the version table, begins and ends transactions.
 * Mirrors Alembic's {@code MigrationContext}. Not safe for use by several threads; several contexts may run side by side.
 *
 * <p>A subclass may override {@link #execute(String, ExecutionOptions)} to see or change every statement; what it does not
 * execute itself it hands to {@code super.execute}. An environment uses the subclass if {@link
 * ContextOptions.Builder#contextFactory} names its constructor.
 */
public class MigrationContext implements OperationTarget {
  private Dialect dialect;
  private final @Nullable Connection connection;
  private final @Nullable ScriptWriter script;
  private final ContextOptions options;
  private final @Nullable EnvironmentContext environmentContext;
  private final Transactions transactions;
  private final @Nullable RunGuard guard;
  private final StatementLog log = new StatementLog();
  private @Nullable List<OperationImplementation<?>> implementations;
  private @Nullable StepRecorder recorder;
  private final boolean transactionalDdl;
  private boolean isServerKnown;
  private List<String> lastHeads = List.of();
  private Map<String, Object> runArgs = Map.of();

  /**
   * Makes a context; {@link #configure(ContextOptions)} is the usual way.
   *
   * @param connection the live connection; see {@link ContextOptions.Builder#connection} for whose its transaction is. Null
   *     to write a script, to {@link ContextOptions.Builder#outputBuffer}
   * @param environmentContext the environment that the context is made for, or null when it stands alone
   * @throws EnvironmentException if options exclude each other
   */
  @SuppressWarnings("this-escape") // The guard asks nothing of a context before its first run.
  protected MigrationContext(
      Dialect dialect,
      @Nullable Connection connection,
      ContextOptions options,
      @Nullable EnvironmentContext environmentContext) {
    options.check();
    DialectSettings settings = options.dialectOpts();
    Optional<Rendering> rendering = options.rendering();
    this.dialect = rendering
        .map(Rendering::dialect)
        .orElseGet(() -> dialect.with(connection == null ? settings.offline() : settings));
    this.connection = connection;
    this.options = options;
    this.environmentContext = environmentContext;
    Boolean forced = options.transactionalDdl();
    this.transactionalDdl = forced == null ? this.dialect.hasTransactionalDdl() : forced;
    boolean onePerRun = transactionalDdl && !options.transactionPerMigration();
    if (connection == null) {
      ScriptLayout layout = options.scriptLayout(this.dialect.scriptLayout());
      this.script = rendering.isPresent()
          ? rendering.get()
          : new ScriptWriter(layout, options.requireOutput());
      this.transactions = new ScriptTransactions(script, transactionalDdl, onePerRun);
      this.guard = null;
    } else {
      this.script = null;
      this.transactions = new ConnectionTransactions(connection, this.dialect, onePerRun, log);
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
    return configure(options, (EnvironmentContext) null);
  }

  /**
   * Makes a context of a subclass that stands alone: {@code configure(options, AuditedContext::new)}.
   *
   * @throws EnvironmentException if the options lack a connection, or Lambic does not know its database
   */
  public static <C extends MigrationContext> C configure(
      ContextOptions options, ContextFactory<C> factory) {
    return configure(options, factory, null);
  }

  static MigrationContext configure(
      ContextOptions options, @Nullable EnvironmentContext environmentContext) {
    return configure(options, options.contextFactory(), environmentContext);
  }

  private static <C extends MigrationContext> C configure(
      ContextOptions options,
      ContextFactory<C> factory,
      @Nullable EnvironmentContext environmentContext) {
    Connection connection = options.connection();
    if (options.isOffline()) {
      Dialect dialect = connection == null ? options.requireDialect() : dialectOf(connection);
      return factory.create(dialect, null, options, environmentContext);
    }
    if (connection == null) {
      throw new EnvironmentException(
          Problem.of(ProblemId.MISSING_OPTION, "The context has no connection to run on.")
              .fix("give 'ContextOptions.builder()' a 'connection'.")
              .fix("give it an 'outputBuffer' and a 'dialectName', to write a script."));
    }
    return factory.create(dialectOf(connection), connection, options, environmentContext);
  }

  private static Dialect dialectOf(Connection connection) {
    try {
      return Dialects.of(connection);
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
  Optional<List<String>> readVersions() {
    if (connection == null) {
      List<String> start = options.startingRev();
      return Optional.of(script().map(known -> OfflineRange.idsOf(start, known)).orElse(start));
    }
    VersionTable table = options.versionTable();
    Savepoint before = transactions.beforeQuestion();
    Optional<List<String>> rows = readVersions(connection, table);
    transactions.afterQuestion(before, rows.isPresent());
    return rows;
  }

  private Optional<List<String>> readVersions(Connection connection, VersionTable table) {
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
    runMigrations(Map.of());
  }

  /**
   * The same as {@link #runMigrations()}, with something for the migrations.
   *
   * @param args what they get from {@code op.runArgs()}, and {@link ContextOptions.Builder#onVersionApply callbacks}
   */
  public void runMigrations(Map<String, Object> args) {
    runArgs = Collections.unmodifiableMap(new LinkedHashMap<>(args));
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

  /** Tells whether the database has the version table. Writes nothing. */
  public boolean hasVersionTable() {
    return connection != null && readVersions().isPresent();
  }

  /**
   * Creates the version table if it is missing; in a script, always.
   *
   * @return whether it was missing
   * @throws dev.lambic.error.MigrationException if it cannot be created
   */
  public boolean ensureVersionTable() {
    if (hasVersionTable()) {
      return false;
    }
    learnOfServer();
    createVersionTable();
    return true;
  }

  void createVersionTable() {
    try {
      invoke(new CreateTableOp(options.versionTable().definition()));
    } catch (MigrationException e) {
      throw Failures.versionTableNotCreated(options.versionTable(), e);
    }
  }

  private void run(MigrationsFunction migrations) {
    new MigrationRun(this, transactions, log, script, guard).run(migrations);
  }

  /**
   * Returns every step that has run on this database, the oldest first; none where there is no journal. Writes nothing.
   *
   * @throws EnvironmentException if the journal is there but cannot be read
   */
  public List<JournalEntry> journalEntries() {
    Journal journal = journal();
    try {
      return journal == null ? List.of() : journal.entries();
    } catch (SQLException e) {
      throw ResumeFailures.unavailable(dialect, options.journalTable(), e);
    }
  }

  /**
   * Works out what steps would execute on this database as it is. Executes nothing of theirs: the migrations run as they
   * do for a script, and what depends on what is in the database is not known.
   *
   * @throws MigrationException if another step was cut short, which has to go on before anything else runs
   * @throws EnvironmentException if the journal is there but cannot be read
   */
  public List<PlannedStep> plan(List<? extends MigrationStep> steps) {
    return new Planning(this, journal()).of(steps);
  }

  /** Returns a context that works out what this one would execute. */
  MigrationContext rendering(Rendering rendering) {
    MigrationContext apart = options
        .contextFactory()
        .create(dialect, null, options.rendering(rendering), environmentContext);
    apart.runArgs = runArgs;
    return apart;
  }

  /**
   * Returns the revisions that the database has been through and that would execute something else today, in the order in
   * which they were applied. Comments and white space don't count; what is not on record, or depends on what is in the
   * database, cannot be told and is left out. Writes nothing.
   *
   * @param script the history
   * @throws EnvironmentException if the journal is there but cannot be read
   */
  public List<ChangedRevision> changedSinceApplied(ScriptDirectory script) {
    return new Planning(this, journal()).changedSinceApplied(script.revisionMap());
  }

  /**
   * Has the journal say of the revisions of {@link #changedSinceApplied} that what they would execute today is what they
   * have executed.
   *
   * @param script the history
   * @return those revisions
   * @throws EnvironmentException if the journal is turned off, or cannot be written
   */
  public List<ChangedRevision> acceptChanged(ScriptDirectory script) {
    return settle(journal -> {
      List<ChangedRevision> changed = changedSinceApplied(script);
      for (ChangedRevision one : changed) {
        journal.writeHash(one.applied().step(), one.hash());
      }
      return changed;
    });
  }

  /**
   * Settles by hand how the step that was cut short is to count.
   *
   * @param script the history
   * @return the step
   * @throws MigrationException if no step was cut short
   */
  public JournalEntry resolve(ScriptDirectory script, Resolution resolution) {
    return settle(journal -> new Resolving(this, journal).resolve(script, resolution));
  }

  /** Something that is brought into order in the journal. */
  @FunctionalInterface
  private interface Settlement<T> {
    T in(Journal journal) throws SQLException;
  }

  private <T> T settle(Settlement<T> settlement) {
    Journal journal = journal();
    if (journal == null || guard == null) {
      throw new EnvironmentException(Problem.of(
              ProblemId.JOURNAL_UNAVAILABLE, "Without a journal there is nothing to resolve.")
          .fix("turn the journal on."));
    }
    guard.enter();
    T settled;
    try (ProxyTransaction transaction = transactions.begin(true)) {
      transactions.beforeStatement();
      settled = settlement.in(journal);
      transaction.commit();
    } catch (SQLException e) {
      EnvironmentException failure = ResumeFailures.unavailable(dialect, options.journalTable(), e);
      guard.leave(failure);
      throw failure;
    } catch (RuntimeException e) {
      guard.leave(e);
      throw e;
    }
    guard.leaveWhenRunEnds();
    return settled;
  }

  /** Returns the record of what runs; null where none is kept. */
  @Nullable
  Journal journal() {
    return connection == null || !options.journal()
        ? null
        : new Journal(connection, transactions, dialect, options.journalTable());
  }

  /** What the driver does not say is asked for only when there is something to do. */
  void learnOfServer() {
    if (connection == null || isServerKnown) {
      return;
    }
    try {
      dialect = dialect.connected(connection);
      isServerKnown = true;
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
    if (implementations == null) {
      implementations = Implementations.of(options.implementations());
    }
    return Implementations.run(implementations, operation, this, this::carryOut);
  }

  private long carryOut(MigrateOperation operation) {
    learnOfServer();
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
        JdbcStatements.execute(
            Objects.requireNonNull(connection), dialect, left.drop(), ExecutionOptions.DEFAULT);
        log.undone(left.statements());
        if (recorder != null) {
          recorder.undone(left.statements());
        }
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
    if (recorder != null) {
      recorder.beforeCommit();
    }
    transactions.suspended(body::run);
  }

  /**
   * Executes one SQL statement, inside the transaction at hand if there is one.
   *
   * @return how many rows it changed, as far as the database says; 0 for a statement that changes none
   * @throws dev.lambic.error.MigrationException if the database refuses it
   */
  public final long execute(String sql) {
    return execute(sql, ExecutionOptions.DEFAULT);
  }

  /**
   * Executes one SQL statement, inside the transaction at hand if there is one. Everything that the context executes comes
   * through here, the statements of migrations and of the version table.
   *
   * @return how many rows it changed, as far as the database says; 0 for a statement that changes none
   * @throws dev.lambic.error.MigrationException if the database refuses it
   */
  public long execute(String sql, ExecutionOptions executionOptions) {
    if (connection == null) {
      Objects.requireNonNull(script).statement(sql);
      return 1;
    }
    StepRecorder recording = recorder;
    boolean endsTransaction = dialect.endsTransaction(sql);
    OptionalLong before =
        recording == null ? OptionalLong.empty() : recording.before(sql, endsTransaction);
    if (before.isPresent()) {
      log.skipped();
      return before.getAsLong();
    }
    transactions.beforeStatement();
    long changed;
    try {
      changed = JdbcStatements.execute(
          connection, dialect, sql, executionOptions.within(options.limits(), dialect));
    } catch (MigrationException e) {
      if (recording != null && recording.wasDoneBefore(e)) {
        log.skipped();
        return 0;
      }
      log.failed(e.problem(), endsTransaction);
      throw e;
    }
    log.finished(sql, endsTransaction || !transactions.isOpen());
    if (recording != null) {
      recording.after(changed);
    }
    return changed;
  }

  /** Has everything written down that is executed from now on; null for nothing any more. */
  void record(@Nullable StepRecorder next) {
    recorder = next;
  }

  /**
   * Writes text into the script as it is, such as a comment: nothing is added but an empty line. Without a script it does
   * nothing.
   */
  public final void staticOutput(String text) {
    if (script != null) {
      script.text(text);
    }
  }

  @Override
  public final Map<String, Object> runArgs() {
    return runArgs;
  }

  @Override
  public final List<ScriptStatement> statementsOf(String script) {
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
              "The migration asks for a connection, but is only being written down.")
          .fix("run it against the database itself.")
          .fix("say in SQL what it does with the connection, with 'execute'."));
    }
    if (recorder != null) {
      recorder.takesConnection();
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

  /** Tells whether a script is written rather than a database changed. */
  public final boolean isOffline() {
    return connection == null;
  }

  /** Tells whether DDL is taken to be transactional: as the options say, or else the dialect. */
  public final boolean isTransactionalDdl() {
    return transactionalDdl;
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

  /** Returns the configuration of the environment that the context was made for, or nothing when it stands alone. */
  public final Optional<EnvironmentConfig> config() {
    return environmentContext().map(EnvironmentContext::config);
  }
}
