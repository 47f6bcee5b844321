package dev.lambic.maven;

import dev.lambic.command.Command;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows everything about a revision. Example: {@code mvn migrate:show -Dmigrate.revision=27c6}. Needs no database, unless
 * it is to show what one is at. Compiles the project first if this build has not done so.
 */
@Mojo(name = "show", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class ShowMojo extends AbstractReadingMojo {
  /**
   * Which revision: its id or the beginning of it, a branch label, {@code head}, {@code heads} for all of them, or {@code
   * current} for what the database is at. Left out, the goal fails.
   */
  @Parameter(property = "migrate.revision")
  private String revision = "";

  @Inject
  ShowMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  void check() {
    Options.require(
        revision,
        "Goal 'show' does not know which revision to show.",
        "revision",
        "-Dmigrate.revision=head shows the newest one",
        "-Dmigrate.revision=27c6a30d7c24 shows that one",
        "-Dmigrate.revision=current shows what the database is at");
  }

  @Override
  boolean needsDatabase() {
    return revision.equals("current");
  }

  @Override
  Optional<String> revisionParameter() {
    return Optional.of("revision");
  }

  @Override
  void show(Command command, Report report) {
    report.show(command.show(revision));
  }

  @Override
  Object json(Command command, Report report) {
    return RevisionJson.of(command.show(revision));
  }
}
