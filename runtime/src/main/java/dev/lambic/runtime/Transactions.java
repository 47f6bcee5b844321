package dev.lambic.runtime;

import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

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
    /** No database was changed: a script was written. */
    SCRIPT,
    /** The transaction is the caller's to end. */
    LEFT_TO_CALLER,
    /** There was one, but whether the database has undone or committed it is not known. */
    FAILED
  }

  /** What is done between two transactions. */
  @FunctionalInterface
  interface Body<X extends Exception> {
    void run() throws X;
  }

  /** Begins a transaction for a run or for one migration; one that does nothing where it is not due. */
  abstract ProxyTransaction begin(boolean perMigration);

  /** Opens the transaction that is due, now that a statement needs it. */
  abstract void beforeStatement();

  /** Tells whether statements can still be rolled back, by us or by the caller. */
  abstract boolean isOpen();

  /** Tells whether the transaction at hand, if any, is the caller's. */
  boolean isCallers() {
    return false;
  }

  abstract void commit();

  /**
   * Commits what has been done so far of a run's one transaction, which goes on: after a step of which something cannot be
   * rolled back any more, so that the version table says what is so.
   */
  void commitStep() {}

  /** Rolls back the transaction at hand, whoever holds it; what goes wrong is added to the failure that led here. */
  abstract Rollback rollback(Throwable reason);

  /** Tells whether the last rollback has found the connection lost. */
  boolean isConnectionLost() {
    return false;
  }

  /** Runs something between the commit of the transaction at hand and the begin of the next. */
  abstract <X extends Exception> void suspended(Body<X> body) throws X;

  /** Prepares a query that may fail without harm to the transaction at hand. */
  @Nullable
  Savepoint beforeQuestion() {
    return null;
  }

  /** Brings the transaction back to where it was, if the query has failed. */
  void afterQuestion(@Nullable Savepoint before, boolean isAnswered) {}

  /** Notes how the connection is, before steps run that may change it. */
  void runBegins() {}

  /** Brings the connection back to how it was, once no transaction of ours is open any more. */
  void runEnds() {}

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
}
