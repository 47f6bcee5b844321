package dev.lambic.error;

/**
 * A revision names itself as its parent. Mirrors Alembic's {@code LoopDetected}.
 */
public final class LoopDetectedException extends CycleDetectedException {
  /** Makes the exception that carries a problem. */
  public LoopDetectedException(Problem problem) {
    super(problem);
  }
}
