package dev.lambic.maven;

import dev.lambic.error.LambicException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Turns what a command throws into what Maven shows: the same facts, with the names that they have in a POM. */
final class MavenFailures {
  private static final Set<ProblemId> ABOUT_REVISION = EnumSet.of(
      ProblemId.UNKNOWN_REVISION,
      ProblemId.AMBIGUOUS_REVISION,
      ProblemId.MULTIPLE_HEADS,
      ProblemId.NOT_AN_ANCESTOR,
      ProblemId.WALK_PAST_END,
      ProblemId.AMBIGUOUS_WALK,
      ProblemId.UNSUITABLE_REVISION,
      ProblemId.UNKNOWN_BRANCH,
      ProblemId.NOT_ON_BRANCH,
      ProblemId.NOT_A_HEAD,
      ProblemId.DUPLICATE_PARENT,
      ProblemId.CANNOT_REBASE,
      ProblemId.IRREVERSIBLE_REVISION);
  private static final Set<ProblemId> ABOUT_DATABASE =
      EnumSet.of(ProblemId.CONNECTION_FAILED, ProblemId.MISSING_DRIVER, ProblemId.UNKNOWN_DATABASE);

  private final String goal;
  private final Optional<String> revisionParameter;
  private final boolean showsCauses;

  /**
   * @param revisionParameter the parameter of the goal that names revisions
   * @param showsCauses whether Maven was told to show stack traces
   */
  MavenFailures(String goal, Optional<String> revisionParameter, boolean showsCauses) {
    this.goal = goal;
    this.revisionParameter = revisionParameter;
    this.showsCauses = showsCauses;
  }

  /** Returns the failure of a run that its user can do something about. */
  MojoFailureException of(LambicException e) {
    String text = "\n" + inMavenTerms(e.problem()).render();
    // Maven shows the message of a cause too: most of the text would come twice.
    return showsCauses ? new MojoFailureException(text, e) : new MojoFailureException(text);
  }

  private Problem inMavenTerms(Problem problem) {
    if (revisionParameter.isPresent() && ABOUT_REVISION.contains(problem.id())) {
      return at(problem, revisionParameter.get());
    }
    if (problem.id() == ProblemId.MISSING_DRIVER) {
      return at(problem, "url")
          .fix("or give the driver to the goals alone: as a <dependency> of migrate-maven-plugin.");
    }
    return ABOUT_DATABASE.contains(problem.id()) ? at(problem, "url") : problem;
  }

  private Problem at(Problem problem, String parameter) {
    return problem.where("goal '" + goal + "' (<" + parameter + ">, -Dmigrate." + parameter + ")");
  }

  /** Returns the failure of a run that could not read or write the project's files. */
  MojoExecutionException ofFiles(Exception e) {
    return new MojoExecutionException("\nThe project's files cannot be read or written: " + e, e);
  }

  /** Returns the failure of a run that stopped at what only a mistake in Lambic can explain. */
  MojoExecutionException of(RuntimeException e) {
    return new MojoExecutionException(
        "\nGoal '" + goal + "' stopped at a defect of Lambic.\n  threw: " + e
            + "\n  fix: report it, with what 'mvn -e' shows.",
        e);
  }
}
