package dev.lambic.runtime;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.script.ScriptDirectory;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Environment} works with: the configuration, the history, and the context that it configures. Mirrors
 * Alembic's {@code EnvironmentContext}, which is the {@code context} of its {@code env.py}.
 */
public final class EnvironmentContext {
  private final EnvironmentConfig config;
  private final ScriptDirectory script;
  private final MigrationsFunction migrations;
  private @Nullable MigrationContext context;

  /**
   * Makes the context of one run.
   *
   * @param migrations what the run has to do, once it is known where the database stands
   */
  public EnvironmentContext(
      EnvironmentConfig config, ScriptDirectory script, MigrationsFunction migrations) {
    this.config = config;
    this.script = script;
    this.migrations = migrations;
  }

  /** Returns the configuration that the run was started with. */
  public EnvironmentConfig config() {
    return config;
  }

  /** Returns the history. */
  public ScriptDirectory script() {
    return script;
  }

  /** Returns the options of the context that was configured last. */
  public ContextOptions contextOpts() {
    return getContext().opts();
  }

  /**
   * Configures the context for the next {@link #runMigrations}; may be called again, for another database. What the run
   * has to do is the command's affair: {@link ContextOptions#migrations} is set here.
   *
   * @throws EnvironmentException if the options lack a connection, or Lambic does not know its database
   */
  public void configure(ContextOptions options) {
    context =
        MigrationContext.configure(options.toBuilder().migrations(migrations).build(), this);
  }

  /** Runs what the command has to do in the context that was configured last. */
  public void runMigrations() {
    getContext().runMigrations();
  }

  /** Executes one SQL statement in the context that was configured last. */
  public long execute(String sql) {
    return getContext().execute(sql);
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
