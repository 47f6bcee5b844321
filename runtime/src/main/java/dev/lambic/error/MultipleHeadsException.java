package dev.lambic.error;

/**
 * One revision was asked for, as with {@code head}, where the history has several heads. Mirrors Alembic's {@code
 * MultipleHeads}.
 */
public final class MultipleHeadsException extends RevisionException {
  public MultipleHeadsException(Problem problem) {
    super(problem);
  }
}
