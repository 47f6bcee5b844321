package dev.lambic.runtime;

import java.util.List;

/** Says what a run has to do, once it is known where the database stands. Alembic's {@code fn}. */
@FunctionalInterface
public interface MigrationsFunction {

  /**
   * Returns the steps to run, in order; none if there is nothing to do.
   *
   * @param heads the rows of the version table
   * @param context the context that will run them
   */
  List<? extends MigrationStep> steps(List<String> heads, MigrationContext context);
}
