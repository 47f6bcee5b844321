package dev.lambic.maven;

import dev.lambic.command.Command;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Makes the version table name revisions without running their migrations: for a database that already is where they
 * lead. Example: {@code mvn migrate:stamp -Dmigrate.revision=head}. Compiles the project first if this build has not done
 * so.
 */
@Mojo(name = "stamp", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class StampMojo extends AbstractScriptMojo {
  /**
   * What the version table is to name: one revision or several, separated by commas, each of them an id or its beginning,
   * a branch label, {@code head}, {@code heads}, or {@code base} for none. Left out, the goal fails.
   */
  @Parameter(property = "migrate.revision")
  private String revision = "";

  /** Whether to empty the version table first, whatever it names. Left out, it has to name what the history has. */
  @Parameter(property = "migrate.purge", defaultValue = "false")
  private boolean purge;

  @Inject
  StampMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  void check() {
    Options.require(
        revision,
        "Goal 'stamp' does not know which revision the database is at.",
        "revision",
        "-Dmigrate.revision=head says that it is at the head",
        "-Dmigrate.revision=27c6a30d7c24,9f1c0be5a3d2 says that it is at these two",
        "-Dmigrate.revision=base says that it is at none");
  }

  @Override
  Optional<String> revisionParameter() {
    return Optional.of("revision");
  }

  @Override
  void run(Command command, Report report) {
    if (wroteScript(output -> command.stampSql(output, Options.list(revision)), report)) {
      return;
    }
    report.ran("Stamped", () -> command.stamp(purge, Options.list(revision)));
  }
}
