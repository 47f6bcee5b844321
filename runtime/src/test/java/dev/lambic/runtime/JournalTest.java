package dev.lambic.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.script.ScriptDirectory;
import dev.lambic.testing.H2;
import dev.lambic.testing.History;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On H2, which commits each statement that changes a table. */
class JournalTest {
  private final H2 h2 = new H2();
  private final Connection connection = h2.connect();

  @AfterEach
  void close() throws SQLException {
    connection.close();
    h2.close();
  }

  private void upgrade(History.Step step) {
    upgrade(step, new MigrationListener() {});
  }

  private void upgrade(History.Step step, MigrationListener listener) {
    ScriptDirectory script = new History().revision("a1", "", step, op -> {}).scriptDirectory();
    MigrationContext.configure(ContextOptions.builder()
            .connection(connection)
            .listener(listener)
            .migrations((heads, context) -> script.upgradePlan("heads", heads).stream()
                .map(one -> MigrationStep.upgradeFrom(script.revisionMap(), one))
                .toList())
            .build())
        .runMigrations();
  }

  private static History.Step statements(String... sql) {
    return op -> {
      for (String one : sql) {
        op.execute(one);
      }
    };
  }

  private List<String> journal() {
    return h2.query("SELECT step, statement_no, COALESCE(outcome, statement_text) FROM"
        + " alembic_version_journal ORDER BY step, statement_no");
  }

  @Test
  void aStepThatEndsWell_isOnRecord() {
    upgrade(statements("CREATE TABLE one (id INT)", "CREATE TABLE two (id INT)"));
    assertThat(journal()).containsExactly("1 0 done");
    assertThat(h2.query("SELECT revision, parents, labels, message, direction, error FROM"
            + " alembic_version_journal"))
        .containsExactly("a1   do a1 upgrade null");
    assertThat(h2.query("SELECT LENGTH(started_at), LENGTH(ended_at), LENGTH(hash) FROM"
            + " alembic_version_journal"))
        .containsExactly("23 23 64");
  }

  @Test
  void whatHasBeenDone_isNotDoneAgain() {
    assertThatThrownBy(() -> upgrade(statements(
            "CREATE TABLE one (id INT)",
            "INSERT INTO one VALUES (1)",
            "CREATE TABLE two (id INT)",
            "GARBAGE")))
        .isInstanceOf(MigrationException.class);
    assertThat(journal())
        .containsExactly(
            "1 0 failed",
            "1 1 CREATE TABLE one ( id INT )",
            "1 2 INSERT INTO one VALUES ( 1 )",
            "1 3 CREATE TABLE two ( id INT )");

    upgrade(statements(
        "CREATE TABLE one (id INT) -- reformatted",
        "INSERT  INTO one VALUES (1)",
        "CREATE TABLE two (id INT)",
        "CREATE TABLE three (id INT)"));

    assertThat(h2.tables()).containsExactly("ALEMBIC_VERSION", "ONE", "THREE", "TWO");
    assertThat(h2.query("SELECT id FROM one")).containsExactly("1");
    assertThat(h2.versions()).containsExactly("a1");
    assertThat(journal()).containsExactly("1 0 resumed", "2 0 done");
  }

  @Test
  void whatTheRollbackHasUndone_isDoneAgain() {
    assertThatThrownBy(() -> upgrade(statements(
            "CREATE TABLE one (id INT)",
            "INSERT INTO one VALUES (1)",
            "INSERT INTO no VALUES (1)")))
        .isInstanceOf(MigrationException.class);
    upgrade(statements("CREATE TABLE one (id INT)", "INSERT INTO one VALUES (1)"));
    assertThat(h2.query("SELECT id FROM one")).containsExactly("1");
  }

  @Test
  void anEditOfWhatHasBeenDone_isRefused_andBothAreShown() {
    assertThatThrownBy(() -> upgrade(statements("CREATE TABLE one (id INT)", "GARBAGE")))
        .isInstanceOf(MigrationException.class);
    assertThatThrownBy(
            () -> upgrade(statements("CREATE TABLE one (id BIGINT)", "CREATE TABLE two (id INT)")))
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith(
            "[changed-since-cut-short] The revision was cut short, and what it had done by then is no longer what it would do.")
        .hasMessageEndingWith("""
              in database: * 1. CREATE TABLE one ( id INT )
              in project:
                * 1. CREATE TABLE one ( id BIGINT )
                * 2. CREATE TABLE two ( id INT )
              fix:
                1. undo the edit of what has been done already; what comes behind it may change.
                2. or bring the database into order by hand, and say so: 'resolve' as applied, as rolled back, or as done up to a statement.""".indent(2).stripTrailing());
    assertThat(h2.tables()).containsExactly("ALEMBIC_VERSION", "ONE");

    upgrade(statements("CREATE TABLE one (id INT)", "CREATE TABLE two (id INT)"));
    assertThat(h2.versions()).containsExactly("a1");
  }

  @Test
  void whatIsNoLongerThere_isAnEditToo() {
    assertThatThrownBy(() -> upgrade(
            statements("CREATE TABLE one (id INT)", "CREATE TABLE two (id INT)", "GARBAGE")))
        .isInstanceOf(MigrationException.class);
    assertThatThrownBy(() -> upgrade(statements("CREATE TABLE one (id INT)")))
        .hasMessageStartingWith("[changed-since-cut-short] ");
  }

  @Test
  void aMigrationThatWorkedOnTheConnection_cannotGoOnByItself() {
    assertThatThrownBy(() -> upgrade(op -> {
          op.execute("CREATE TABLE one (id INT)");
          op.getBind().createStatement().execute("INSERT INTO one VALUES (1)");
          op.execute("CREATE TABLE two (id INT)");
          op.execute("GARBAGE");
        }))
        .isInstanceOf(MigrationException.class);
    assertThatThrownBy(() -> upgrade(statements("CREATE TABLE one (id INT)")))
        .hasMessageStartingWith(
            "[cannot-resume] The revision was cut short, and worked on the connection itself")
        .hasMessageContaining("2. (works on the connection itself)");
  }

  @Test
  void aMigrationThatCaughtARefusal_cannotGoOnByItself() {
    assertThatThrownBy(() -> upgrade(op -> {
          op.execute("CREATE TABLE one (id INT)");
          try {
            op.execute("CREATE TABLE one (id INT)");
          } catch (MigrationException e) {
            op.execute("CREATE TABLE two (id INT)");
          }
          op.execute("GARBAGE");
        }))
        .isInstanceOf(MigrationException.class);
    assertThatThrownBy(() -> upgrade(statements("CREATE TABLE one (id INT)")))
        .hasMessageStartingWith("[cannot-resume] ");
  }

  @Test
  void aStatementThatWasUnderWay_isFoundOut() {
    assertThatThrownBy(() -> upgrade(
            statements("CREATE TABLE one (id INT)", "CREATE TABLE two (id INT)", "GARBAGE")))
        .isInstanceOf(MigrationException.class);
    asIfKilled();
    List<String> warnings = new ArrayList<>();
    upgrade(
        statements("CREATE TABLE one (id INT)", "CREATE TABLE two (id INT)"),
        new MigrationListener() {
          @Override
          public void warned(Problem problem) {
            warnings.add(problem.render());
          }
        });
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith(
            "[was-under-way] A statement was under way when the process died; the database shows that it was carried out.")
        .contains("statement: 2. CREATE TABLE two ( id INT )");
    assertThat(h2.versions()).containsExactly("a1");
  }

  @Test
  void aStatementThatMayHaveBeenDone_andDoesNotShow_isAskedFor() {
    assertThatThrownBy(() -> upgrade(statements(
            "CREATE TABLE one (id INT)", "ALTER TABLE one ADD CHECK (id > 0)", "GARBAGE")))
        .isInstanceOf(MigrationException.class);
    asIfKilled();
    assertThatThrownBy(() ->
            upgrade(statements("CREATE TABLE one (id INT)", "ALTER TABLE one ADD CHECK (id > 0)")))
        .hasMessageStartingWith("[cannot-resume] The process died while a statement was under way")
        .hasMessageContaining("statement: 2. ALTER TABLE one ADD CHECK ( id > 0 )");
  }

  /** A process that is killed leaves its step running, and does not know of the last statement. */
  private void asIfKilled() {
    h2.execute("UPDATE alembic_version_journal SET outcome = 'running' WHERE outcome = 'failed'");
    h2.execute("UPDATE alembic_version_journal SET rows_changed = NULL WHERE statement_no = 2");
  }

  @Test
  void somethingElse_waitsUntilWhatWasCutShortHasGoneOn() {
    assertThatThrownBy(() -> upgrade(statements("CREATE TABLE one (id INT)", "GARBAGE")))
        .isInstanceOf(MigrationException.class);
    ScriptDirectory other = new History()
        .revision("b2", "", statements("CREATE TABLE two (id INT)"), op -> {})
        .scriptDirectory();
    MigrationContext context = MigrationContext.configure(ContextOptions.builder()
        .connection(connection)
        .migrations((heads, it) -> other.upgradePlan("b2", heads).stream()
            .map(one -> MigrationStep.upgradeFrom(other.revisionMap(), one))
            .toList())
        .build());
    assertThatThrownBy(context::runMigrations)
        .hasMessageStartingWith(
            "[unfinished-step] The upgrade of revision 'a1' was cut short, and what is to be done now does not go on with it.");
    assertThat(h2.tables()).containsExactly("ALEMBIC_VERSION", "ONE");
  }

  private static ScriptDirectory history(String... sql) {
    return new History().revision("a1", "", statements(sql), op -> {}).scriptDirectory();
  }

  private MigrationContext context() {
    return MigrationContext.configure(connection);
  }

  private void cutShort() {
    assertThatThrownBy(() -> upgrade(
            statements("CREATE TABLE one (id INT)", "CREATE TABLE two (id INT)", "GARBAGE")))
        .isInstanceOf(MigrationException.class);
  }

  @Test
  void resolvedAsApplied_theVersionTableSaysSo() {
    cutShort();
    context().resolve(history(), Resolution.APPLIED);
    assertThat(h2.versions()).containsExactly("a1");
    assertThat(journal()).containsExactly("1 0 applied by hand");
  }

  @Test
  void resolvedAsRolledBack_itBeginsAnew() {
    cutShort();
    h2.execute("DROP TABLE one");
    h2.execute("DROP TABLE two");
    context().resolve(history(), Resolution.ROLLED_BACK);
    upgrade(statements("CREATE TABLE one (id INT)"));
    assertThat(journal()).containsExactly("1 0 undone by hand", "2 0 done");
  }

  @Test
  void resolvedUpToAStatement_itGoesOnBehindIt() {
    cutShort();
    h2.execute("DROP TABLE two");
    context().resolve(history(), Resolution.doneUpTo(1));
    upgrade(statements("CREATE TABLE one (id INT)", "CREATE TABLE two (id BIGINT)"));
    assertThat(h2.tables()).containsExactly("ALEMBIC_VERSION", "ONE", "TWO");
  }

  @Test
  void aStampSettlesIt() {
    cutShort();
    context().stamp(history(), "head");
    assertThat(journal()).containsExactly("1 0 applied by hand", "2 0 done");
    assertThat(context().journalEntries())
        .extracting(JournalEntry::direction)
        .containsExactly("upgrade", "stamp");
  }

  @Test
  void whereNothingWasCutShort_thereIsNothingToResolve() {
    assertThatThrownBy(() -> context().resolve(history(), Resolution.APPLIED))
        .hasMessageStartingWith("[nothing-to-resolve] No step has been cut short");
  }

  @Test
  void withoutAJournal_noTableIsMade() {
    ScriptDirectory script = History.graph("a1");
    MigrationContext.configure(
            ContextOptions.builder().connection(connection).journal(false).build())
        .stamp(script, "head");
    assertThat(h2.query(
            "SELECT table_name FROM information_schema.tables" + " WHERE table_schema = 'PUBLIC'"))
        .containsExactly("ALEMBIC_VERSION");
  }

  @Test
  void aUserWhoMayNotWriteIt_isToldBeforeAnythingRuns() throws SQLException {
    h2.execute("CREATE TABLE alembic_version_journal (nothing INT)");
    assertThatThrownBy(() -> upgrade(statements("CREATE TABLE one (id INT)")))
        .hasMessageStartingWith(
            "[journal-unavailable] The journal 'alembic_version_journal' cannot be read or created; nothing has been done.");
    assertThat(h2.tables()).isEmpty();
  }
}
