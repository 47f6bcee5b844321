package dev.lambic.error;

/** A downgrade would have to undo a revision that has no {@code downgrade} method. Nothing has been undone. */
public final class IrreversibleMigrationException extends MigrationException {
  /** Makes the exception that carries a problem. */
  public IrreversibleMigrationException(Problem problem) {
    super(problem);
  }
}
