package dev.lambic.maven;

import dev.lambic.autogenerate.AutogenerateOptions;
import dev.lambic.autogenerate.TargetMetadata;
import dev.lambic.config.Config;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts what a goal was told about a comparison into its configuration. */
final class ModelParameters {
  private final Config.Builder config;
  private UnaryOperator<AutogenerateOptions> change = UnaryOperator.identity();

  private ModelParameters(Config.Builder config) {
    this.config = config;
  }

  static ModelParameters of(Config.Builder config) {
    return new ModelParameters(config);
  }

  /** Takes an option that the user may have left to the environment. */
  <T> ModelParameters set(
      @Nullable T value, BiFunction<AutogenerateOptions, T, AutogenerateOptions> setting) {
    if (value != null) {
      UnaryOperator<AutogenerateOptions> before = change;
      change = options -> setting.apply(before.apply(options), value);
      config.option(AutogenerateOptions.CHANGE, change);
    }
    return this;
  }

  /** Takes the name of the class that has the model. */
  ModelParameters target(@Nullable String className, ClassLoader loader) {
    if (className != null && !className.isBlank()) {
      config.option(TargetMetadata.OPTION, load(className.strip(), loader));
    }
    return this;
  }

  private static TargetMetadata load(String className, ClassLoader loader) {
    Problem problem = Problem.of(
            ProblemId.NO_TARGET_METADATA,
            "'" + className + "' does not say what the database should look like.")
        .with("where", "<targetMetadata>, -Dmigrate.targetMetadata");
    try {
      Object made = Class.forName(className, true, loader).getConstructor().newInstance();
      if (made instanceof TargetMetadata target) {
        return target;
      }
      throw new EnvironmentException(problem
          .with("reason", "the class does not implement " + TargetMetadata.class.getName())
          .fix(shape(className)));
    } catch (ReflectiveOperationException | LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new EnvironmentException(
          problem.with("reason", reason(e, cause)).fix(shape(className)), e);
    }
  }

  private static String reason(Throwable e, Throwable cause) {
    if (e instanceof ClassNotFoundException) {
      return "the project and its dependencies have no such class";
    }
    if (e instanceof NoSuchMethodException) {
      return "the class has no public constructor without parameters";
    }
    return cause.toString();
  }

  private static String shape(String className) {
    return """
        name a class such as this one:
        public final class %s implements TargetMetadata {
          @Override
          public List<MetaData> read(Dialect dialect) {
            return List.of(MetaData.of(...));
          }
        }""".formatted(className.substring(className.lastIndexOf('.') + 1));
  }
}
