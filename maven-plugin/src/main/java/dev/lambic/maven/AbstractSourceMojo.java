package dev.lambic.maven;

import dev.lambic.command.Command;
import dev.lambic.config.Config;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.script.RevisionDraft;
import dev.lambic.source.RevisionWriter;
import dev.lambic.source.SourceLayout;
import dev.lambic.source.SourceTemplate;
import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that write the class of a new revision. They read sources and compile nothing. */
abstract class AbstractSourceMojo extends AbstractGoalMojo {
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
  final void runInProject() throws IOException {
    if (build().isChosen()) {
      ModuleSources sources = ModuleSources.read(build());
      Config history = Config.builder().scriptDirectory(sources.all()).build();
      RevisionDraft draft = draft(new Command(history));
      RevisionWriter.Written written =
          new RevisionWriter(sources.own(), layout(), clock()).write(draft);
      getLog()
          .info("Wrote " + build().display(written.file()) + ": revision " + draft.id() + ", "
              + (draft.parents().isEmpty()
                  ? "the first of its line."
                  : "after " + String.join(", ", draft.parentIds()) + "."));
      ModuleSources.changed(build(), getLog());
    }
  }

  private SourceLayout layout() {
    return SourceLayout.of(
        build().sourceRoots(),
        build().encoding(),
        packageName,
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

  /** Works out the new revision. */
  abstract RevisionDraft draft(Command command);
}
