package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/**
 * Decides which transactions a context begins on its connection, and ends them. A connection that is not in auto-commit
 * mode is in a transaction of the caller's: it is left alone. The connection is back in auto-commit mode whenever a
 * transaction has ended; where that cannot be had, it is closed, so that no pool hands it out again.
 */
final class ConnectionTransactions extends Transactions {
  private static final int SECONDS_TO_ANSWER = 5;

  private final Connection connection;
  private final Dialect dialect;
  private final boolean onePerRun;
  private final StatementLog log;
  private final boolean external;
  private @Nullable ProxyTransaction current;
  private boolean coversRun;
  private boolean open;
  private boolean isCommitting;
  private boolean isLost;
  private @Nullable ConnectionState before;
  private boolean hasRunEnded;
  private boolean isPartlyCommitted;
  private @Nullable Runnable afterRun;

  ConnectionTransactions(
      Connection connection, Dialect dialect, boolean onePerRun, StatementLog log) {
    this.connection = connection;
    this.dialect = dialect;
    this.onePerRun = onePerRun;
    this.log = log;
    try {
      this.external = !connection.getAutoCommit();
    } catch (SQLException e) {
      throw Failures.transactionFailed("begin", e);
    }
  }

  @Override
  ProxyTransaction begin(boolean perMigration) {
    boolean due = !external && current == null && (perMigration || onePerRun);
    ProxyTransaction transaction = new ProxyTransaction(this, due);
    if (due) {
      current = transaction;
      coversRun = !perMigration;
      isPartlyCommitted = false;
    }
    return transaction;
  }

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

  @Override
  boolean isOpen() {
    return open || external;
  }

  @Override
  boolean isCallers() {
    return external;
  }

  @Override
  void commit() {
    if (open) {
      isCommitting = true;
      try {
        connection.commit();
      } catch (SQLException e) {
        throw Failures.transactionFailed("commit", e);
      }
      isCommitting = false;
      open = false;
      leaveTransaction();
    }
    current = null;
    restoreIfDone();
    runEnded();
  }

  @Override
  void commitStep() {
    ProxyTransaction goingOn = current;
    if (goingOn != null && open) {
      commit();
      current = goingOn;
      isPartlyCommitted = true;
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
  Rollback restart(Throwable reason) {
    ProxyTransaction transaction = current;
    if (transaction == null || !open || isPartlyCommitted) {
      return Rollback.NOTHING_TO_ROLL_BACK;
    }
    try {
      connection.rollback();
      open = false;
      leaveTransaction();
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

  /** The caller's transaction is left alone. One that a migration has begun by itself, and left open, is not. */
  @Override
  Rollback rollback(Throwable reason) {
    if (external) {
      isLost = !isAlive();
      return Rollback.LEFT_TO_CALLER;
    }
    if (current != null) {
      current.end();
    }
    current = null;
    boolean wasOpen = open;
    boolean wasCommitting = isCommitting;
    open = false;
    isCommitting = false;
    try {
      if (wasOpen || !connection.getAutoCommit()) {
        connection.rollback();
        leaveTransaction();
      }
    } catch (SQLException e) {
      reason.addSuppressed(e);
      isLost = !isAlive();
      close();
      if (wasOpen && (wasCommitting || !isLost)) {
        runEnded();
        return Rollback.FAILED;
      }
    }
    restoreIfDone();
    runEnded();
    return !wasOpen
        ? Rollback.NOTHING_TO_ROLL_BACK
        : coversRun ? Rollback.RUN_UNDONE : Rollback.STEP_UNDONE;
  }

  @Override
  boolean isConnectionLost() {
    return isLost;
  }

  private boolean isAlive() {
    try {
      return !connection.isClosed() && connection.isValid(SECONDS_TO_ANSWER);
    } catch (SQLException e) {
      return false;
    }
  }

  private void leaveTransaction() {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      close();
    }
  }

  /** What is amiss with the connection has been reported, or shows as soon as somebody uses it. */
  private void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      isLost = true;
    }
  }

  /** A transaction that is only due has not begun: nothing is to be committed, and the statements run on their own. */
  @Override
  <X extends Exception> void suspended(Body<X> body) throws X {
    ProxyTransaction suspended = current;
    if (external || suspended == null) {
      body.run();
      return;
    }
    boolean coveredRun = coversRun;
    if (open) {
      commit();
      log.committed();
      isPartlyCommitted = true;
    }
    current = null;
    try {
      body.run();
    } finally {
      current = suspended;
      coversRun = coveredRun;
    }
  }

  @Override
  @Nullable
  Savepoint beforeQuestion() {
    try {
      return dialect.isTransactionLostWithStatement() && !connection.getAutoCommit()
          ? connection.setSavepoint()
          : null;
    } catch (SQLException e) {
      // The question itself fails as well then, and says why.
      return null;
    }
  }

  @Override
  void afterQuestion(@Nullable Savepoint before, boolean isAnswered) {
    if (before == null) {
      return;
    }
    try {
      if (!isAnswered) {
        connection.rollback(before);
      }
      connection.releaseSavepoint(before);
    } catch (SQLException e) {
      throw Failures.transactionFailed("go on with", e);
    }
  }

  @Override
  void runBegins() {
    hasRunEnded = false;
    if (before == null) {
      try {
        before = ConnectionState.of(connection, dialect);
      } catch (SQLException e) {
        throw Failures.transactionFailed("begin", e);
      }
    }
  }

  @Override
  void runEnds() {
    hasRunEnded = true;
    restoreIfDone();
  }

  private void restoreIfDone() {
    ConnectionState state = before;
    if (state == null || !hasRunEnded || current != null) {
      return;
    }
    before = null;
    try {
      if (connection.getAutoCommit() == external) {
        connection.setAutoCommit(!external);
      }
      state.restore(connection, dialect);
    } catch (SQLException e) {
      if (!external) {
        close();
      }
    }
  }
}
