package dev.lambic.runtime;

import dev.lambic.error.Problem;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells the log. The logger is looked for when there is something to say: a run with nothing to do has nothing. */
final class LoggingListener implements MigrationListener {
  private System.@Nullable Logger logger;

  private System.Logger logger() {
    if (logger == null) {
      logger = System.getLogger("dev.lambic.runtime");
    }
    return logger;
  }

  @Override
  public void warned(Problem problem) {
    logger().log(Level.WARNING, problem.render());
  }

  @Override
  public void waitingForLock(String holder, Duration waited, Duration limit) {
    logger()
        .log(
            Level.INFO,
            "Waiting for another run to end (for {0} s so far, at most {1} s): {2}",
            waited.toSeconds(),
            limit.toSeconds(),
            holder);
  }

  @Override
  public void retrying(MigrationStep step, Problem reason, Duration pause) {
    logger()
        .log(
            Level.WARNING,
            "Trying again in {0} s: {1}\n{2}",
            pause.toSeconds(),
            step,
            reason.render());
  }

  @Override
  public void stepStarted(MigrationStep step) {
    logger().log(Level.INFO, "Running {0}", step);
  }
}
