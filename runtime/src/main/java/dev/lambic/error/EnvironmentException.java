package dev.lambic.error;

import org.jspecify.annotations.Nullable;

/**
 * What a run needs from outside is missing or wrong: an option, the driver, the connection, the revision index. Nothing
 * has been done to the database. Mirrors the reference's {@code EnvironmentError}.
 */
public final class EnvironmentException extends LambicException {
  /** Makes the exception that carries a problem. */
  public EnvironmentException(Problem problem) {
    super(problem, null);
  }

  /** Makes the exception that carries a problem, and what led to it. */
  public EnvironmentException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
