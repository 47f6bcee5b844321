package dev.lambic.maven;

import dev.lambic.command.Command;
import dev.lambic.command.GeneratedRevision;
import dev.lambic.config.Config;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.script.RevisionDraft;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.ScriptDirectory;
import dev.lambic.source.RevisionWriter;
import dev.lambic.source.SourceLayout;
import dev.lambic.source.SourceTemplate;
import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that write the class of a new revision. They read the history from sources. */
abstract class AbstractSourceMojo extends AbstractDatabaseMojo {
  /**
   * The package of the new class, such as {@code com.example.shop.migrations}. Left out, that of its parent; for the first
   * revision of a project, the project's group id and {@code .migrations}.
   */
  @Parameter(property = "migrate.package")
  private @Nullable String packageName;

  /**
   * How the new class is called. In braces stand {@code slug} for the words of the message, {@code rev} for the id, or a
   * time, such as {@code yyyyMMdd}. Left out, it is <code>V{yyyyMMddHHmm}_{slug}</code>, which gives {@code
   * V202611221005_AddAccountEmail}.
   */
  @Parameter(property = "migrate.classNamePattern")
  private @Nullable String classNamePattern;

  /**
   * A file that the new class is made after, such as {@code src/main/templates/revision.txt}; docs/maven.md tells its
   * tokens. Left out, the class has Lambic's own form.
   */
  @Parameter(property = "migrate.template")
  private @Nullable File template;

  /** The time zone of the time in names and create dates, such as {@code UTC}. Left out, that of the machine. */
  @Parameter(property = "migrate.timezone")
  private @Nullable String timezone;

  AbstractSourceMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  final void runInProject() throws IOException, MojoExecutionException, MojoFailureException {
    if (build().isChosen()) {
      write(ModuleSources.read(build()));
      ModuleSources.changed(build(), getLog());
    }
  }

  /** Works out what is new, and writes it. */
  abstract void write(ModuleSources sources)
      throws IOException, MojoExecutionException, MojoFailureException;

  /** Returns the commands over a history that need no database. */
  static Command command(ModuleSources sources) {
    return new Command(Config.builder().scriptDirectory(sources.all()).build());
  }

  /** Runs something with the commands over a history that reach the database, and see the project's classes. */
  final void withDatabase(ScriptDirectory history, Consumer<Command> work) throws IOException {
    Options options = options();
    if (!options.has(DatabaseOption.URL)) {
      throw options.missingUrl();
    }
    try (ProjectClassLoader loader = build().classLoader()) {
      loader.asContextOf(() -> work.accept(new Command(config(options, loader, history))));
    }
  }

  /** Writes a revision that does nothing yet. */
  final void write(ModuleSources sources, RevisionDraft draft) {
    report(draft, writer(sources, Optional.empty()).write(draft));
  }

  /** Writes a revision that autogenerate has worked out. */
  final RevisionEntry write(ModuleSources sources, GeneratedRevision generated) {
    RevisionWriter.Written written = writer(
            sources, generated.script().request().packageName())
        .write(generated.draft(), generated.script(), generated.renderItem());
    report(generated.draft(), written);
    generated.script().findings().forEach(finding -> getLog().warn(finding.text()));
    return written.entry();
  }

  private RevisionWriter writer(ModuleSources sources, Optional<String> packageOfRevision) {
    return new RevisionWriter(sources.own(), layout(packageOfRevision), clock());
  }

  private void report(RevisionDraft draft, RevisionWriter.Written written) {
    getLog()
        .info("Wrote " + build().display(written.file()) + ": revision " + draft.id() + ", "
            + (draft.parents().isEmpty()
                ? "the first of its line."
                : "after " + String.join(", ", draft.parentIds()) + "."));
  }

  private SourceLayout layout(Optional<String> packageOfRevision) {
    return SourceLayout.of(
        build().sourceRoots(),
        build().encoding(),
        packageOfRevision.orElse(packageName),
        build().defaultPackage(),
        classNamePattern,
        template == null ? null : SourceTemplate.read(template.toPath(), build().encoding()));
  }

  private Clock clock() {
    try {
      return Clock.system(timezone == null ? ZoneId.systemDefault() : ZoneId.of(timezone));
    } catch (DateTimeException e) {
      throw new EnvironmentException(
          Problem.of(ProblemId.ILLEGAL_SOURCE_NAME, "There is no time zone '" + timezone + "'.")
              .with("where", "<timezone>, -Dmigrate.timezone")
              .fix("write a name such as 'UTC' or 'Europe/Berlin', or an offset such as '+01:00'."),
          e);
    }
  }
}
