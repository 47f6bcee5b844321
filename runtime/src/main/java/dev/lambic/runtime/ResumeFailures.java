package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.runtime.Journal.Unfinished;
import dev.lambic.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Says why a step that was cut short cannot go on, and what to do then. */
final class ResumeFailures {
  private static final int MOST_SHOWN = 30;
  private static final String BY_HAND =
      "or bring the database into order by hand, and say so: 'resolve' as applied, as rolled back, or as done up to a statement.";

  private ResumeFailures() {}

  /** Tells whether a failure says by itself all that there is to say: nothing has been done. */
  static boolean isOne(MigrationException failure) {
    ProblemId id = failure.problem().id();
    return id == ProblemId.CHANGED_SINCE_CUT_SHORT || id == ProblemId.CANNOT_RESUME;
  }

  private static Problem of(ProblemId id, String headline, MigrationStep step, Unfinished resumed) {
    JournalEntry entry = resumed.entry();
    return Problem.of(id, headline)
        .with("during", step.toString())
        .with("cut short", entry.process() + ", begun " + entry.startedAt());
  }

  static MigrationException different(
      MigrationStep step, Unfinished resumed, List<JournaledStatement> now) {
    return new MigrationException(of(
            ProblemId.CHANGED_SINCE_CUT_SHORT,
            "The revision was cut short, and what it had done by then is no longer what it would do.",
            step,
            resumed)
        .with("in database", listed(resumed.statements(), now))
        .with("in project", listed(now, resumed.statements()))
        .fix("undo the edit of what has been done already; what comes behind it may change.")
        .fix(BY_HAND));
  }

  /** A statement that differs from the other list's is marked. */
  private static String listed(List<JournaledStatement> list, List<JournaledStatement> other) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(list.size(), MOST_SHOWN); i++) {
      boolean isSame =
          i < other.size() && other.get(i).hash().equals(list.get(i).hash());
      lines.add((isSame ? "  " : "* ") + (i + 1) + ". " + list.get(i).text());
    }
    if (list.size() > MOST_SHOWN) {
      lines.add("and " + (list.size() - MOST_SHOWN) + " more");
    }
    return lines.isEmpty() ? "nothing" : String.join("\n", lines);
  }

  static MigrationException dependsOnData(MigrationStep step, Unfinished resumed) {
    return new MigrationException(of(
            ProblemId.CANNOT_RESUME,
            "The revision was cut short, and worked on the connection itself before: nobody knows what it did there.",
            step,
            resumed)
        .with("done", listed(resumed.statements(), resumed.statements()))
        .fix(
            "finish or undo by hand what it has begun, and say so: 'resolve' as applied or as rolled back.")
        .fix("next time, leave such work to a revision of its own."));
  }

  static MigrationException uncertain(
      MigrationStep step, int number, JournaledStatement statement) {
    return new MigrationException(Problem.of(
            ProblemId.CANNOT_RESUME,
            "The process died while a statement was under way, and the database does not show whether it was carried out.")
        .with("during", step.toString())
        .with("statement", number + ". " + statement.text())
        .fix("look whether it was. If so: 'resolve' as done up to statement " + number
            + "; if not, up to statement " + (number - 1) + ". Then run the command again."));
  }

  static Problem wasUnderWay(MigrationStep step, int number, JournaledStatement statement) {
    return Problem.of(
            ProblemId.WAS_UNDER_WAY,
            "A statement was under way when the process died; the database shows that it was carried out.")
        .with("during", step.toString())
        .with("statement", number + ". " + statement.text());
  }

  /** A step that was cut short goes on where it stopped, or is settled by a stamp; nothing else may run before. */
  static void requireInPlan(Unfinished unfinished, List<? extends MigrationStep> steps) {
    if (steps.stream().noneMatch(unfinished::isOf)
        && !steps.stream().allMatch(MigrationStep::isStamp)) {
      throw notInPlan(unfinished);
    }
  }

  private static MigrationException notInPlan(Unfinished unfinished) {
    JournalEntry entry = unfinished.entry();
    return new MigrationException(Problem.of(
            ProblemId.UNFINISHED_STEP,
            "The " + entry.direction() + " of revision '" + entry.revision()
                + "' was cut short, and what is to be done now does not go on with it.")
        .with("cut short", entry.process() + ", begun " + entry.startedAt())
        .with("done", listed(unfinished.statements(), unfinished.statements()))
        .fix(
            entry.direction().equals("upgrade")
                ? "run 'upgrade' first: it goes on where the revision stopped."
                : "run 'downgrade' to below it first: it goes on where the revision stopped.")
        .fix(BY_HAND));
  }

  /** Adds to the problem that a database is ahead of this build which revisions the build lacks. */
  static Problem lacking(Problem ahead, List<JournalEntry> entries) {
    List<String> lines = new ArrayList<>();
    for (JournalEntry entry : entries) {
      lines.add(entry.revision()
          + (entry.message().isEmpty() ? "" : " (" + entry.message() + ")")
          + ", applied " + entry.startedAt() + " by " + entry.process() + " with " + entry.tool());
    }
    return ahead.with("this build lacks", String.join("\n", lines));
  }

  static EnvironmentException unavailable(Dialect dialect, TableName table, SQLException e) {
    return new EnvironmentException(
        Problem.of(
                ProblemId.JOURNAL_UNAVAILABLE,
                "The journal '" + table + "' cannot be read or created; nothing has been done.")
            .with("database says", Failures.text(dialect.messageOf(e), e))
            .fix("let the user read, write and create that table.")
            .fix(
                "or do without: 'journal' off. A revision that is cut short then cannot go on by itself."),
        e);
  }

  static MigrationException notWritten(Dialect dialect, SQLException e) {
    return new MigrationException(
        Problem.of(ProblemId.JOURNAL_UNAVAILABLE, "The journal cannot be written.")
            .with("database says", Failures.text(dialect.messageOf(e), e))
            .fix("let the user write that table, or do without: 'journal' off."),
        e);
  }
}
