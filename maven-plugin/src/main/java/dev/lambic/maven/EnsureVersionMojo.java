package dev.lambic.maven;

import dev.lambic.command.Command;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Creates the version table if it is missing. Compiles the project first if this build has not done so. */
@Mojo(
    name = "ensure-version",
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class EnsureVersionMojo extends AbstractScriptMojo {
  @Inject
  EnsureVersionMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  void run(Command command, Report report) {
    if (!wroteScript(command::ensureVersionSql, report)) {
      getLog()
          .info(
              command.ensureVersion()
                  ? "Created the version table in " + report.database() + "."
                  : "Nothing to do: " + report.database() + " has the version table.");
    }
  }
}
