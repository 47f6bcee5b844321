package dev.lambic.maven;

import dev.lambic.command.Command;
import dev.lambic.script.Script;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows the newest revision of each line of the history. Needs no database. Compiles the project first if this build has
 * not done so.
 */
@Mojo(name = "heads", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class HeadsMojo extends AbstractReadingMojo {
  /** Whether to show everything about each revision, rather than one line. Left out, one line is shown. */
  @Parameter(property = "migrate.verbose", defaultValue = "false")
  private boolean verbose;

  /**
   * Whether a revision that another one depends on is no head, even though it is nobody's parent. Left out, it is one: an
   * {@code effective head}.
   */
  @Parameter(property = "migrate.resolveDependencies", defaultValue = "false")
  private boolean resolveDependencies;

  @Inject
  HeadsMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  boolean needsDatabase() {
    return false;
  }

  @Override
  void show(Command command, Report report) {
    report.heads(heads(command), verbose);
  }

  @Override
  Object json(Command command, Report report) {
    return RevisionJson.of(heads(command));
  }

  private List<Script> heads(Command command) {
    return resolveDependencies ? command.realHeads() : command.heads();
  }
}
