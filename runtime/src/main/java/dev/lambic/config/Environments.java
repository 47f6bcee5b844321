package dev.lambic.config;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.runtime.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the environment that the annotation processor has announced. */
final class Environments {
  private Environments() {}

  /** Returns the one environment that a class loader sees, or the standard one if it sees none. */
  static Environment find(ClassLoader loader) {
    List<Environment> found = new ArrayList<>();
    try {
      for (Environment environment : ServiceLoader.load(Environment.class, loader)) {
        found.add(environment);
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new EnvironmentException(
          Problem.of(
                  ProblemId.UNUSABLE_ENVIRONMENT,
                  "The class marked @MigrationEnvironment cannot be used.")
              .with("cause", String.valueOf(e.getMessage()))
              .fix("build the project anew: 'mvn clean compile'."),
          e);
    }
    if (found.size() > 1) {
      throw new EnvironmentException(Problem.of(
              ProblemId.UNUSABLE_ENVIRONMENT,
              "There are " + found.size() + " classes marked @MigrationEnvironment.")
          .with(
              "found",
              found.stream()
                  .map(environment -> environment.getClass().getName())
                  .sorted()
                  .collect(Collectors.joining(", ")))
          .fix("keep one of them.")
          .fix("or name the one to use with 'environment' in the configuration."));
    }
    return found.isEmpty() ? Environment.standard() : found.get(0);
  }
}
