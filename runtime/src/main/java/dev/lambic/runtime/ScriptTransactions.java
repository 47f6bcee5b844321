package dev.lambic.runtime;

import org.jspecify.annotations.Nullable;

/** Writes the begin and the commit of transactions into a script; where DDL is not transactional, neither. */
final class ScriptTransactions extends Transactions {
  private final ScriptWriter script;
  private final boolean transactionalDdl;
  private final boolean onePerRun;
  private @Nullable ProxyTransaction current;

  ScriptTransactions(ScriptWriter script, boolean transactionalDdl, boolean onePerRun) {
    this.script = script;
    this.transactionalDdl = transactionalDdl;
    this.onePerRun = onePerRun;
  }

  @Override
  ProxyTransaction begin(boolean perMigration) {
    boolean due = transactionalDdl && current == null && perMigration != onePerRun;
    ProxyTransaction transaction = new ProxyTransaction(this, due);
    if (due) {
      current = transaction;
      script.begin();
    }
    return transaction;
  }

  @Override
  void beforeStatement() {}

  @Override
  boolean isOpen() {
    return current != null;
  }

  @Override
  void commit() {
    if (current != null) {
      script.commit();
    }
    current = null;
  }

  /** What has been written stays; the script ends here. */
  @Override
  Rollback rollback(Throwable reason) {
    if (current != null) {
      current.end();
    }
    current = null;
    return Rollback.SCRIPT;
  }

  @Override
  <X extends Exception> void suspended(Body<X> body) throws X {
    if (current == null) {
      body.run();
      return;
    }
    script.commit();
    body.run();
    script.begin();
  }
}
