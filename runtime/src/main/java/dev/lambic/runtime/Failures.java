package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.VersionTable;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.LambicException;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.RevisionException;
import dev.lambic.runtime.Transactions.Rollback;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what went wrong in a run: what failed, where, what has been undone, what has not, and how to go on. */
final class Failures {
  private static final int LONGEST_STATEMENT = 600;

  private final Dialect dialect;
  private final StatementLog log;
  private final Rollback rollback;
  private final boolean isConnectionLost;
  private final boolean isOnRecord;

  /**
   * @param isOnRecord whether the journal knows what was kept, so that the next run goes on behind it
   */
  Failures(
      Dialect dialect,
      StatementLog log,
      Rollback rollback,
      boolean isConnectionLost,
      boolean isOnRecord) {
    this.dialect = dialect;
    this.log = log;
    this.rollback = rollback;
    this.isConnectionLost = isConnectionLost;
    this.isOnRecord = isOnRecord;
  }

  /**
   * Returns what a failed step ends the run with.
   *
   * @param done the steps that ran before it
   * @param kept how many of them no rollback has undone
   */
  MigrationException of(MigrationStep step, List<MigrationStep> done, int kept, Throwable failure) {
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    Problem problem = problemIn(step, failure);
    if (problem.id() == ProblemId.STATEMENT_FAILED && log.position() > 1) {
      problem = problem.with("statement number", log.position() + " of this revision");
    }
    Optional<SQLException> refused = refusalIn(failure);
    if (refused.filter(dialect::isRefusedForEarlierFailure).isPresent()) {
      problem = withFirstFailure(problem);
    }
    if (isConnectionLost) {
      problem = problem.with("connection", "lost; what was not committed, the database undoes");
    }
    for (String remedy : refused.map(dialect::remediesFor).orElse(List.of())) {
      problem = problem.fix(remedy);
    }
    boolean isWrapper = failure instanceof LambicException && failure.getCause() != null;
    MigrationException said = new MigrationException(
        afterRollback(problem, step, done, kept), isWrapper ? failure.getCause() : failure);
    if (isWrapper) {
      Arrays.stream(failure.getSuppressed()).forEach(said::addSuppressed);
    }
    return said;
  }

  /** A statement that the migration has caught the failure of is why the one at hand was refused. */
  private Problem withFirstFailure(Problem problem) {
    return log.firstFailed()
        .map(first -> problem.with(
            "failed before it",
            first.facts().stream().map(Problem.Fact::text).collect(Collectors.joining("\n"))))
        .orElse(problem);
  }

  private static Optional<SQLException> refusalIn(Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    return Optional.ofNullable((SQLException) cause);
  }

  private static Problem problemOf(Throwable failure) {
    if (failure instanceof LambicException known) {
      return known.problem();
    }
    if (failure instanceof LinkageError) {
      return Problem.of(
              ProblemId.MIGRATION_FAILED, "A class that the migration needs cannot be loaded.")
          .with("threw", failure.toString())
          .fix(
              "put the class on the class path, in the version that the migration was compiled with.");
    }
    return Problem.of(ProblemId.MIGRATION_FAILED, "The migration's own code failed.")
        .with("threw", failure.toString());
  }

  /** Returns what a failure comes to, and the place in the revision where it came from. */
  static Problem problemIn(MigrationStep step, Throwable failure) {
    return inRevision(problemOf(failure), step, failure);
  }

  private static Problem inRevision(Problem problem, MigrationStep step, Throwable failure) {
    if (step instanceof RevisionStep revision) {
      String className = revision.revision().className();
      return problem
          .with("during", label(step))
          .with(
              "class",
              lineOf(className, failure)
                  .map(line -> className + " (" + line + ")")
                  .orElse(className));
    }
    return problem.with("during", label(step));
  }

  private static String label(MigrationStep step) {
    return step instanceof RevisionStep revision
        ? step.name() + " of " + revision.revision().label()
        : step.toString();
  }

  /** The line of the migration's source that was being executed, as {@code AddAccountEmail.java:12}. */
  private static Optional<String> lineOf(String className, Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().equals(className)
            || frame.getClassName().startsWith(className + "$"))
        .filter(frame -> frame.getFileName() != null && frame.getLineNumber() > 0)
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .findFirst();
  }

  private Problem afterRollback(
      Problem problem, MigrationStep step, List<MigrationStep> done, int kept) {
    return switch (rollback) {
      case LEFT_TO_CALLER ->
        withKept(problem.with("rolled back", "nothing: the transaction is the caller's"))
            .fix("roll the transaction back, mend what failed, and run the command again.");
      case SCRIPT ->
        problem
            .with("script", "ends before this step; no database has been changed")
            .fix("mend what failed, and write the script anew.");
      case FAILED ->
        problem
            .with("rolled back", "unknown: the rollback failed too")
            .fix(
                "look at the database before you run the command again: what the run has changed may or may not be there.");
      case RUN_UNDONE, STEP_UNDONE, NOTHING_TO_ROLL_BACK ->
        log.permanentCount() + log.doubtfulCount() > 0
            ? partly(problem, step, done)
            : wholly(problem, done, kept);
    };
  }

  private Problem wholly(Problem problem, List<MigrationStep> done, int kept) {
    if (rollback == Rollback.RUN_UNDONE) {
      return withDone(
              problem.with(
                  "rolled back",
                  kept == 0
                      ? "everything that this run did"
                      : "everything behind what was done before"),
              done.subList(0, kept))
          .fix("mend what failed and run the command again.");
    }
    boolean mayHaveRunDdl = log.hasLeftTheContext() && !dialect.hasTransactionalDdl();
    String undone = mayHaveRunDdl
        ? "everything that this step did, but for DDL that it may have run on the connection itself"
        : "everything that this step did";
    return withDone(problem.with("rolled back", undone), done)
        .fix("mend what failed and run the command again: it goes on with this step.");
  }

  private Problem partly(Problem problem, MigrationStep step, List<MigrationStep> done) {
    int undone = log.reversibleCount();
    Problem partial = problem.with(
        "rolled back",
        undone == 0 ? "nothing" : undone == 1 ? "1 statement" : undone + " statements");
    partial = withKept(partial);
    if (log.hasLeftTheContext()) {
      partial = partial.with("unknown", "what the migration did on the connection itself");
    }
    if (isOnRecord && !log.hasLeftTheContext()) {
      return withDone(partial, done)
          .fix("mend what failed, and run the command again: it goes on behind what was kept.")
          .fix(
              "or undo by hand what was kept, or finish the step by hand, and say so: 'resolve' as rolled back, or as applied.");
    }
    String goal = step.toRevisions().isEmpty() ? "base" : String.join(", ", step.toRevisions());
    return withDone(partial, done)
        .fix(
            "undo by hand what was kept, mend what failed, and run the command again: it goes on with this step.")
        .fix("or finish the step by hand, and stamp the database with '" + goal + "'.");
  }

  private Problem withKept(Problem problem) {
    Problem result = problem;
    if (log.permanentCount() > 0) {
      String what = dialect.hasTransactionalDdl()
          ? "what has been committed:\n"
          : "what " + dialect.id() + " commits at once:\n";
      result = result.with("kept", what + listed(log.permanent(), log.permanentCount()));
    }
    if (log.doubtfulCount() > 0) {
      result = result.with(
          "perhaps kept",
          "what " + dialect.id() + " may commit before DDL, even if the DDL then fails:\n"
              + listed(log.doubtful(), log.doubtfulCount()));
    }
    return result;
  }

  private static String listed(List<String> statements, int count) {
    List<String> lines =
        new ArrayList<>(statements.stream().map(Failures::oneLine).toList());
    if (count > lines.size()) {
      lines.add("and " + (count - lines.size()) + " more");
    }
    return String.join("\n", lines);
  }

  private static Problem withDone(Problem problem, List<MigrationStep> done) {
    return done.isEmpty()
        ? problem
        : problem.with(
            "done before",
            done.size()
                + (done.size() == 1 ? " step: " : " steps, the last: ")
                + label(done.get(done.size() - 1)));
  }

  static MigrationException interrupted() {
    return new MigrationException(
        Problem.of(ProblemId.INTERRUPTED, "The thread of the run was interrupted."));
  }

  /** A step that may not run in a transaction, and one of the caller's around it. */
  static EnvironmentException transactionInTheWay(MigrationStep step) {
    return new EnvironmentException(
        Problem.of(
                ProblemId.TRANSACTION_IN_THE_WAY,
                "The run is inside a transaction of the caller's, but a revision says that it must not be.")
            .with("revision", label(step))
            .with("rolled back", "nothing: no step has run")
            .fix("hand over a connection in auto-commit mode.")
            .fix(
                "or upgrade to the revision before it in the transaction, and on from there without one."));
  }

  static MigrationException statementFailed(Dialect dialect, String sql, SQLException e) {
    return new MigrationException(
        Problem.of(ProblemId.STATEMENT_FAILED, "The database refused a statement.")
            .with("statement", shortened(sql))
            .with("database says", text(dialect.messageOf(e), e)),
        e);
  }

  static MigrationException transactionFailed(String what, SQLException e) {
    return new MigrationException(
        Problem.of(
                ProblemId.TRANSACTION_FAILED, "The database did not " + what + " the transaction.")
            .with("database says", text(e))
            .fix("see with 'current' where the database stands, and run the command again."),
        e);
  }

  static MigrationException rollbackFailed() {
    return new MigrationException(
        Problem.of(ProblemId.TRANSACTION_FAILED, "The database did not roll back the transaction.")
            .fix("see with 'current' where the database stands, and run the command again."));
  }

  static MigrationException versionTableUnreadable(
      Dialect dialect, VersionTable table, SQLException e) {
    return new MigrationException(
        Problem.of(
                ProblemId.VERSION_TABLE_UNREADABLE,
                "The version table '" + table.name() + "' cannot be read.")
            .with("database says", text(dialect.messageOf(e), e))
            .fix("see that it has the column 'version_num', and that the user may read it."),
        e);
  }

  static MigrationException versionTableNotCreated(VersionTable table, MigrationException e) {
    return new MigrationException(
        e.problem()
            .with("during", "creation of the version table '" + table.name() + "'")
            .with("rolled back", "nothing: no step has run")
            .fix("see that its schema exists and that the user may create tables in it."),
        e.getCause());
  }

  static MigrationException versionTableMismatch(
      VersionTable table, String id, long changed, List<String> heads) {
    return new MigrationException(
        Problem.of(
                ProblemId.VERSION_TABLE_MISMATCH,
                "The version table '" + table.name() + "' was to have one row '" + id
                    + "', but has " + changed + ".")
            .with("read at the start", String.join(", ", heads))
            .fix(
                "see with 'current' where the database stands: somebody else has migrated it meanwhile."));
  }

  /** A step that changes rows in a way in which they cannot change. */
  static RevisionException stepDoesNotFit(MigrationStep step, String what, List<String> rows) {
    return new RevisionException(
        Problem.of(ProblemId.STEP_DOES_NOT_FIT, "The step '" + step.shortLog() + "' " + what + ".")
            .with("in database", rows.isEmpty() ? "no revision" : String.join(", ", rows))
            .fix(
                "if you named several revisions, name only the newest of each line; else see with 'current' where the database stands, and 'stamp' it where it really is."));
  }

  /** What the database says, with its code. */
  static String text(SQLException e) {
    return text(String.valueOf(e.getMessage()).strip(), e);
  }

  static String text(String message, SQLException e) {
    return e.getSQLState() == null ? message : message + " (SQLState " + e.getSQLState() + ")";
  }

  private static String shortened(String sql) {
    String text = sql.strip();
    return text.length() <= LONGEST_STATEMENT
        ? text
        : text.substring(0, LONGEST_STATEMENT) + " ...";
  }

  private static String oneLine(String sql) {
    return shortened(sql).lines().map(String::strip).collect(Collectors.joining(" "));
  }
}
