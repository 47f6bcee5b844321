package dev.lambic.maven;

import dev.lambic.command.Command;
import java.util.Arrays;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows the history, newest revision first. Needs no database, unless it is to show where one is. Compiles the project
 * first if this build has not done so.
 */
@Mojo(name = "history", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class HistoryMojo extends AbstractMigrateMojo {
  /**
   * Which part of the history: {@code older:newer}, both included and each of them optional, such as {@code 27c6a3:},
   * {@code :head} or {@code current:}, where {@code current} is what the database is at. Left out, all of it is shown.
   */
  @Parameter(property = "migrate.revRange")
  private String revRange = "";

  /** Whether to show everything about each revision, rather than one line. Left out, one line is shown. */
  @Parameter(property = "migrate.verbose", defaultValue = "false")
  private boolean verbose;

  /** Whether to ask the database, and mark the revisions that it is at. Left out, it is not asked. */
  @Parameter(property = "migrate.indicateCurrent", defaultValue = "false")
  private boolean indicateCurrent;

  @Inject
  HistoryMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  boolean needsDatabase() {
    return indicateCurrent || Arrays.asList(revRange.split(":", -1)).contains("current");
  }

  @Override
  Optional<String> revisionParameter() {
    return Optional.of("revRange");
  }

  @Override
  void run(Command command, Report report) {
    report.history(command.history(revRange, indicateCurrent), verbose);
  }
}
