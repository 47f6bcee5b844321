package dev.lambic.maven;

import dev.lambic.command.Command;
import dev.lambic.runtime.JournalEntry;
import dev.lambic.runtime.Resolution;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Says how a revision is to count that was cut short on a database without transactional DDL, after somebody has looked
 * or has set it right by hand. Example: {@code mvn migrate:resolve -Dmigrate.as=applied}. Compiles the project first if
 * this build has not done so.
 */
@Mojo(name = "resolve", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class ResolveMojo extends AbstractMigrateMojo {
  /**
   * How it is to count: {@code applied}, all that it does is there; {@code rolled-back}, nothing of it is there any more;
   * or a number, such as {@code 3}: the first three statements have been carried out, and the next run goes on behind
   * them. Left out, the goal fails.
   */
  @Parameter(property = "migrate.as")
  private String as = "";

  @Inject
  ResolveMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  void check() {
    Options.require(
        as.matches("applied|rolled-back|\\d{1,6}") ? as : "",
        "Goal 'resolve' does not know how the revision is to count.",
        "as",
        "-Dmigrate.as=applied if all that it does is there",
        "-Dmigrate.as=rolled-back if nothing of it is there any more",
        "-Dmigrate.as=3 if the first three of its statements have been carried out");
  }

  @Override
  void run(Command command, Report report) {
    Resolution resolution = switch (as) {
      case "applied" -> Resolution.APPLIED;
      case "rolled-back" -> Resolution.ROLLED_BACK;
      default -> Resolution.doneUpTo(Integer.parseInt(as, 10));
    };
    JournalEntry entry = command.resolve(resolution);
    getLog()
        .info("Resolved the " + entry.direction() + " of revision " + entry.revision() + " on "
            + report.database() + ": " + as + ".");
  }
}
