package dev.lambic.maven;

import dev.lambic.command.AppliedResult;
import dev.lambic.command.Command;
import dev.lambic.command.HistoryEntry;
import dev.lambic.maven.graph.HtmlReport;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes a page of HTML: the picture of the history, where the database stands on it, all about each revision, and what
 * ran on the database. The page needs nothing besides, so that it can be sent around. Needs no database; where there is a {@code url}, it asks that
 * one. Compiles the project first if this build has not done so.
 */
@Mojo(name = "report", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class ReportMojo extends AbstractMigrateMojo {
  /** The file to write. Left out, {@code migrate-report.html} in the build's directory. */
  @Parameter(
      property = "migrate.reportFile",
      defaultValue = "${project.build.directory}/migrate-report.html")
  private File reportFile = new File("migrate-report.html");

  @Inject
  ReportMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  boolean needsDatabase() {
    return false;
  }

  @Override
  void run(Command command, Report report) {
    Optional<AppliedResult> applied =
        report.hasDatabase() ? ifReachable(command::applied) : Optional.empty();
    HtmlReport page = new HtmlReport(
        build().projectName(),
        command.history("", false).stream().map(HistoryEntry::script).toList(),
        applied.map(one -> new HtmlReport.Standing(report.database(), one)),
        applied.flatMap(one -> ifReachable(command::log)).orElse(List.of()));
    report.write(reportFile.toPath(), page.html());
    getLog().info("Wrote " + build().display(reportFile.toPath()) + ".");
  }
}
