package dev.lambic.error;

/**
 * One revision was asked for, as with {@code head}, where the history has several heads. Mirrors Alembic's {@code
 * MultipleHeads}.
 */
public final class MultipleHeadsException extends RevisionException {
  /** Makes the exception that carries a problem. */
  public MultipleHeadsException(Problem problem) {
    super(problem);
  }
}
