package dev.lambic.runtime;

import java.util.List;
import java.util.Map;

/**
 * Is called behind each step of a run, stamps included, once the version table has been written and before the step's
 * transaction ends; also while a script is written. One that throws ends the run as a failing migration would. Mirrors
 * Alembic's {@code on_version_apply}.
 */
@FunctionalInterface
public interface VersionApplyCallback {

  /**
   * A step has been applied.
   *
   * @param context the context that runs it; what the callback executes there belongs to the step
   * @param step what the step was
   * @param heads the rows of the version table after it, sorted
   * @param runArgs what the run was given for its migrations: see {@link MigrationContext#runMigrations(Map)}
   */
  void applied(
      MigrationContext context, MigrationInfo step, List<String> heads, Map<String, Object> runArgs)
      throws Exception;
}
