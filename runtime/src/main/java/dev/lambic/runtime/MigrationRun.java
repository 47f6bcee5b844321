package dev.lambic.runtime;

import dev.lambic.error.LambicException;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.RevisionException;
import dev.lambic.operations.Operations;
import dev.lambic.runtime.Journal.Unfinished;
import dev.lambic.runtime.Transactions.Rollback;
import dev.lambic.script.RevisionMap;
import dev.lambic.script.ScriptDirectory;
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
  private @Nullable Journal journal;
  private @Nullable StepRecorder recorder;
  private @Nullable Unfinished unfinished;

  /** The version table is emptied in the transaction of the first step, or by itself where there is none. */
  private boolean isToBeEmptied;

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

  /** What is to be done, from where. */
  private record Plan(
      Optional<List<String>> rows,
      boolean purges,
      List<String> heads,
      List<? extends MigrationStep> steps) {}

  /** Nothing but "nothing to do" is decided without the lock: what it depends on is read anew once it is held. */
  void run(MigrationsFunction migrations) {
    Plan plan = plan(migrations, context.readVersions());
    if (isEmpty(plan)) {
      context.opts().listener().planned(0);
      return;
    }
    refuseInTransactionOfCallers(plan.steps());
    if (guard == null) {
      carryOut(plan);
      return;
    }
    boolean isNew = guard.enter();
    try {
      Optional<List<String>> rows = isNew ? context.readVersions() : plan.rows();
      Plan current = rows.equals(plan.rows()) ? plan : plan(migrations, rows);
      if (!isEmpty(current)) {
        carryOut(current);
      }
    } catch (Throwable failure) {
      guard.leave(failure);
      throw failure;
    }
    guard.leaveWhenRunEnds();
  }

  private Plan plan(MigrationsFunction migrations, Optional<List<String>> rows) {
    boolean purges = context.opts().purge() && rows.isPresent();
    List<String> heads = purges ? List.of() : rows.orElse(List.of());
    try {
      return new Plan(rows, purges, heads, migrations.steps(heads, context));
    } catch (RevisionException e) {
      throw e.problem().id() == ProblemId.DATABASE_AHEAD ? onRecord(e) : e;
    }
  }

  /** The journal knows the revisions that this build lacks. */
  private RevisionException onRecord(RevisionException ahead) {
    Optional<RevisionMap> map = context.script().map(ScriptDirectory::revisionMap);
    Journal record = context.journal();
    if (record == null || map.isEmpty()) {
      return ahead;
    }
    List<JournalEntry> lacking;
    try {
      lacking = record.applied().stream()
          .filter(entry -> !map.get().contains(entry.revision()))
          .toList();
    } catch (SQLException e) {
      ahead.addSuppressed(e);
      return ahead;
    }
    return lacking.isEmpty()
        ? ahead
        : new RevisionException(ResumeFailures.lacking(ahead.problem(), lacking));
  }

  private static boolean isEmpty(Plan plan) {
    return plan.steps().isEmpty() && !plan.purges();
  }

  private void carryOut(Plan plan) {
    rehearse(plan.steps(), plan.heads());
    context.opts().listener().planned(plan.steps().size());
    context.learnOfServer();
    transactions.runBegins();
    try {
      runSteps(plan);
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

  private void runSteps(Plan plan) {
    prepare(plan);
    HeadMaintainer maintainer = new HeadMaintainer(context, plan.heads());
    List<MigrationStep> done = new ArrayList<>();
    int kept = 0;
    int retries = 0;
    while (done.size() < plan.steps().size()) {
      MigrationStep step = plan.steps().get(done.size());
      log.clear();
      recorder = null;
      try {
        stopIfInterrupted();
        confirmLock();
        runInTransaction(step, maintainer);
      } catch (Throwable failure) {
        Rollback undone = retries < context.opts().limits().lockTimeoutRetries()
            ? undoneForLockTimeout(failure)
            : Rollback.NOTHING_TO_ROLL_BACK;
        if (undone == Rollback.RUN_UNDONE || undone == Rollback.STEP_UNDONE) {
          pauseBeforeRetry(step, failure, retries++);
          if (undone == Rollback.RUN_UNDONE) {
            done.clear();
            prepare(plan);
          }
          maintainer = new HeadMaintainer(context, context.lastHeads());
          continue;
        }
        Rollback rollback = rollback(failure);
        recordFailure(failure, rollback);
        if (failure instanceof MigrationException known && ResumeFailures.isOne(known)) {
          throw known;
        }
        if (failure instanceof Error error && !(failure instanceof LinkageError)) {
          throw error;
        }
        boolean isOnRecord = recorder != null;
        boolean isCommitted = log.hasCommitted() && rollback != Rollback.LEFT_TO_CALLER;
        throw new Failures(
                context.dialect(), log, rollback, transactions.isConnectionLost(), isOnRecord)
            .of(step, done, isCommitted ? done.size() : kept, failure);
      }
      done.add(step);
      if (!transactions.isOpen()) {
        kept = done.size();
      }
      context.arrivedAt(maintainer.heads());
    }
    flushJournal();
  }

  private void flushJournal() {
    try {
      if (journal != null) {
        journal.flush();
      }
    } catch (SQLException e) {
      throw ResumeFailures.notWritten(context.dialect(), e);
    }
  }

  /** The caller's transaction may be past writing anything, and a lost connection is. */
  private void recordFailure(Throwable failure, Rollback rollback) {
    StepRecorder failed = recorder;
    if (journal == null || failed == null) {
      return;
    }
    journal.forgetPending();
    if (rollback != Rollback.LEFT_TO_CALLER
        && rollback != Rollback.FAILED
        && !transactions.isConnectionLost()) {
      failed.failed(failure);
    }
  }

  private void prepare(Plan plan) {
    context.arrivedAt(plan.heads());
    isToBeEmptied = plan.purges();
    openJournal(plan);
    if (plan.rows().isEmpty()) {
      context.createVersionTable();
    }
  }

  private void openJournal(Plan plan) {
    if (journal == null) {
      journal = context.journal();
    }
    if (journal == null) {
      return;
    }
    try {
      if (!journal.isAtHand()) {
        journal = null;
        return;
      }
      unfinished = journal.open().orElse(null);
    } catch (SQLException e) {
      throw ResumeFailures.unavailable(context.dialect(), context.opts().journalTable(), e);
    }
    if (unfinished != null) {
      ResumeFailures.requireInPlan(unfinished, plan.steps());
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

  /** Some databases give their files up when a thread that is interrupted works on them. */
  private Rollback rollback(Throwable failure) {
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
      flushJournal();
      transactions.suspended(() -> runStep(step, maintainer));
      return;
    }
    ProxyTransaction transaction = transactions.begin(true);
    runStep(step, maintainer);
    if (transaction.isActive() || log.hasCommitted()) {
      flushJournal();
    }
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
    migrate(step);
    maintainer.updateToStep(step);
    if (recorder != null) {
      recorder.ended();
    }
    if (journal != null && unfinished != null && step.isStamp()) {
      journal.noteStamped(unfinished, step);
      unfinished = null;
    }
    for (VersionApplyCallback callback : context.opts().onVersionApply()) {
      callback.applied(context, step.info(), maintainer.heads(), context.runArgs());
    }
    listener.stepFinished(step, maintainer.heads(), Duration.ofNanos(System.nanoTime() - start));
  }

  private void migrate(MigrationStep step) throws Exception {
    if (journal == null) {
      step.migrationFunction().run(new Operations(context));
      return;
    }
    Unfinished cutShort = unfinished;
    boolean isResumed = cutShort != null && cutShort.isOf(step);
    StepRecorder recording = new StepRecorder(
        journal,
        transactions,
        context.dialect(),
        context.opts().listener(),
        step,
        isResumed ? cutShort : null);
    recorder = recording;
    recording.begin();
    context.record(recording);
    try {
      step.migrationFunction().run(new Operations(context));
      recording.migrationEnded();
    } finally {
      context.record(null);
    }
    if (isResumed) {
      unfinished = null;
    }
  }
}
