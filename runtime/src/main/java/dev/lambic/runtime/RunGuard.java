package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.RunLock;
import dev.lambic.dialect.SessionLimit;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other runs out while a context changes its database, and keeps the session to its limits in time. Both last until
 * the transaction of the run has ended.
 */
final class RunGuard {
  private static final Duration FIRST_POLL = Duration.ofMillis(50);
  private static final Duration LONGEST_POLL = Duration.ofSeconds(1);
  private static final Duration REPORT = Duration.ofSeconds(10);

  private final MigrationContext context;
  private final Connection connection;
  private final Transactions transactions;
  private final RunLimits limits;
  private final Deque<String> undoLimits = new ArrayDeque<>();
  private @Nullable RunLock lock;

  RunGuard(MigrationContext context, Connection connection, Transactions transactions) {
    this.context = context;
    this.connection = connection;
    this.transactions = transactions;
    this.limits = context.opts().limits();
  }

  /**
   * Takes the lock, waiting for whoever holds it, and sets the limits; nothing while the guard is there already.
   *
   * @return whether the lock has been taken: others may have changed the database before
   */
  boolean enter() {
    if (lock != null) {
      return false;
    }
    RunLock free = newLock();
    await(free);
    lock = free;
    try {
      setLimits();
    } catch (RuntimeException e) {
      leave(e);
      throw e;
    }
    return !free.equals(RunLock.NONE);
  }

  private RunLock newLock() {
    if (!limits.isExclusive()) {
      return RunLock.NONE;
    }
    try {
      return context
          .dialect()
          .runLock(connection, context.opts().versionTable(), transactions.isCallers());
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private void await(RunLock free) {
    long start = System.nanoTime();
    Duration pause = FIRST_POLL;
    Duration reported = REPORT.negated();
    while (true) {
      Optional<String> holder = tryTake(free);
      if (holder.isEmpty()) {
        return;
      }
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(limits.lockWait()) >= 0) {
        throw held(holder.get(), waited);
      }
      if (waited.minus(reported).compareTo(REPORT) >= 0) {
        context.opts().listener().waitingForLock(holder.get(), waited, limits.lockWait());
        reported = waited;
      }
      Duration left = limits.lockWait().minus(waited);
      Pauses.sleep(pause.compareTo(left) < 0 ? pause : left, "waiting for another run to end");
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_POLL) < 0 ? pause.multipliedBy(2) : LONGEST_POLL;
    }
  }

  private Optional<String> tryTake(RunLock free) {
    try {
      return free.tryTake(connection);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private EnvironmentException held(String holder, Duration waited) {
    return new EnvironmentException(Problem.of(
            ProblemId.LOCK_HELD,
            "Another run is changing this database; this one has done nothing.")
        .with("lock held by", holder)
        .with("waited", waited.toSeconds() + " s")
        .fix("run the command again when the other run has ended.")
        .fix("wait longer for it, with 'lockWait'.")
        .fix("if it hangs, end its session in the database: the lock ends with it."));
  }

  private EnvironmentException unavailable(SQLException e) {
    return new EnvironmentException(
        Problem.of(
                ProblemId.LOCK_UNAVAILABLE, "The lock that keeps other runs out cannot be taken.")
            .with("database says", Failures.text(context.dialect().messageOf(e), e))
            .fix("give the user the right that the database asks for.")
            .fix(
                "see to it that no other run is under way, and run without the lock: 'exclusive' off."),
        e);
  }

  private void setLimits() {
    Dialect dialect = context.dialect();
    if (limits.lockTimeout() != null) {
      for (SessionLimit limit : dialect.requireLockTimeouts()) {
        set(limit, limits.lockTimeout());
      }
    }
    Duration statementTimeout = limits.statementTimeout();
    if (statementTimeout != null) {
      dialect.requireStatementTimeout();
      dialect.statementTimeout().ifPresent(limit -> set(limit, statementTimeout));
    }
  }

  private void set(SessionLimit limit, Duration bound) {
    try {
      undoLimits.push(limit.set(connection, bound));
    } catch (SQLException e) {
      throw new EnvironmentException(
          Problem.of(ProblemId.UNSUPPORTED_OPTION, "The database does not keep to a limit in time.")
              .with("statement", limit.statement())
              .with("database says", Failures.text(context.dialect().messageOf(e), e))
              .fix(
                  "leave 'lockTimeout' and 'statementTimeout' out, or give the user the right to set them."),
          e);
    }
  }

  /**
   * Makes sure between two steps that the lock is still held.
   *
   * @throws MigrationException if it is not
   */
  void confirm() {
    if (lock == null) {
      return;
    }
    try {
      if (lock.confirm(connection)) {
        return;
      }
    } catch (SQLException e) {
      throw lost(e);
    }
    throw lost(null);
  }

  private static MigrationException lost(@Nullable SQLException e) {
    return new MigrationException(
        Problem.of(ProblemId.LOCK_LOST, "This run has lost the lock that keeps other runs out.")
            .fix("see with 'current' where the database stands, and run the command again."),
        e);
  }

  /** Gives everything back once the transaction of the run has ended. What goes wrong is only worth a warning. */
  void leaveWhenRunEnds() {
    transactions.whenRunEnds(() -> giveBack()
        .ifPresent(e -> context
            .opts()
            .listener()
            .warned(Problem.of(
                    ProblemId.LOCK_LOST,
                    "The run has ended well, but could not give everything back to the session.")
                .with("database says", Failures.text(context.dialect().messageOf(e), e))
                .fix("close the connection: locks and limits end with it."))));
  }

  /** Gives everything back after a failure, which is the one that counts. With a closed connection, all is gone anyway. */
  void leave(Throwable failure) {
    if (isClosed()) {
      lock = null;
      undoLimits.clear();
    }
    giveBack().ifPresent(failure::addSuppressed);
  }

  private boolean isClosed() {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  private Optional<SQLException> giveBack() {
    SQLException first = null;
    while (!undoLimits.isEmpty()) {
      first = worse(first, () -> undo(undoLimits.pop()));
    }
    RunLock held = lock;
    lock = null;
    if (held != null) {
      first = worse(first, () -> {
        if (!held.release(connection)) {
          throw new SQLException("the lock was not held any more");
        }
      });
    }
    return Optional.ofNullable(first);
  }

  private void undo(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @FunctionalInterface
  private interface SqlAction {
    void run() throws SQLException;
  }

  private static @Nullable SQLException worse(@Nullable SQLException first, SqlAction action) {
    try {
      action.run();
      return first;
    } catch (SQLException e) {
      if (first == null) {
        return e;
      }
      first.addSuppressed(e);
      return first;
    }
  }
}
