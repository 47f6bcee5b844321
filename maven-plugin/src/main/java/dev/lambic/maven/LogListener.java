package dev.lambic.maven;

import dev.lambic.error.Problem;
import dev.lambic.runtime.MigrationListener;
import dev.lambic.runtime.MigrationStep;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Writes one line for each step, when it starts: a step that hangs is then the last line. */
final class LogListener implements MigrationListener {
  private final Log log;

  LogListener(Log log) {
    this.log = log;
  }

  @Override
  public void warned(Problem problem) {
    problem.render().lines().forEach(log::warn);
  }

  @Override
  public void stepStarted(MigrationStep step) {
    log.info("Running " + step);
  }

  @Override
  public void stepFinished(MigrationStep step, List<String> heads, Duration took) {
    log.debug("Done with " + step.shortLog() + " in " + Report.seconds(took));
  }
}
