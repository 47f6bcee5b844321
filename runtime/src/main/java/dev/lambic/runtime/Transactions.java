package dev.lambic.runtime;

/** Decides which transactions a context begins, and ends them. */
abstract class Transactions {
  /** What a rollback has achieved. */
  enum Rollback {
    /** The transaction of the whole run has been undone. */
    RUN_UNDONE,
    /** The transaction of the step has been undone. */
    STEP_UNDONE,
    /** There was none of ours. */
    NOTHING_TO_ROLL_BACK,
    /** The transaction is the caller's to end. */
    LEFT_TO_CALLER,
    /** There was one, but the database did not carry the rollback out. */
    FAILED
  }

  /** Begins a transaction for a run or for one migration; one that does nothing where it is not due. */
  abstract ProxyTransaction begin(boolean perMigration);

  /** Opens the transaction that is due, now that a statement needs it. */
  abstract void beforeStatement();

  /** Tells whether statements can still be rolled back, by us or by the caller. */
  abstract boolean isOpen();

  abstract void commit();

  /** Rolls back the transaction at hand, whoever holds it; what goes wrong is added to the failure that led here. */
  abstract Rollback rollback(Throwable reason);

  /** Runs something between the commit of the transaction at hand and the begin of the next. */
  abstract void suspended(Runnable body);

  /** Does something once the transaction of the whole run has ended; at once where there is none. */
  void whenRunEnds(Runnable action) {
    action.run();
  }

  /**
   * Undoes all that the transaction at hand has done, so that it can be done again: the transaction of a run begins anew with
   * the next statement, that of a step is over.
   *
   * @return how much that was: nothing where part of it has been committed, or the database did not carry it out
   */
  Rollback restart(Throwable reason) {
    return Rollback.NOTHING_TO_ROLL_BACK;
  }

  /** Tells whether the transaction is the caller's to begin and end. */
  boolean isCallers() {
    return false;
  }
}
