package dev.lambic.runtime;

import dev.lambic.operations.Operations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a context: reads where the database stands, and carries out what is to be done from there, step by step. */
final class MigrationRun {
  private final MigrationContext context;
  private final Transactions transactions;
  private final StatementLog log;
  private final @Nullable ScriptWriter script;

  /** The version table is emptied in the transaction of the first step, or by itself where there is none. */
  private boolean isToBeEmptied;

  /**
   * @param script where the run is written to; null when it is carried out
   */
  MigrationRun(
      MigrationContext context,
      Transactions transactions,
      StatementLog log,
      @Nullable ScriptWriter script) {
    this.context = context;
    this.transactions = transactions;
    this.log = log;
    this.script = script;
  }

  void run(MigrationsFunction migrations) {
    Optional<List<String>> rows = context.readVersions();
    boolean purges = context.opts().purge() && rows.isPresent();
    List<String> heads = purges ? List.of() : rows.orElse(List.of());
    List<? extends MigrationStep> steps = migrations.steps(heads, context);
    if (steps.isEmpty() && !purges) {
      return;
    }
    refuseInTransactionOfCallers(steps);
    rehearse(steps, heads);
    context.learnOfServer();
    if (rows.isEmpty()) {
      context.createVersionTable();
    }
    transactions.runBegins();
    try {
      isToBeEmptied = purges;
      runSteps(steps, heads);
      if (isToBeEmptied) {
        emptyVersionTable();
      }
    } finally {
      transactions.runEnds();
    }
  }

  private void refuseInTransactionOfCallers(List<? extends MigrationStep> steps) {
    if (transactions.isCallers()) {
      steps.stream().filter(step -> !step.isTransactional()).findFirst().ifPresent(step -> {
        throw Failures.transactionInTheWay(step);
      });
    }
  }

  /** A step that does not fit the rows is found out before anything runs. */
  private static void rehearse(List<? extends MigrationStep> steps, List<String> heads) {
    HeadRows rehearsed = new HeadRows(heads);
    steps.forEach(rehearsed::advance);
  }

  private void emptyVersionTable() {
    context.execute(context.dialect().deleteVersions(context.opts().versionTable()));
    isToBeEmptied = false;
  }

  private void runSteps(List<? extends MigrationStep> steps, List<String> heads) {
    HeadMaintainer maintainer = new HeadMaintainer(context, heads);
    List<MigrationStep> done = new ArrayList<>();
    int kept = 0;
    for (MigrationStep step : steps) {
      log.clear();
      try {
        stopIfInterrupted();
        runInTransaction(step, maintainer);
      } catch (Throwable failure) {
        Transactions.Rollback rollback = rollback(failure);
        if (failure instanceof Error error && !(failure instanceof LinkageError)) {
          throw error;
        }
        boolean isCommitted =
            log.hasCommitted() && rollback != Transactions.Rollback.LEFT_TO_CALLER;
        throw new Failures(context.dialect(), log, rollback, transactions.isConnectionLost())
            .of(step, done, isCommitted ? done.size() : kept, failure);
      }
      done.add(step);
      if (!transactions.isOpen()) {
        kept = done.size();
      }
      context.arrivedAt(maintainer.heads());
    }
  }

  /** Some databases give their files up when a thread that is interrupted works on them. */
  private Transactions.Rollback rollback(Throwable failure) {
    boolean wasInterrupted = Thread.interrupted();
    try {
      return transactions.rollback(failure);
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw Failures.interrupted();
    }
  }

  private void runInTransaction(MigrationStep step, HeadMaintainer maintainer) throws Exception {
    if (!step.isTransactional()) {
      transactions.suspended(() -> runStep(step, maintainer));
      return;
    }
    ProxyTransaction transaction = transactions.begin(true);
    runStep(step, maintainer);
    transaction.commit();
    if (log.hasCommitted()) {
      transactions.commitStep();
    }
  }

  private void runStep(MigrationStep step, HeadMaintainer maintainer) throws Exception {
    long start = System.nanoTime();
    MigrationListener listener = context.opts().listener();
    listener.stepStarted(step);
    if (script != null) {
      if (maintainer.heads().isEmpty()) {
        context.createVersionTable();
      }
      script.comment("Running " + step.shortLog());
    }
    if (isToBeEmptied) {
      emptyVersionTable();
    }
    step.migrationFunction().run(new Operations(context));
    maintainer.updateToStep(step);
    for (VersionApplyCallback callback : context.opts().onVersionApply()) {
      callback.applied(context, step.info(), maintainer.heads(), context.runArgs());
    }
    listener.stepFinished(step, maintainer.heads(), Duration.ofNanos(System.nanoTime() - start));
  }
}
