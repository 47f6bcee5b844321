package dev.lambic.error;

/**
 * Two revisions were given as the ends of a range, but neither is an ancestor of the other. Mirrors Alembic's {@code
 * RangeNotAncestorError}.
 */
public final class RangeNotAncestorException extends RevisionException {
  /** Makes the exception that carries a problem. */
  public RangeNotAncestorException(Problem problem) {
    super(problem);
  }
}
