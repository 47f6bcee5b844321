package dev.lambic.runtime;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of an option and the type of its values. Lambic's own options have methods in {@link ContextOptions.Builder};
 * a key is for what {@code runtime} need not know: the options of autogenerate, and those of a user's own environment.
 *
 * <pre>{@code
 * static final OptionKey<String> TENANT = OptionKey.of("tenant", String.class);
 *
 * Config.builder().option(TENANT, "acme")                    // where the run is started
 * environment.config().contextOptions().option(TENANT)       // in the environment
 * context.opts().option(TENANT)                              // wherever the context is known
 * }</pre>
 *
 * <p>Two keys are equal if name and type are.
 */
public final class OptionKey<T> {
  private final String name;
  private final Class<? super T> type;
  private final @Nullable T defaultValue;

  private OptionKey(String name, Class<? super T> type, @Nullable T defaultValue) {
    this.name = Objects.requireNonNull(name, "name");
    this.type = Objects.requireNonNull(type, "type");
    this.defaultValue = defaultValue;
  }

  /** Returns the key of an option that is absent unless it is set. */
  public static <T> OptionKey<T> of(String name, Class<? super T> type) {
    return new OptionKey<>(name, type, null);
  }

  /** Returns the key of an option that has a value even when it is not set. */
  public static <T> OptionKey<T> of(String name, Class<? super T> type, T defaultValue) {
    return new OptionKey<>(name, type, Objects.requireNonNull(defaultValue, "defaultValue"));
  }

  /** Returns the name, in camel case: {@code compareType}. */
  public String name() {
    return name;
  }

  /** Returns the type of its values. */
  public Class<? super T> type() {
    return type;
  }

  /** Returns the value of an option that is not set. */
  public Optional<T> defaultValue() {
    return Optional.ofNullable(defaultValue);
  }

  /**
   * Returns a value that was given without regard to types, as one of this option. A text stands for the flag or the whole
   * number that it spells.
   *
   * @throws EnvironmentException if it is none
   */
  Object valueOf(Object given) {
    if (type.isInstance(given)) {
      return given;
    }
    String text = given.toString().strip();
    if (type == Boolean.class && (text.equals("true") || text.equals("false"))) {
      return Boolean.valueOf(text);
    }
    if (type == Integer.class) {
      try {
        return Integer.valueOf(text);
      } catch (NumberFormatException e) {
        throw illegal(text);
      }
    }
    throw illegal(text);
  }

  private EnvironmentException illegal(String text) {
    return new EnvironmentException(
        Problem.of(ProblemId.ILLEGAL_OPTION, "The option '" + name + "' does not take this value.")
            .with("given", text)
            .with("takes", type == Boolean.class ? "true, false" : type.getSimpleName())
            .fix("correct the value of '" + name + "', or leave the option out."));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OptionKey<?> key && key.name.equals(name) && key.type.equals(type);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
