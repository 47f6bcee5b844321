package dev.lambic.runtime;

import dev.lambic.error.MigrationException;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
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
    List<String> heads = rows.orElse(List.of());
    List<? extends MigrationStep> steps = migrations.steps(heads, context);
    if (steps.isEmpty()) {
      return;
    }
    rehearse(steps, heads);
    context.learnOfServer();
    if (rows.isEmpty()) {
      createVersionTable();
    }
    runSteps(steps, heads);
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

  private void runSteps(List<? extends MigrationStep> steps, List<String> heads) {
    HeadMaintainer maintainer = new HeadMaintainer(context, heads);
    List<MigrationStep> done = new ArrayList<>();
    for (MigrationStep step : steps) {
      log.clear();
      ProxyTransaction transaction = transactions.begin(true);
      try {
        runStep(step, maintainer);
        transaction.commit();
      } catch (Throwable failure) {
        Transactions.Rollback rollback = transactions.rollback(failure);
        if (failure instanceof Error error && !(failure instanceof LinkageError)) {
          throw error;
        }
        throw new Failures(context.dialect(), log, rollback).of(step, done, failure);
      }
      done.add(step);
      context.arrivedAt(maintainer.heads());
    }
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
