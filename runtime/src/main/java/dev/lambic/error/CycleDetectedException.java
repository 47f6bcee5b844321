package dev.lambic.error;

/**
 * Revisions come after each other in a circle, so that none of them can be the first. Mirrors Alembic's {@code
 * CycleDetected}.
 */
public sealed class CycleDetectedException extends RevisionException
    permits DependencyCycleDetectedException, LoopDetectedException {
  /** Makes the exception that carries a problem. */
  public CycleDetectedException(Problem problem) {
    super(problem);
  }
}
