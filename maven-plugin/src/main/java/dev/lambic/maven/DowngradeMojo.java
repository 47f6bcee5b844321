package dev.lambic.maven;

import dev.lambic.command.Command;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Undoes revisions, down to the one that is named. Example: {@code mvn migrate:downgrade -Dmigrate.revision=-1}. Compiles
 * the project first if this build has not done so.
 */
@Mojo(name = "downgrade", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class DowngradeMojo extends AbstractScriptMojo {
  /**
   * Where to stop: the id of a revision or its beginning, {@code -1} for one step down, or {@code base} to undo
   * everything. Left out, the goal fails: it undoes nothing that it was not told to.
   */
  @Parameter(property = "migrate.revision")
  private String revision = "";

  @Inject
  DowngradeMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  void check() {
    Options.require(
        revision,
        "Goal 'downgrade' does not know where to stop.",
        "revision",
        "-Dmigrate.revision=-1 undoes the last revision",
        "-Dmigrate.revision=27c6a30d7c24 undoes what came after that revision",
        "-Dmigrate.revision=base undoes everything");
  }

  @Override
  Optional<String> revisionParameter() {
    return Optional.of("revision");
  }

  @Override
  void run(Command command, Report report) {
    if (wroteScript(output -> command.downgradeSql(revision, output), report)) {
      return;
    }
    report.ran("Downgraded", () -> command.downgrade(revision));
  }
}
