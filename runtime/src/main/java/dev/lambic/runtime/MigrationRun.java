package dev.lambic.runtime;

import dev.lambic.error.LambicException;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.Operations;
import dev.lambic.runtime.Transactions.Rollback;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a context: reads where the database stands, and carries out what is to be done from there, step by step. */
final class MigrationRun {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 6;

  private final MigrationContext context;
  private final Transactions transactions;
  private final StatementLog log;
  private final @Nullable ScriptWriter script;
  private final @Nullable RunGuard guard;

  /**
   * @param script where the run is written to; null when it is carried out
   * @param guard what keeps others out while the run is carried out; null when it is written
   */
  MigrationRun(
      MigrationContext context,
      Transactions transactions,
      StatementLog log,
      @Nullable ScriptWriter script,
      @Nullable RunGuard guard) {
    this.context = context;
    this.transactions = transactions;
    this.log = log;
    this.script = script;
    this.guard = guard;
  }

  /** Nothing but "nothing to do" is decided without the lock: what it depends on is read anew once it is held. */
  void run(MigrationsFunction migrations) {
    Optional<List<String>> rows = context.readVersions();
    List<? extends MigrationStep> steps = migrations.steps(rows.orElse(List.of()), context);
    if (steps.isEmpty()) {
      return;
    }
    if (guard == null) {
      carryOut(steps, rows);
      return;
    }
    boolean isNew = guard.enter();
    try {
      if (isNew) {
        Optional<List<String>> before = rows;
        rows = context.readVersions();
        steps = rows.equals(before) ? steps : migrations.steps(rows.orElse(List.of()), context);
      }
      carryOut(steps, rows);
    } catch (Throwable failure) {
      guard.leave(failure);
      throw failure;
    }
    guard.leaveWhenRunEnds();
  }

  private void carryOut(List<? extends MigrationStep> steps, Optional<List<String>> rows) {
    if (steps.isEmpty()) {
      return;
    }
    List<String> heads = rows.orElse(List.of());
    rehearse(steps, heads);
    context.learnOfServer();
    runSteps(steps, heads, rows.isEmpty());
  }

  /** A step that does not fit the rows is found out before anything runs. */
  private static void rehearse(List<? extends MigrationStep> steps, List<String> heads) {
    HeadRows rehearsed = new HeadRows(heads);
    steps.forEach(rehearsed::advance);
  }

  private void createVersionTable() {
    try {
      context.invoke(new CreateTableOp(context.opts().versionTable().definition()));
    } catch (MigrationException e) {
      throw Failures.versionTableNotCreated(context.opts().versionTable(), e);
    }
  }

  private void runSteps(
      List<? extends MigrationStep> steps, List<String> heads, boolean lacksVersionTable) {
    prepare(heads, lacksVersionTable);
    HeadMaintainer maintainer = new HeadMaintainer(context, heads);
    List<MigrationStep> done = new ArrayList<>();
    int retries = 0;
    while (done.size() < steps.size()) {
      MigrationStep step = steps.get(done.size());
      log.clear();
      ProxyTransaction transaction = transactions.begin(true);
      try {
        confirmLock();
        runStep(step, maintainer);
        transaction.commit();
        done.add(step);
        context.arrivedAt(maintainer.heads());
      } catch (Throwable failure) {
        Rollback undone = retries < context.opts().limits().lockTimeoutRetries()
            ? undoneForLockTimeout(failure)
            : Rollback.NOTHING_TO_ROLL_BACK;
        if (undone == Rollback.RUN_UNDONE || undone == Rollback.STEP_UNDONE) {
          pauseBeforeRetry(step, failure, retries++);
          if (undone == Rollback.RUN_UNDONE) {
            done.clear();
            prepare(heads, lacksVersionTable);
          }
          maintainer = new HeadMaintainer(context, context.lastHeads());
          continue;
        }
        Rollback rollback = transactions.rollback(failure);
        if (failure instanceof Error error && !(failure instanceof LinkageError)) {
          throw error;
        }
        throw new Failures(context.dialect(), log, rollback).of(step, done, failure);
      }
    }
  }

  private void prepare(List<String> heads, boolean lacksVersionTable) {
    context.arrivedAt(heads);
    if (lacksVersionTable) {
      createVersionTable();
    }
  }

  private void confirmLock() {
    if (guard != null) {
      guard.confirm();
    }
  }

  /** A failure for a lock timeout alone is undone if all of it can be. */
  private Rollback undoneForLockTimeout(Throwable failure) {
    boolean isLockTimeout = failure instanceof LambicException known
        && known.getCause() instanceof SQLException e
        && context.dialect().isLockTimeout(e);
    boolean isAllInTransaction = log.permanentCount() + log.doubtfulCount() == 0
        && (context.dialect().hasTransactionalDdl() || !log.hasLeftTheContext());
    return isLockTimeout && isAllInTransaction
        ? transactions.restart(failure)
        : Rollback.NOTHING_TO_ROLL_BACK;
  }

  private void pauseBeforeRetry(MigrationStep step, Throwable failure, int retries) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(retries, MOST_DOUBLINGS));
    Problem reason = ((LambicException) failure).problem();
    context.opts().listener().retrying(step, reason, pause);
    Pauses.sleep(pause, "waiting to try again after a lock timeout");
  }

  private void runStep(MigrationStep step, HeadMaintainer maintainer) throws Exception {
    long start = System.nanoTime();
    MigrationListener listener = context.opts().listener();
    listener.stepStarted(step);
    if (script != null) {
      if (maintainer.heads().isEmpty()) {
        createVersionTable();
      }
      script.comment("Running " + step.shortLog());
    }
    step.migrationFunction().run(new Operations(context));
    maintainer.updateToStep(step);
    listener.stepFinished(step, maintainer.heads(), Duration.ofNanos(System.nanoTime() - start));
  }
}
