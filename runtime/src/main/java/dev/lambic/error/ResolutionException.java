package dev.lambic.error;

/**
 * A symbol names no revision, or more than one. Mirrors Alembic's {@code ResolutionError}.
 */
public final class ResolutionException extends RevisionException {
  /** Makes the exception that carries a problem. */
  public ResolutionException(Problem problem) {
    super(problem);
  }
}
