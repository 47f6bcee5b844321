package dev.lambic.maven;

import dev.lambic.command.Command;
import dev.lambic.command.CurrentResult;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows which revisions the database is at. Writes nothing. Compiles the project first if this build has not done so.
 */
@Mojo(name = "current", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class CurrentMojo extends AbstractReadingMojo {
  /** Whether to show everything about each revision, rather than one line. Left out, one line is shown. */
  @Parameter(property = "migrate.verbose", defaultValue = "false")
  private boolean verbose;

  /**
   * Whether to fail unless the database stands on every head of the history, as a deployment may want to know. Left out,
   * it may stand anywhere.
   */
  @Parameter(property = "migrate.checkHeads", defaultValue = "false")
  private boolean checkHeads;

  @Inject
  CurrentMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  void show(Command command, Report report) {
    report.current(current(command), verbose);
  }

  @Override
  Object json(Command command, Report report) {
    return RevisionJson.of(report.database(), current(command));
  }

  private CurrentResult current(Command command) {
    return command.current(checkHeads);
  }
}
