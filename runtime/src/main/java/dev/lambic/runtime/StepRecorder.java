package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import dev.lambic.error.MigrationException;
import dev.lambic.runtime.Journal.Unfinished;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a step carries out, and skips what it has carried out before. Where a rollback undoes everything, it is
 * enough to write one row at the end, in the same transaction. Where it does not, each statement gets a row in front of
 * the next that commits: DDL before it runs, as it commits what stands before it; everything else in the transaction that
 * it ran in, which loses both or neither. In a transaction of the caller's, who may commit at any time, that is at once.
 */
final class StepRecorder {
  private final Journal journal;
  private final Transactions transactions;
  private final Dialect dialect;
  private final MigrationListener listener;
  private final JournalEntry entry;
  private final MigrationStep step;
  private final @Nullable Unfinished resumed;
  private final List<JournaledStatement> statements = new ArrayList<>();
  private int written;
  private boolean isStepWritten;
  private boolean isDifferent;
  private boolean isUnderWay;
  private int undone;

  /**
   * @param resumed the same step as it was cut short; null when it begins
   */
  StepRecorder(
      Journal journal,
      Transactions transactions,
      Dialect dialect,
      MigrationListener listener,
      MigrationStep step,
      @Nullable Unfinished resumed) {
    this.journal = journal;
    this.transactions = transactions;
    this.dialect = dialect;
    this.listener = listener;
    this.step = step;
    this.entry = journal.begin(step);
    this.resumed = resumed;
  }

  /** Takes over what has been written of the step before it was cut short. */
  void begin() throws SQLException {
    if (resumed != null) {
      if (resumed.statements().stream().anyMatch(JournaledStatement::isBarrier)) {
        throw ResumeFailures.dependsOnData(step, resumed);
      }
      journal.writeResumed(entry, resumed.entry());
      isStepWritten = true;
      written = resumed.statements().size();
    }
  }

  private int replayed() {
    return resumed == null ? 0 : resumed.statements().size();
  }

  /**
   * Says that a statement is about to run.
   *
   * @param endsTransaction whether it commits what stands before it
   * @return how many rows it has changed, if it has been carried out before and is not to run again
   */
  OptionalLong before(String sql, boolean endsTransaction) {
    noteWhatWasCaught();
    JournaledStatement statement = JournaledStatement.of(dialect, sql);
    int number = statements.size() + 1;
    statements.add(statement);
    if (number <= replayed()) {
      JournaledStatement known = resumed(number);
      isDifferent |= !known.hash().equals(statement.hash());
      if (isDifferent || known.changed() != null || number < replayed() || !isLastUncertain()) {
        long changed = known.changed() == null ? 0 : known.changed();
        statements.set(number - 1, statement.changing(changed));
        return OptionalLong.of(changed);
      }
      if (!dialect.showsRepetition(sql)) {
        throw ResumeFailures.uncertain(step, number, statement);
      }
      isUnderWay = true;
      return OptionalLong.empty();
    }
    if (isDifferent) {
      return OptionalLong.of(0);
    }
    // On its own it is permanent as soon as it has run; and what stands before it may be with it.
    if (endsTransaction || !transactions.isOpen()) {
      write();
    } else if (!dialect.hasTransactionalDdl() && !dialect.isAboutRows(sql)) {
      writeUpTo(number - 1); // A procedure may commit.
    }
    isUnderWay = true;
    return OptionalLong.empty();
  }

  /** The migration has gone on after a statement that was refused: nobody knows what it made of that. */
  private void noteWhatWasCaught() {
    if (!isUnderWay) {
      return;
    }
    isUnderWay = false;
    int number = statements.size();
    statements.set(number - 1, JournaledStatement.CAUGHT);
    if (written >= number) {
      attempt(() -> journal.rewrite(entry, number, JournaledStatement.CAUGHT));
    }
  }

  private boolean isLastUncertain() {
    return resumed != null && resumed.isLastUncertain();
  }

  private JournaledStatement resumed(int number) {
    if (resumed == null) {
      throw new IllegalStateException("nothing is resumed");
    }
    return resumed.statements().get(number - 1);
  }

  /** Says that the statement that was about to run has changed so many rows. */
  void after(long changed) {
    isUnderWay = false;
    int number = statements.size();
    statements.set(number - 1, statements.get(number - 1).changing(changed));
    if (number <= replayed() || !transactions.isOpen()) {
      attempt(() -> journal.writeChanged(entry.step(), number, changed));
    } else if (transactions.isCallers() && !dialect.hasTransactionalDdl() && written < number) {
      write();
    }
  }

  /**
   * Says that the statement that was about to run was refused.
   *
   * @return whether that was because it had been carried out when the process died
   */
  boolean wasDoneBefore(MigrationException failure) {
    int number = statements.size();
    boolean isDone = number == replayed()
        && isLastUncertain()
        && failure.getCause() instanceof SQLException e
        && dialect.isAlreadyDone(e);
    if (isDone) {
      isUnderWay = false;
      listener.warned(ResumeFailures.wasUnderWay(step, number, statements.get(number - 1)));
      attempt(() -> journal.writeChanged(entry.step(), number, 0));
    }
    return isDone;
  }

  /** Says that the migration takes the connection, on which it may do anything. */
  void takesConnection() {
    noteWhatWasCaught();
    statements.add(JournaledStatement.CONNECTION);
    if (resumed != null && statements.size() <= replayed()) {
      isDifferent = true;
    }
    if (isDifferent) {
      throw different();
    }
    if (!dialect.hasTransactionalDdl() || !transactions.isOpen()) {
      write();
    }
  }

  /** Writes what has not been written: something is about to be committed before the step has ended. */
  void beforeCommit() {
    if (!isDifferent && statements.size() > written) {
      write();
    }
  }

  private void write() {
    writeUpTo(statements.size());
  }

  private void writeUpTo(int number) {
    if (written >= number) {
      return;
    }
    attempt(() -> {
      transactions.beforeStatement();
      journal.write(entry, !isStepWritten, written + 1, statements.subList(written, number));
      isStepWritten = true;
      written = number;
    });
  }

  /** Says that the migration has done all that it had to do. */
  void migrationEnded() {
    if (isDifferent || statements.size() < replayed()) {
      throw different();
    }
  }

  private MigrationException different() {
    if (resumed == null) {
      throw new IllegalStateException("nothing is resumed");
    }
    return ResumeFailures.different(step, resumed, statements);
  }

  /** Writes that the step has ended well, in its transaction. */
  void ended() {
    String hash = JournaledStatement.digestOf(statements);
    if (isStepWritten) {
      attempt(() -> {
        transactions.beforeStatement();
        journal.writeDone(entry.step(), hash);
      });
    } else {
      journal.noteDone(entry, hash);
    }
  }

  /** Says that the effect of the last statements that were carried out has been taken away again. */
  void undone(int count) {
    undone += count;
  }

  /** Writes that the step has failed, once it has been rolled back. What goes wrong is added to the failure. */
  void failed(Throwable failure) {
    int carriedOut = Math.max(statements.size() - (isUnderWay ? 1 : 0), replayed()) - undone;
    try {
      journal.writeFailed(entry, carriedOut + 1, String.valueOf(failure.getMessage()));
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private void attempt(Journal.Work work) {
    try {
      work.run();
    } catch (SQLException e) {
      throw ResumeFailures.notWritten(dialect, e);
    }
  }
}
