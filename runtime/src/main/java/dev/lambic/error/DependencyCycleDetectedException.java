package dev.lambic.error;

/**
 * Revisions need each other in a circle that leads through dependencies. Mirrors Alembic's {@code
 * DependencyCycleDetected}.
 */
public sealed class DependencyCycleDetectedException extends CycleDetectedException
    permits DependencyLoopDetectedException {
  /** Makes the exception that carries a problem. */
  public DependencyCycleDetectedException(Problem problem) {
    super(problem);
  }
}
