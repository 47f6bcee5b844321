package dev.lambic.maven;

import dev.lambic.script.RevisionRequest;
import dev.lambic.source.RevisionWriter;
import dev.lambic.source.SourceLayout;
import dev.lambic.source.SourceTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Sets a project up: prints the lines that its POM lacks, or adds them, and writes a first revision as an example. What is
 * there already stays as it is. Where the POM does not name the plugin yet, call the goal in full: {@code mvn
 * dev.lambic:migrate-maven-plugin:VERSION:init}.
 */
@Mojo(
    name = "init",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class InitMojo extends AbstractGoalMojo {
  private static final String EXAMPLE = "example-revision.txt";

  /** Whether to add the missing lines to the POM. Left out, they are printed. */
  @Parameter(property = "migrate.editPom", defaultValue = "false")
  private boolean editPom;

  /**
   * The package of the first revision, such as {@code com.example.shop.migrations}. Left out, the project's group id and
   * {@code .migrations}.
   */
  @Parameter(property = "migrate.package")
  private @Nullable String packageName;

  @Inject
  InitMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  void runInProject() throws IOException {
    if (build().isChosen()) {
      completePom();
      writeExample();
    }
  }

  private void completePom() throws IOException {
    Path pom = build().pom();
    PomSetup setup = PomSetup.of(
        build().project(), build().version(), Files.readString(pom, StandardCharsets.UTF_8));
    if (setup.added().isEmpty()) {
      getLog().info("The POM has everything.");
    } else if (editPom) {
      Files.writeString(pom, setup.text(), StandardCharsets.UTF_8);
      getLog()
          .info("Added to " + build().display(pom) + ": " + String.join(", ", setup.added()) + ".");
    } else {
      getLog().info("The POM lacks these lines; -Dmigrate.editPom adds them:");
      setup.missingLines().lines().forEach(getLog()::info);
    }
  }

  private void writeExample() throws IOException {
    ModuleSources sources = ModuleSources.read(build());
    int count = sources.all().revisionMap().scripts().size();
    if (count > 0) {
      getLog()
          .info("The project has " + count + (count == 1 ? " revision" : " revisions")
              + "; no example is needed.");
      return;
    }
    SourceLayout layout = SourceLayout.of(
        build().sourceRoots(),
        build().encoding(),
        packageName,
        build().defaultPackage(),
        null,
        example());
    RevisionWriter.Written written = new RevisionWriter(
            sources.own(), layout, Clock.system(ZoneId.systemDefault()))
        .write(sources.all().draft(RevisionRequest.builder("create account").build()));
    getLog().info("Wrote " + build().display(written.file()) + ": an example, to be changed.");
  }

  private static SourceTemplate example() throws IOException {
    try (InputStream in = InitMojo.class.getResourceAsStream(EXAMPLE)) {
      String text =
          new String(Objects.requireNonNull(in, EXAMPLE).readAllBytes(), StandardCharsets.UTF_8);
      return new SourceTemplate(text, EXAMPLE);
    }
  }
}
