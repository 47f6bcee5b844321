package dev.lambic.operations;

import org.jspecify.annotations.Nullable;

/**
 * A setting that may have been left out, which is not the same as being set to nothing: a default that is not mentioned
 * stays, one that is given as null is dropped.
 *
 * @param isGiven whether it was mentioned
 * @param value what it was set to; null when it was not mentioned, or set to nothing
 */
public record Given<T>(boolean isGiven, @Nullable T value) {

  /** Returns a setting that was mentioned. */
  public static <T> Given<T> of(@Nullable T value) {
    return new Given<>(true, value);
  }

  /** Returns a setting that was left out. */
  public static <T> Given<T> nothing() {
    return new Given<>(false, null);
  }

  /** Returns this setting, or another where this one was left out. */
  public Given<T> or(Given<T> other) {
    return isGiven ? this : other;
  }
}
