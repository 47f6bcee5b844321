package dev.lambic.maven;

import dev.lambic.command.Command;
import dev.lambic.script.Script;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows the revisions where branches begin, each with those that come next. Needs no database. Compiles the project first
 * if this build has not done so.
 */
@Mojo(name = "branches", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class BranchesMojo extends AbstractReadingMojo {
  /** Whether to show everything about each revision, rather than one line. Left out, one line is shown. */
  @Parameter(property = "migrate.verbose", defaultValue = "false")
  private boolean verbose;

  @Inject
  BranchesMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  boolean needsDatabase() {
    return false;
  }

  @Override
  void show(Command command, Report report) {
    Map<String, Script> all = new LinkedHashMap<>();
    command.history("", false).forEach(one -> all.put(one.script().revision(), one.script()));
    List<Script> branches = all.values().stream().filter(Script::isBranchPoint).toList();
    report.branches(branches, next -> Objects.requireNonNull(all.get(next)), verbose);
  }

  @Override
  Object json(Command command, Report report) {
    return RevisionJson.of(command.branches());
  }
}
