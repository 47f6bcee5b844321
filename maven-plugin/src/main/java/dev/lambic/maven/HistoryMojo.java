package dev.lambic.maven;

import dev.lambic.command.Command;
import dev.lambic.command.HistoryEntry;
import dev.lambic.maven.graph.TerminalGraph;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows the history, newest revision first. Needs no database, unless it is to show where one is. Compiles the project
 * first if this build has not done so.
 */
@Mojo(name = "history", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class HistoryMojo extends AbstractReadingMojo {
  /**
   * Which part of the history: {@code older:newer}, both included and each of them optional, such as {@code 27c6a3:},
   * {@code :head} or {@code current:}, where {@code current} is what the database is at. Left out, all of it is shown.
   */
  @Parameter(property = "migrate.revRange")
  private String revRange = "";

  /** Whether to show everything about each revision, rather than one line. Left out, one line is shown. */
  @Parameter(property = "migrate.verbose", defaultValue = "false")
  private boolean verbose;

  /** Whether to ask the database, and mark the revisions that it is at. Left out, it is not asked. */
  @Parameter(property = "migrate.indicateCurrent", defaultValue = "false")
  private boolean indicateCurrent;

  /**
   * Whether to draw the history, with lines from each revision to its parents, and dotted ones to what it depends on:
   * {@code unicode}, or {@code ascii}; {@code -Dmigrate.graph} alone takes what the output can show. Left out, each revision names its parents.
   */
  @Parameter(property = "migrate.graph")
  private String graph = "";

  @Inject
  HistoryMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  void check() {
    Options.oneOf("graph", graph, "", "false", "true", "unicode", "ascii");
  }

  @Override
  boolean needsDatabase() {
    return indicateCurrent || Arrays.asList(revRange.split(":", -1)).contains("current");
  }

  @Override
  Optional<String> revisionParameter() {
    return Optional.of("revRange");
  }

  @Override
  void show(Command command, Report report) {
    List<HistoryEntry> history = command.history(revRange, indicateCurrent);
    if (graph.isBlank() || graph.equals("false")) {
      report.history(history, verbose);
    } else {
      report.graph(history, verbose, style());
    }
  }

  private TerminalGraph.Style style() {
    return switch (graph) {
      case "ascii" -> TerminalGraph.Style.ASCII;
      case "unicode" -> TerminalGraph.Style.UNICODE;
      default -> TerminalGraph.Style.forOutput();
    };
  }

  @Override
  Object json(Command command, Report report) {
    List<HistoryEntry> history = command.history(revRange, indicateCurrent);
    return indicateCurrent
        ? history.stream().map(RevisionJson::of).toList()
        : RevisionJson.of(history.stream().map(HistoryEntry::script).toList());
  }
}
