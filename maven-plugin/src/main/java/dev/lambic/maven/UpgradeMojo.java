package dev.lambic.maven;

import dev.lambic.command.Command;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Applies the revisions that the database lacks. Example: {@code mvn migrate:upgrade -Dmigrate.revision=+1}. Compiles the
 * project first if this build has not done so.
 */
@Mojo(name = "upgrade", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class UpgradeMojo extends AbstractScriptMojo {
  /**
   * Where to stop: the id of a revision or its beginning, a branch label, {@code +2} for two steps up, {@code head}, or
   * {@code heads} where the history has several. Left out, the goal goes up to the head.
   */
  @Parameter(property = "migrate.revision", defaultValue = "head")
  private String revision = "head";

  @Inject
  UpgradeMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  Optional<String> revisionParameter() {
    return Optional.of("revision");
  }

  @Override
  void run(Command command, Report report) {
    if (wroteScript(output -> command.upgradeSql(revision, output), report)) {
      return;
    }
    report.ran("Upgraded", () -> command.upgrade(revision));
  }
}
