package dev.lambic.it.conformance.graph;

import dev.lambic.error.LambicException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What Lambic made of a question: an answer, or an error that its user can do something about. Any other exception is a
 * defect, and passes through.
 *
 * @param value the answer; means nothing if there is an error
 * @param error the error, or null
 */
record Outcome<T>(T value, LambicException error) {
  static <T> Outcome<T> of(Supplier<T> question) {
    try {
      return new Outcome<>(question.get(), null);
    } catch (LambicException e) {
      return new Outcome<>(null, e);
    }
  }

  boolean isError() {
    return error != null;
  }

  <R> Outcome<R> map(Function<T, R> function) {
    return isError() ? new Outcome<>(null, error) : new Outcome<>(function.apply(value), null);
  }

  /** Returns the answer, or throws the error. */
  T get() {
    if (isError()) {
      throw error;
    }
    return value;
  }

  @Override
  public String toString() {
    return isError() ? error.getClass().getSimpleName() + " " + error.getMessage() : value + "";
  }
}
