package dev.lambic.maven;

import dev.lambic.command.Command;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.script.RebasePlan;
import dev.lambic.script.Script;
import dev.lambic.source.ParentEdit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Moves one head on top of another, by editing the {@code downRevision} in its source: the answer to two branches of
 * source control that have each added a revision. Example: {@code mvn migrate:rebase -Dmigrate.revision=5c7e}. Where a
 * database is given, what it has been through is not moved. Reads the sources as they are, and compiles nothing.
 */
@Mojo(
    name = "rebase",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class RebaseMojo extends AbstractDatabaseMojo {
  /**
   * The head to move, with all that it does not share with the other one: its id or the beginning of it. Left out, {@code
   * onto} has to say which one stays.
   */
  @Parameter(property = "migrate.revision")
  private @Nullable String revision;

  /** The head to put it on. Left out, the other one of two. */
  @Parameter(property = "migrate.onto")
  private @Nullable String onto;

  @Inject
  RebaseMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  Optional<String> revisionParameter() {
    return Optional.of(revision == null ? "onto" : "revision");
  }

  @Override
  void runInProject() throws IOException {
    if (!build().isChosen()) {
      return;
    }
    ModuleSources sources = ModuleSources.read(build());
    Options options = options();
    try (ProjectClassLoader loader = build().classLoader()) {
      loader.asContextOf(() -> {
        Command command = new Command(config(options, loader, sources.all()));
        RebasePlan plan = plan(command, options.has(DatabaseOption.URL));
        Path file = ParentEdit.apply(plan, sources.own(), build().encoding());
        getLog()
            .info("Edited " + build().display(file) + ": " + plan.lowest().label()
                + " now comes after " + String.join(", ", plan.parents()) + ".");
      });
    }
    ModuleSources.changed(build(), getLog());
  }

  private RebasePlan plan(Command command, boolean asksDatabase) {
    String moved = one(command, revision, onto).revision();
    String standing = one(command, onto, moved).revision();
    Optional<RebasePlan> checked =
        asksDatabase ? ifReachable(() -> command.rebase(moved, standing, true)) : Optional.empty();
    return checked.orElseGet(() -> command.rebase(moved, standing, false));
  }

  /** Returns the head that a symbol names, or else that which the other one does not name, of two. */
  private static Script one(Command command, @Nullable String symbol, @Nullable String other) {
    if (symbol != null) {
      return command.show(symbol).get(0);
    }
    List<Script> heads = command.heads();
    if (other == null || heads.size() != 2) {
      throw new EnvironmentException(Problem.of(
              ProblemId.MISSING_OPTION,
              "Goal 'rebase' does not know which head to move, and where.")
          .with("where", "<revision>, -Dmigrate.revision and <onto>, -Dmigrate.onto")
          .with("heads", String.join("\n", heads.stream().map(Script::label).toList()))
          .fix("pass both; where there are two heads, one of them is enough."));
    }
    Script named = command.show(other).get(0);
    return heads.get(heads.get(0).equals(named) ? 1 : 0);
  }
}
