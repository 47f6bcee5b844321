package dev.lambic.error;

/**
 * The revision graph is wrong, or it cannot answer what was asked of it. The subclasses are the cases that a caller may
 * want to tell apart. Mirrors Alembic's {@code RevisionError}.
 */
public sealed class RevisionException extends LambicException
    permits CycleDetectedException,
        MultipleHeadsException,
        RangeNotAncestorException,
        ResolutionException {
  /** Makes the exception that carries a problem. */
  public RevisionException(Problem problem) {
    super(problem, null);
  }
}
