package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.script.ScriptDirectory;
import java.sql.Connection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Environment} works with: the configuration, the history, and the context that it configures. Mirrors
 * Alembic's {@code EnvironmentContext}, which is the {@code context} of its {@code env.py}.
 */
public final class EnvironmentContext {
  private final EnvironmentConfig config;
  private final ScriptDirectory script;
  private final ContextOptions startedWith;
  private ContextOptions options;
  private @Nullable MigrationContext context;

  /**
   * Makes the context of one run.
   *
   * @param migrations what the run has to do, once it is known where the database stands
   */
  public EnvironmentContext(
      EnvironmentConfig config, ScriptDirectory script, MigrationsFunction migrations) {
    this(config, script, ContextOptions.builder().migrations(migrations).build());
  }

  /**
   * Makes the context of one run.
   *
   * @param options what the command says of the run, on top of the configuration: what it has to do, whether it writes a
   *     script and from where to where
   */
  public EnvironmentContext(
      EnvironmentConfig config, ScriptDirectory script, ContextOptions options) {
    this.config = config;
    this.script = script;
    this.startedWith = config.contextOptions().startedWith(options);
    this.options = startedWith;
  }

  /** Returns the configuration that the run was started with. */
  public EnvironmentConfig config() {
    return config;
  }

  /** Returns the history. */
  public ScriptDirectory script() {
    return script;
  }

  /** Returns the options of the context that was configured last; before that, those that the run was started with. */
  public ContextOptions contextOpts() {
    return options;
  }

  /** Tells whether the run writes a script instead of changing a database. */
  public boolean isOfflineMode() {
    return startedWith.isOffline();
  }

  /** Tells whether the run needs a connection; it does unless it is {@link #isOfflineMode}. */
  public boolean requiresConnection() {
    return !isOfflineMode();
  }

  /**
   * Returns the id of the one head of the history; nothing if the history is empty.
   *
   * @throws dev.lambic.error.MultipleHeadsException if there are several
   */
  public Optional<String> getHeadRevision() {
    return script.getCurrentHead();
  }

  /** Returns the ids of all heads of the history. */
  public List<String> getHeadRevisions() {
    return script.asRevisionNumber("heads");
  }

  /**
   * Returns the ids of the revisions that a script starts from; none for base.
   *
   * @throws EnvironmentException if no script is written: a database says itself where it stands
   */
  public List<String> getStartingRevisionArgument() {
    if (!options.isOffline()) {
      throw new EnvironmentException(
          Problem.of(ProblemId.MISSING_OPTION, "The run has no starting revision.")
              .fix("ask for it only in a run that writes a script; else ask 'getCurrentHeads()'."));
    }
    return OfflineRange.idsOf(options.startingRev(), script);
  }

  /**
   * Returns the ids of the revisions that the command leads to; none for base, and for commands that lead nowhere.
   *
   * @throws dev.lambic.error.RevisionException if the target counts steps from where the database stands: {@code +2}
   */
  public List<String> getRevisionArgument() {
    return OfflineRange.idsOf(options.destinationRev(), script);
  }

  /** Returns the tag of the run, if it was given one. */
  public Optional<String> getTagArgument() {
    return options.tag();
  }

  /** Returns what the run was given for its environment, as it was given: {@code tenant=acme}. Alembic's {@code -x}. */
  public List<String> getXArgument() {
    return config.xArguments();
  }

  /** Returns the same by its keys, in order; what has no {@code =} has an empty value. */
  public Map<String, String> getXArgumentAsMap() {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (String argument : config.xArguments()) {
      int equals = argument.indexOf('=');
      arguments.put(
          equals < 0 ? argument : argument.substring(0, equals),
          equals < 0 ? "" : argument.substring(equals + 1));
    }
    return Collections.unmodifiableMap(arguments);
  }

  /**
   * Configures the context for the next {@link #runMigrations}; may be called again, for another database. What the options
   * leave out is as the configuration has it. What the run has to do, and whether it writes a script, is the command's
   * affair.
   *
   * @throws EnvironmentException if the options lack a connection, exclude each other, or Lambic does not know the database
   */
  public void configure(ContextOptions options) {
    ContextOptions configured = startedWith.configuredAs(options);
    context = MigrationContext.configure(configured, this);
    this.options = configured;
  }

  /** Runs what the command has to do in the context that was configured last. */
  public void runMigrations() {
    getContext().runMigrations();
  }

  /**
   * Runs what the command has to do in the context that was configured last.
   *
   * @param args what migrations get from {@code op.runArgs()}, and callbacks
   */
  public void runMigrations(Map<String, Object> args) {
    getContext().runMigrations(args);
  }

  /** Tells whether the context that was configured last takes DDL to be transactional. */
  public boolean isTransactionalDdl() {
    return getContext().isTransactionalDdl();
  }

  /** Executes one SQL statement in the context that was configured last, or writes it. */
  public long execute(String sql) {
    return getContext().execute(sql);
  }

  /** Executes one SQL statement in the context that was configured last, or writes it. */
  public long execute(String sql, ExecutionOptions executionOptions) {
    return getContext().execute(sql, executionOptions);
  }

  /** Writes text into the script as it is; see {@link MigrationContext#staticOutput}. */
  public void staticOutput(String text) {
    getContext().staticOutput(text);
  }

  /** Begins a transaction; see {@link MigrationContext#beginTransaction}. */
  public ProxyTransaction beginTransaction() {
    return getContext().beginTransaction();
  }

  /** Runs something in a transaction; see {@link MigrationContext#inTransaction}. */
  public void inTransaction(Runnable body) {
    getContext().inTransaction(body);
  }

  /** Returns the connection of the context that was configured last. */
  public Connection getBind() {
    return getContext().getBind();
  }

  /** Returns the dialect of the context that was configured last: what Alembic's {@code impl} is. */
  public Dialect getImpl() {
    return getContext().dialect();
  }

  /**
   * Returns the context that was configured last.
   *
   * @throws EnvironmentException if {@link #configure} has not been called
   */
  public MigrationContext getContext() {
    if (context == null) {
      throw new EnvironmentException(
          Problem.of(ProblemId.NOT_CONFIGURED, "The environment has not configured a context yet.")
              .fix("call 'configure' with a connection before anything that runs on it."));
    }
    return context;
  }
}
