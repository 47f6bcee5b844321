package dev.lambic.runtime;

/**
 * What happens around a run: gets a connection, configures the context, runs the migrations. Most projects need no more
 * than {@link #standard}. Mirrors Alembic's {@code env.py}.
 */
@FunctionalInterface
public interface Environment {

  /** Sets up and carries out one run. */
  void run(EnvironmentContext context) throws Exception;

  /**
   * Returns the environment used where none is configured: the configured connection, the configured options, one run;
   * without a connection when a script is written. What Alembic's generic template does.
   */
  static Environment standard() {
    return environment -> {
      if (environment.isOfflineMode()) {
        environment.configure(ContextOptions.builder().build());
        environment.inTransaction(environment::runMigrations);
      } else {
        environment.config().withConnection(connection -> {
          environment.configure(ContextOptions.builder().connection(connection).build());
          environment.inTransaction(environment::runMigrations);
        });
      }
    };
  }
}
