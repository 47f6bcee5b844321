package dev.lambic.it.directives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.error.LambicException;
import dev.lambic.error.ProblemId;
import dev.lambic.it.servers.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes down which of many attempts were refused, and why; what the database itself refuses is a failure. */
final class Attempts {
  private final TestDatabase database;
  private final GoldenSections golden;
  private final List<String> refused = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();

  Attempts(Class<?> test, TestDatabase database) {
    this.database = database;
    golden = new GoldenSections(test, database.kind().toString());
  }

  /** Something that may be refused. */
  interface Attempt {
    void run() throws SQLException;
  }

  void attempt(String what, Attempt attempt) {
    try {
      attempt.run();
    } catch (LambicException e) {
      String text = "[" + e.problem().id().text() + "] " + e.problem().headline();
      if (e.problem().id() == ProblemId.STATEMENT_FAILED) {
        failed.add(Oddities.shown(what) + e.problem().render());
      } else {
        String name = "'" + what + "'";
        refused.add(Oddities.shown(what) + " "
            + text.replace(database.name() + "_", "").replace(name, "'...'"));
      }
    } catch (IllegalArgumentException e) {
      refused.add(Oddities.shown(what) + " " + e.getMessage());
    } catch (SQLException | AssertionError e) {
      failed.add(Oddities.shown(what) + " " + e);
    }
  }

  /** Compares with what is recorded for a test. */
  void asRecorded(String test) {
    assertThat(failed).isEmpty();
    golden.check(test, refused);
  }
}
