package dev.lambic.maven;

import dev.lambic.command.Command;
import dev.lambic.runtime.JournalEntry;
import dev.lambic.runtime.Resolution;
import java.util.List;
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
   * them. Or {@code accepted}, which is about another thing: revisions that were edited since they were applied count as
   * applied as they are today, and {@code check} and {@code plan} warn of them no more. Left out, the goal fails.
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
        as.matches("applied|rolled-back|accepted|\\d{1,6}") ? as : "",
        "Goal 'resolve' does not know how the revision is to count.",
        "as",
        "-Dmigrate.as=applied if all that it does is there",
        "-Dmigrate.as=rolled-back if nothing of it is there any more",
        "-Dmigrate.as=3 if the first three of its statements have been carried out",
        "-Dmigrate.as=accepted if edits of revisions that were applied are to be passed over");
  }

  @Override
  void run(Command command, Report report) {
    if (as.equals("accepted")) {
      accept(command, report);
      return;
    }
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

  private void accept(Command command, Report report) {
    List<String> accepted = command.acceptChanged().stream()
        .map(changed -> changed.revision().label())
        .toList();
    getLog()
        .info(
            accepted.isEmpty()
                ? "Nothing to accept: no revision would execute something else today than it did on "
                    + report.database() + "."
                : "Accepted as they are today, on " + report.database() + ": "
                    + String.join(", ", accepted) + ".");
  }
}
