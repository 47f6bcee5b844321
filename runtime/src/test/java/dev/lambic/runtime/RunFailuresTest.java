package dev.lambic.runtime;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.error.MigrationException;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.ScriptDirectory;
import dev.lambic.testing.History;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What a run says that fails, and what it leaves. */
class RunFailuresTest extends RunFixture {
  @Test
  void aFailedStatement_isShownWithItsPlace_andWhatItDidBeforeIsRolledBack() {
    ScriptDirectory script = oneRevision(op -> {
          op.execute(note("a"));
          op.execute("INSERT INTO nowhere VALUES (1)");
        })
        .scriptDirectory();
    assertThatThrownBy(() -> upgrading(script).runMigrations())
        .isInstanceOf(MigrationException.class)
        .hasMessage("""
            [statement-failed] The database refused a statement.
              statement: INSERT INTO nowhere VALUES (1)
              database says: Table "NOWHERE" not found (SQLState 42S02)
              during: upgrade of a1 (do a1)
              class: shop.a1
              statement number: 2 of this revision
              rolled back: everything that this step did
              fix: mend what failed and run the command again: it goes on with this step.""")
        .hasCauseInstanceOf(SQLException.class);
    assertThat(notes()).isEmpty();
    assertThat(h2.versions()).isEmpty();
  }

  @Test
  void aFailureAfterDdl_saysWhatIsThereToStay() {
    ScriptDirectory script = new History()
        .revision("a1", "", op -> op.execute(note("first")), op -> {})
        .revision(
            "b2",
            "a1",
            op -> {
              op.execute(note("before"));
              op.createTable("extra", column("id", integer()));
              op.execute(note("after"));
              op.execute("GARBAGE");
            },
            op -> {})
        .scriptDirectory();
    assertThatThrownBy(() -> upgrading(script).runMigrations())
        .isInstanceOf(MigrationException.class)
        .hasMessage("""
            [statement-failed] The database refused a statement.
              statement: GARBAGE
              database says: Syntax error in SQL statement "[*]GARBAGE"; expected "GRANT" (SQLState 42001)
              during: upgrade of b2 (do b2)
              class: shop.b2
              statement number: 4 of this revision
              rolled back: 1 statement
              kept:
                what h2 commits at once:
                INSERT INTO note VALUES ('before')
                CREATE TABLE extra ( id INTEGER )
              done before: 1 step: upgrade of a1 (do a1)
              fix:
                1. mend what failed, and run the command again: it goes on behind what was kept.
                2. or undo by hand what was kept, or finish the step by hand, and say so: 'resolve' as rolled back, or as applied.""");
    assertThat(notes()).containsExactly("before", "first");
    assertThat(h2.tables()).contains("EXTRA");
    assertThat(h2.versions()).containsExactly("a1");
  }

  @Test
  void anExceptionOfTheMigrationsOwn_isReportedAndItsWorkRolledBack() {
    ScriptDirectory script = oneRevision(op -> {
          op.execute(note("a"));
          throw new IllegalStateException("no such customer");
        })
        .scriptDirectory();
    assertThatThrownBy(() -> upgrading(script).runMigrations())
        .isInstanceOf(MigrationException.class)
        .hasMessage("""
            [migration-failed] The migration's own code failed.
              threw: java.lang.IllegalStateException: no such customer
              during: upgrade of a1 (do a1)
              class: shop.a1
              rolled back: everything that this step did
              fix: mend what failed and run the command again: it goes on with this step.""")
        .hasRootCauseMessage("no such customer");
    assertThat(notes()).isEmpty();
  }

  @Test
  void theLineOfTheMigrationIsNamed() {
    RevisionEntry entry =
        RevisionEntry.builder("a1", getClass().getName()).message("do a1").build();
    ScriptDirectory script =
        new History().add(entry, op -> op.execute("GARBAGE"), op -> {}).scriptDirectory();
    assertThatThrownBy(() -> upgrading(script).runMigrations())
        .hasMessageMatching("(?s).*\n  class: \\Q" + getClass().getName()
            + "\\E \\(RunFailuresTest.java:\\d+\\)\n.*");
  }

  @Test
  void aClassThatIsNotThere_isReportedLikeAnyFailure() {
    ScriptDirectory script = oneRevision(op -> {
          op.execute(note("a"));
          throw new NoClassDefFoundError("shop/Prices");
        })
        .scriptDirectory();
    assertThatThrownBy(() -> upgrading(script).runMigrations())
        .isInstanceOf(MigrationException.class)
        .hasMessage("""
            [migration-failed] A class that the migration needs cannot be loaded.
              threw: java.lang.NoClassDefFoundError: shop/Prices
              during: upgrade of a1 (do a1)
              class: shop.a1
              rolled back: everything that this step did
              fix:
                1. put the class on the class path, in the version that the migration was compiled with.
                2. mend what failed and run the command again: it goes on with this step.""");
    assertThat(notes()).isEmpty();
  }

  @Test
  void anErrorPassesThrough_andIsRolledBackToo() {
    ScriptDirectory script = oneRevision(op -> {
          op.execute(note("a"));
          throw new StackOverflowError();
        })
        .scriptDirectory();
    assertThatThrownBy(() -> upgrading(script).runMigrations())
        .isInstanceOf(StackOverflowError.class);
    assertThat(notes()).isEmpty();
  }

  @Test
  void whatFailedDdlMayHaveCommitted_isNotSaidToBeRolledBack() {
    ScriptDirectory script = oneRevision(op -> {
          op.execute(note("a"));
          op.execute("DROP TABLE not_there");
        })
        .scriptDirectory();
    assertThatThrownBy(() -> upgrading(script).runMigrations())
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("rolled back: nothing\n  perhaps kept:\n"
            + "    what h2 may commit before DDL, even if the DDL then fails:\n"
            + "    INSERT INTO note VALUES ('a')\n  fix:");
    assertThat(notes()).containsExactly("a");
  }

  @Test
  void aStatementThatNoOneCanRead_isTheDatabasesToRefuse() {
    ScriptDirectory script =
        oneRevision(op -> op.execute("INSERT INTO note VALUES ('a;")).scriptDirectory();
    assertThatThrownBy(() -> upgrading(script).runMigrations())
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith("[statement-failed] The database refused a statement.");
  }

  @Test
  void aStatementThatFailedAndWasCaught_isNotSaidToBeKept() {
    ScriptDirectory script = oneRevision(op -> {
          try {
            op.execute("DROP TABLE not_there");
          } catch (MigrationException e) {
            op.execute("CREATE TABLE there (i INT)");
          }
          op.execute("GARBAGE");
        })
        .scriptDirectory();
    assertThatThrownBy(() -> upgrading(script).runMigrations())
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("what h2 commits at once:\n    CREATE TABLE there (i INT)\n  fix:");
  }

  @Test
  void whatWasDoneOnTheConnectionItself_isNotSaidToBeRolledBack() {
    ScriptDirectory script = oneRevision(op -> {
          try (Statement statement = op.getBind().createStatement()) {
            statement.execute("CREATE TABLE beside (i INT)");
          }
          op.execute("GARBAGE");
        })
        .scriptDirectory();
    assertThatThrownBy(() -> upgrading(script).runMigrations())
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining(
            "rolled back: everything that this step did, but for DDL that it may have run on the connection itself\n");
  }

  @Test
  void aCommitThatFails_isReportedAsSuch_andRolledBack() {
    ContextOptions options = options(oneRevision(op -> op.execute(note("a"))).scriptDirectory())
        .connection(failingAt("commit"))
        .build();
    assertThatThrownBy(() -> MigrationContext.configure(options).runMigrations())
        .isInstanceOf(MigrationException.class)
        .hasMessage("""
            [transaction-failed] The database did not commit the transaction.
              database says: connection reset (SQLState 08006)
              during: upgrade of a1 (do a1)
              class: shop.a1
              rolled back: everything that this step did
              fix:
                1. see with 'current' where the database stands, and run the command again.
                2. see that the server runs, and that nothing on the way (a pooler, a firewall, an idle time-out) cuts connections that work for long.
                3. mend what failed and run the command again: it goes on with this step.""");
    assertThat(notes()).isEmpty();
    assertThat(h2.versions()).isEmpty();
  }

  @Test
  void aRollbackThatFails_doesNotHideWhatLedToIt() {
    ContextOptions options = options(oneRevision(op -> {
              op.execute(note("a"));
              op.execute("GARBAGE");
            })
            .scriptDirectory())
        .connection(failingAt("rollback"))
        .build();
    assertThatThrownBy(() -> MigrationContext.configure(options).runMigrations())
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith(
            "[statement-failed] The database refused a statement.\n  statement: GARBAGE")
        .hasMessageContaining("rolled back: unknown: the rollback failed too")
        .hasMessageEndingWith("fix: look at the database before you run the command again:"
            + " what the run has changed may or may not be there.");
  }

  @Test
  void aRowThatSomebodyElseMoved_stopsTheRun() {
    ScriptDirectory script = new History()
        .revision("a1", "", op -> {}, op -> {})
        .revision(
            "b2", "a1", op -> op.execute("UPDATE alembic_version SET version_num = 'zz'"), op -> {})
        .scriptDirectory();
    assertThatThrownBy(() -> upgrading(script).runMigrations())
        .isInstanceOf(MigrationException.class)
        .hasMessage("""
            [version-table-mismatch] The version table 'alembic_version' was to have one row 'a1', but has 0.
              read at the start: a1
              during: upgrade of b2 (do b2)
              class: shop.b2
              rolled back: everything that this step did
              done before: 1 step: upgrade of a1 (do a1)
              fix:
                1. see with 'current' where the database stands: somebody else has migrated it meanwhile.
                2. mend what failed and run the command again: it goes on with this step.""");
    assertThat(h2.versions()).containsExactly("a1");
  }

  @Test
  void aVersionTableOfAnotherShape_isAnError_notAnEmptyDatabase() {
    h2.execute("CREATE TABLE alembic_version (something_else INT)");
    assertThatThrownBy(() -> MigrationContext.configure(connection).getCurrentHeads())
        .isInstanceOf(MigrationException.class)
        .hasMessage("""
            [version-table-unreadable] The version table 'alembic_version' cannot be read.
              database says: Column "VERSION_NUM" not found (SQLState 42S22)
              fix: see that it has the column 'version_num', and that the user may read it.""");
  }

  @Test
  void aVersionTableThatCannotBeCreated_isReportedBeforeAnyStepRuns() {
    ContextOptions options = options(oneRevision(op -> op.execute(note("a"))).scriptDirectory())
        .versionTableSchema("ops")
        .build();
    h2.execute("CREATE SCHEMA ops");
    h2.execute("CREATE TABLE ops.other (i INT, CONSTRAINT alembic_version_pkc PRIMARY KEY (i))");
    assertThatThrownBy(() -> MigrationContext.configure(options).runMigrations())
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("during: creation of the version table 'ops.alembic_version'")
        .hasMessageEndingWith(
            "fix: see that its schema exists and that the user may create tables in it.");
    assertThat(notes()).isEmpty();
  }

  @Test
  void aStatementOfAScript_isNamedWithItsLine() {
    ScriptDirectory script =
        oneRevision(op -> op.executeScript(note("a") + ";\n\nGARBAGE;\n")).scriptDirectory();
    assertThatThrownBy(() -> upgrading(script).runMigrations())
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("  at: line 3 of the script\n  during: upgrade of a1 (do a1)\n")
        .hasCauseInstanceOf(SQLException.class);
  }

  @Test
  void anInterruptedThread_stopsTheRunBeforeTheNextStep() {
    ScriptDirectory script = new History()
        .revision("a1", "", op -> Thread.currentThread().interrupt(), op -> {})
        .revision("b2", "a1", op -> op.execute(note("b")), op -> {})
        .scriptDirectory();
    assertThatThrownBy(() -> upgrading(script).runMigrations())
        .isInstanceOf(MigrationException.class)
        .hasMessage("""
            [interrupted] The thread of the run was interrupted.
              during: upgrade of b2 (do b2)
              class: shop.b2
              rolled back: everything that this step did
              done before: 1 step: upgrade of a1 (do a1)
              fix: mend what failed and run the command again: it goes on with this step.""");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(h2.versions()).containsExactly("a1");
  }

  @Test
  void anInterruptedMigration_leavesItsThreadInterrupted() {
    ScriptDirectory script = oneRevision(op -> {
          op.execute(note("a"));
          throw new InterruptedException("stop");
        })
        .scriptDirectory();
    assertThatThrownBy(() -> upgrading(script).runMigrations())
        .isInstanceOf(MigrationException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(notes()).isEmpty();
  }

  @Test
  void aFailingRollbackIsAddedToWhatLedToIt() {
    ContextOptions options = options(oneRevision(op -> op.execute("GARBAGE")).scriptDirectory())
        .connection(failingAt("rollback"))
        .build();
    assertThatThrownBy(() -> MigrationContext.configure(options).runMigrations())
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }
}
