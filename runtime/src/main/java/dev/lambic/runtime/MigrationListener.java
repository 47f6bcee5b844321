package dev.lambic.runtime;

import dev.lambic.error.Problem;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/**
 * Is told what a run does, as it does it. A listener that throws ends the run as a failing migration would: the step at
 * hand is rolled back where the database can do so.
 */
public interface MigrationListener {

  /** Something about the run could be meant otherwise; it goes on all the same. */
  default void warned(Problem problem) {}

  /** A run has been worked out, and is about to begin: with the first of so many steps, or not at all. */
  default void planned(int steps) {}

  /** A step is about to run. */
  default void stepStarted(MigrationStep step) {}

  /**
   * A step has run and the version table has been written; the transaction that it ran in may still be open. Alembic's
   * {@code on_version_apply}.
   *
   * @param heads the rows of the version table after the step
   * @param took how long the step took
   */
  default void stepFinished(MigrationStep step, List<String> heads, Duration took) {}

  /** Returns the listener used where none is configured: one line for each step to {@link System.Logger}. */
  static MigrationListener logging() {
    System.Logger logger = System.getLogger("dev.lambic.runtime");
    return new MigrationListener() {
      @Override
      public void warned(Problem problem) {
        logger.log(Level.WARNING, problem.render());
      }

      @Override
      public void stepStarted(MigrationStep step) {
        logger.log(Level.INFO, "Running {0}", step);
      }
    };
  }
}
