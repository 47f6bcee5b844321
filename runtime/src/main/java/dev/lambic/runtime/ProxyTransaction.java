package dev.lambic.runtime;

/**
 * A transaction around a run or a migration, or the place where one would be: what it stands for depends on the database,
 * the options and the caller. For try-with-resources: closing it rolls back, unless {@link #commit} came first. Mirrors
 * Alembic's {@code _ProxyTransaction}.
 */
public final class ProxyTransaction implements AutoCloseable {
  private final Transactions transactions;
  private boolean active;

  ProxyTransaction(Transactions transactions, boolean active) {
    this.transactions = transactions;
    this.active = active;
  }

  /** Tells whether this is a real transaction that has not ended. */
  public boolean isActive() {
    return active;
  }

  /**
   * Commits.
   *
   * @throws dev.lambic.error.MigrationException if the database refuses
   */
  public void commit() {
    if (active) {
      transactions.commit();
      active = false;
    }
  }

  /**
   * Rolls back.
   *
   * @throws dev.lambic.error.MigrationException if the database does not carry it out
   */
  public void rollback() {
    if (active) {
      RuntimeException failure = Failures.rollbackFailed();
      if (transactions.rollback(failure) == Transactions.Rollback.FAILED) {
        throw failure;
      }
    }
  }

  /** Rolls back, unless the transaction has ended. */
  @Override
  public void close() {
    rollback();
  }

  /** Marks the transaction as ended by other means. */
  void end() {
    active = false;
  }
}
