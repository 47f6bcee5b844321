package dev.lambic.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Decides which transactions a context begins on its connection, and ends them. A connection that is not in auto-commit
 * mode is in a transaction of the caller's: it is left alone. The connection is back in auto-commit mode whenever a
 * transaction has ended.
 */
final class ConnectionTransactions extends Transactions {
  private final Connection connection;
  private final boolean onePerRun;
  private final boolean external;
  private @Nullable ProxyTransaction current;
  private boolean coversRun;
  private boolean open;
  private boolean wasSuspended;
  private @Nullable Runnable afterRun;

  ConnectionTransactions(Connection connection, boolean onePerRun) {
    this.connection = connection;
    this.onePerRun = onePerRun;
    try {
      this.external = !connection.getAutoCommit();
    } catch (SQLException e) {
      throw Failures.transactionFailed("begin", e);
    }
  }

  /** Begins a transaction for a run or for one migration; one that does nothing where it is not due. */
  @Override
  ProxyTransaction begin(boolean perMigration) {
    boolean due = !external && current == null && (perMigration || onePerRun);
    ProxyTransaction transaction = new ProxyTransaction(this, due);
    if (due) {
      current = transaction;
      coversRun = !perMigration;
      wasSuspended = false;
    }
    return transaction;
  }

  /** Opens the transaction that is due, now that a statement needs it. */
  @Override
  void beforeStatement() {
    if (current != null && !open) {
      try {
        connection.setAutoCommit(false);
        open = true;
      } catch (SQLException e) {
        throw Failures.transactionFailed("begin", e);
      }
    }
  }

  /** Tells whether statements can still be rolled back, by us or by the caller. */
  @Override
  boolean isOpen() {
    return open || external;
  }

  @Override
  void commit() {
    commitOpen();
    current = null;
    runEnded();
  }

  private void commitOpen() {
    if (open) {
      try {
        connection.commit();
        open = false;
        connection.setAutoCommit(true);
      } catch (SQLException e) {
        throw Failures.transactionFailed("commit", e);
      }
    }
  }

  @Override
  void whenRunEnds(Runnable action) {
    if (current != null && coversRun) {
      afterRun = action;
    } else {
      action.run();
    }
  }

  private void runEnded() {
    Runnable action = afterRun;
    afterRun = null;
    if (action != null) {
      action.run();
    }
  }

  @Override
  boolean isCallers() {
    return external;
  }

  @Override
  Rollback restart(Throwable reason) {
    ProxyTransaction transaction = current;
    if (transaction == null || !open || wasSuspended) {
      return Rollback.NOTHING_TO_ROLL_BACK;
    }
    try {
      connection.rollback();
      open = false;
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      reason.addSuppressed(e);
      return Rollback.FAILED;
    }
    if (coversRun) {
      return Rollback.RUN_UNDONE;
    }
    transaction.end();
    current = null;
    return Rollback.STEP_UNDONE;
  }

  /** Rolls back the transaction at hand, whoever holds it; what goes wrong is added to the failure that led here. */
  @Override
  Rollback rollback(Throwable reason) {
    if (external) {
      return Rollback.LEFT_TO_CALLER;
    }
    boolean wasOpen = open;
    if (current != null) {
      current.end();
    }
    current = null;
    open = false;
    if (!wasOpen) {
      runEnded();
      return Rollback.NOTHING_TO_ROLL_BACK;
    }
    try {
      connection.rollback();
      connection.setAutoCommit(true);
      return coversRun ? Rollback.RUN_UNDONE : Rollback.STEP_UNDONE;
    } catch (SQLException e) {
      reason.addSuppressed(e);
      return Rollback.FAILED;
    } finally {
      runEnded();
    }
  }

  /** A transaction that is only due has not begun: nothing is to be committed, and the statements run on their own. */
  @Override
  void suspended(Runnable body) {
    ProxyTransaction suspended = current;
    if (external || suspended == null) {
      body.run();
      return;
    }
    commitOpen();
    wasSuspended = true;
    current = null;
    body.run();
    current = suspended;
  }
}
