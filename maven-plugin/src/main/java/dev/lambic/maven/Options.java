package dev.lambic.maven;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the options that may hold a password, and complains about those that are missing. Under {@code -X}, Maven prints
 * whatever value it puts into a parameter, so it must not be asked to look up such an option's property.
 */
final class Options {
  private final ProjectBuild build;

  Options(ProjectBuild build) {
    this.build = build;
  }

  /**
   * Returns the value of an option that may hold a password: the configured one, else that of the property {@code
   * migrate.<name>}.
   */
  Optional<String> unlogged(String name, @Nullable String configured) {
    return Optional.ofNullable(configured)
        .filter(value -> !value.isBlank())
        .or(() -> build.property("migrate." + name));
  }

  EnvironmentException missingUrl() {
    return new EnvironmentException(Problem.of(
            ProblemId.MISSING_OPTION,
            "Goal '" + build.goal() + "' does not know which database to connect to.")
        .with("where", "project '" + build.projectName() + "' (<url>, -Dmigrate.url)")
        .fix("pass it: mvn migrate:" + build.goal() + " -Dmigrate.url=jdbc:h2:./shop")
        .fix("""
            or keep it in the POM:
            <plugin>
              <groupId>dev.lambic</groupId>
              <artifactId>migrate-maven-plugin</artifactId>
              <version>%s</version>
              <configuration>
                <url>jdbc:h2:./shop</url>
              </configuration>
            </plugin>""".formatted(build.version())));
  }

  /**
   * Complains if a parameter has no value.
   *
   * @param name the parameter's name in XML
   * @param examples what could be passed instead, and what it would mean
   */
  static void require(String value, String headline, String name, String... examples) {
    if (value.isBlank()) {
      throw new EnvironmentException(Problem.of(ProblemId.MISSING_OPTION, headline)
          .with("where", "<" + name + ">, -Dmigrate." + name)
          .with("examples", String.join("\n", examples))
          .fix("pass the property, or set <" + name + "> in the goal's <configuration>."));
    }
  }
}
