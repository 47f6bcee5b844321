package dev.lambic.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything that Lambic throws for a reason that its user can do something about. {@link #problem()} holds
 * the facts; {@link #getMessage()} is their text. Mirrors Alembic's {@code CommandError} and what goes with it.
 */
public abstract sealed class LambicException extends RuntimeException
    permits RevisionException, EnvironmentException, MigrationException {

  private final Problem problem;

  LambicException(Problem problem, @Nullable Throwable cause) {
    super(problem.headline(), cause);
    this.problem = Objects.requireNonNull(problem, "problem");
  }

  /** Returns the facts of the failure, for a caller that shows them in its own way. */
  public final Problem problem() {
    return problem;
  }

  /** Returns the problem as text of one or more lines; never holds a password. */
  @Override
  public final String getMessage() {
    return problem.render();
  }
}
