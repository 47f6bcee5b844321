package dev.lambic.error;

/**
 * Revisions need each other in a circle, so that none of them can be the first. Mirrors Alembic's {@code CycleDetected} and its
 * relatives.
 */
public final class CycleDetectedException extends RevisionException {
  /** Makes the exception that carries a problem. */
  public CycleDetectedException(Problem problem) {
    super(problem);
  }
}
