package dev.lambic.maven;

import dev.lambic.error.LambicException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals share: that they can be skipped, and how they fail. */
abstract class AbstractGoalMojo extends AbstractMojo {
  private final ProjectBuild build;

  /** Whether to do nothing at all, not even compile. Left out, the goal does its work. */
  @Parameter(property = "migrate.skip", defaultValue = "false")
  private boolean skip;

  AbstractGoalMojo(ProjectBuild build) {
    this.build = build;
  }

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped: 'skip' (migrate.skip) is set.");
      return;
    }
    if (!build.hasClasses()) {
      getLog().debug("Skipped: a project of packaging 'pom' has no revisions.");
      return;
    }
    MavenFailures failures =
        new MavenFailures(build.goal(), revisionParameter(), build.showsErrors());
    try {
      check();
      runInProject();
    } catch (LambicException e) {
      throw failures.of(e);
    } catch (IOException | UncheckedIOException e) {
      throw failures.ofFiles(e);
    } catch (RuntimeException e) {
      throw failures.of(e);
    }
  }

  final ProjectBuild build() {
    return build;
  }

  /** Checks the goal's own parameters, before anything else is done. */
  void check() {}

  /** Returns the name of the parameter that names revisions, for messages about them. */
  Optional<String> revisionParameter() {
    return Optional.empty();
  }

  /** Does what the goal is for. */
  abstract void runInProject() throws IOException, MojoExecutionException, MojoFailureException;
}
