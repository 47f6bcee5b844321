package dev.lambic.runtime;

import dev.lambic.error.Problem;
import java.time.Duration;
import java.util.List;

/**
 * Is told what a run does, as it does it. A listener that throws ends the run as a failing migration would: the step at
 * hand is rolled back where the database can do so.
 */
public interface MigrationListener {

  /** Something about the run could be meant otherwise; it goes on all the same. */
  default void warned(Problem problem) {}

  /**
   * Another run holds the lock, and this one waits. Told at once, and every ten seconds from then on.
   *
   * @param holder who holds it, as far as the database says
   * @param waited for how long this run has waited so far
   * @param limit for how long it will wait at most
   */
  default void waitingForLock(String holder, Duration waited, Duration limit) {}

  /**
   * A step has failed for a lock timeout alone and been rolled back; it begins anew after a pause, with all that was
   * rolled back with it.
   *
   * @param reason what the database said
   */
  default void retrying(MigrationStep step, Problem reason, Duration pause) {}

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
    return new LoggingListener();
  }
}
