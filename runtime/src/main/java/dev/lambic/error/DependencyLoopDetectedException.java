package dev.lambic.error;

/**
 * A revision names itself as its dependency. Mirrors Alembic's {@code DependencyLoopDetected}, which is a {@code
 * LoopDetected} too; a class of Java's has one parent only.
 */
public final class DependencyLoopDetectedException extends DependencyCycleDetectedException {
  /** Makes the exception that carries a problem. */
  public DependencyLoopDetectedException(Problem problem) {
    super(problem);
  }
}
