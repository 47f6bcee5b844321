package dev.lambic.maven;

import dev.lambic.error.Problem;
import dev.lambic.runtime.MigrationListener;
import dev.lambic.runtime.MigrationStep;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/**
 * Writes one line for each step, when it starts: a step that hangs is then the last line. Where there are several, the
 * lines count them, and tell how long the run has been going on.
 */
final class LogListener implements MigrationListener {
  private final Log log;
  private final String prefix;
  private long start;
  private int planned;
  private int started;

  LogListener(Log log) {
    this(log, "");
  }

  /**
   * @param prefix what each line begins with: several runs are under way at a time
   */
  LogListener(Log log, String prefix) {
    this.log = log;
    this.prefix = prefix;
  }

  @Override
  public void warned(Problem problem) {
    warn(problem);
  }

  private void warn(Problem problem) {
    problem.render().lines().map(prefix::concat).forEach(log::warn);
  }

  @Override
  public void waitingForLock(String holder, Duration waited, Duration limit) {
    log.info(prefix + "Waiting for another run to end, for " + waited.toSeconds() + " s of at most "
        + limit.toSeconds() + " s: " + holder);
  }

  @Override
  public void retrying(MigrationStep step, Problem reason, Duration pause) {
    log.warn(prefix + "Trying again in " + pause.toSeconds() + " s: " + step);
    warn(reason);
    started = Math.max(0, started - 1);
  }

  @Override
  public void planned(int steps) {
    start = System.nanoTime();
    planned = steps;
    started = 0;
  }

  @Override
  public void stepStarted(MigrationStep step) {
    started++;
    log.info(prefix + "Running " + step + progress());
  }

  private String progress() {
    if (planned < 2) {
      return "";
    }
    String count = " (" + started + " of " + planned;
    return started == 1
        ? count + ")"
        : count + ", " + Report.seconds(Duration.ofNanos(System.nanoTime() - start)) + ")";
  }

  @Override
  public void stepFinished(MigrationStep step, List<String> heads, Duration took) {
    log.debug(prefix + "Done with " + step.shortLog() + " in " + Report.seconds(took));
  }
}
