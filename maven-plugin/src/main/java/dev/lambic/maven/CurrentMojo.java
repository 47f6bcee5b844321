package dev.lambic.maven;

import dev.lambic.command.Command;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows which revisions the database is at. Writes nothing. Compiles the project first if this build has not done so.
 */
@Mojo(name = "current", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class CurrentMojo extends AbstractMigrateMojo {
  /** Whether to show everything about each revision, rather than one line. Left out, one line is shown. */
  @Parameter(property = "migrate.verbose", defaultValue = "false")
  private boolean verbose;

  @Inject
  CurrentMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  void run(Command command, Report report) {
    report.current(command.current(), verbose);
  }
}
