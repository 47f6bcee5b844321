package dev.lambic.error;

import org.jspecify.annotations.Nullable;

/**
 * A run could not go on: a statement or a migration's own code failed, or the version table was not as expected. The
 * problem says what was rolled back and what was not. Mirrors the reference's {@code MigrationError}.
 */
public sealed class MigrationException extends LambicException
    permits IrreversibleMigrationException {
  /** Makes the exception that carries a problem. */
  public MigrationException(Problem problem) {
    super(problem, null);
  }

  /** Makes the exception that carries a problem, and what led to it. */
  public MigrationException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
