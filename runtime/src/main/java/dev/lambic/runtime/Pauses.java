package dev.lambic.runtime;

import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.time.Duration;

/** Pauses that an interrupted thread ends. */
final class Pauses {
  private Pauses() {}

  /**
   * Sleeps.
   *
   * @param purpose what the pause is for: {@code waiting for another run to end}
   * @throws MigrationException if the thread is interrupted, which it then still is
   */
  static void sleep(Duration pause, String purpose) {
    try {
      Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MigrationException(
          Problem.of(ProblemId.INTERRUPTED, "The run was interrupted while " + purpose + ".")
              .fix("run the command again; it goes on from where the database stands."),
          e);
    }
  }
}
