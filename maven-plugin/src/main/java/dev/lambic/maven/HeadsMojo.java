package dev.lambic.maven;

import dev.lambic.command.Command;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows the newest revision of each line of the history. Needs no database. Compiles the project first if this build has
 * not done so.
 */
@Mojo(name = "heads", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class HeadsMojo extends AbstractMigrateMojo {
  /** Whether to show everything about each revision, rather than one line. Left out, one line is shown. */
  @Parameter(property = "migrate.verbose", defaultValue = "false")
  private boolean verbose;

  @Inject
  HeadsMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  boolean needsDatabase() {
    return false;
  }

  @Override
  void run(Command command, Report report) {
    report.heads(command.heads(), verbose);
  }
}
