package dev.lambic.runtime;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.MigrationException;
import dev.lambic.error.RevisionException;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.ScriptDirectory;
import dev.lambic.testing.H2;
import dev.lambic.testing.History;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationContextTest {
  private final H2 h2 = new H2();
  private final Connection connection = h2.connect();

  @BeforeEach
  void createTable() {
    h2.execute("CREATE TABLE note (text VARCHAR(20))");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    h2.close();
  }

  private List<String> notes() {
    return h2.query("SELECT text FROM note ORDER BY 1");
  }

  private static String note(String text) {
    return "INSERT INTO note VALUES ('" + text + "')";
  }

  private MigrationContext upgrading(ScriptDirectory script) {
    return MigrationContext.configure(options(script).build());
  }

  private ContextOptions.Builder options(ScriptDirectory script) {
    return ContextOptions.builder()
        .connection(connection)
        .listener(new MigrationListener() {})
        .migrations((heads, context) -> script.upgradePlan("heads", heads).stream()
            .map(one -> MigrationStep.upgradeFrom(script.revisionMap(), one))
            .toList());
  }

  private static History oneRevision(History.Step upgrade) {
    return new History().revision("a1", "", upgrade, op -> {});
  }

  @Test
  void aFreshDatabaseStandsOnNothing() {
    MigrationContext context = MigrationContext.configure(connection);
    assertThat(context.getCurrentRevision()).isEmpty();
    assertThat(context.getCurrentHeads()).isEmpty();
    assertThat(h2.tables()).containsExactly("NOTE");
  }

  @Test
  void stampNamesTheRevision() {
    ScriptDirectory script = History.graph("a1 -> b2");
    MigrationContext context = MigrationContext.configure(connection);
    context.stamp(script, "head");
    assertThat(context.getCurrentRevision()).contains("b2");
    context.stamp(script, "base");
    assertThat(context.getCurrentRevision()).isEmpty();
  }

  @Test
  void theCurrentRevisionIsAnErrorWhereThereAreSeveral() {
    ScriptDirectory script = History.graph("a1 -> b2", "a1 -> c3");
    MigrationContext context = MigrationContext.configure(connection);
    context.stamp(script, "heads");
    assertThat(context.getCurrentHeads()).containsExactly("b2", "c3");
    assertThatThrownBy(context::getCurrentRevision)
        .isInstanceOf(RevisionException.class)
        .hasMessage("""
            [multiple-current-revisions] The database stands on 2 revisions, not on one.
              in database: b2, c3
              fix: ask for all of them: 'getCurrentHeads()'.""");
  }

  @Test
  void executeSaysHowManyRowsChanged() {
    MigrationContext context = MigrationContext.configure(connection);
    assertThat(context.execute("INSERT INTO note VALUES ('a'), ('b')")).isEqualTo(2);
    assertThat(context.execute("SELECT * FROM note")).isZero();
    assertThat(context.execute("CREATE TABLE other (i INT)")).isZero();
  }

  @Test
  void bracesAndQuestionMarksReachTheDatabaseAsTheyAre() {
    MigrationContext.configure(connection).execute(note("{d ?} {"));
    assertThat(notes()).containsExactly("{d ?} {");
  }

  @Test
  void aMigrationAndItsVersionRowCommitTogether() {
    upgrading(oneRevision(op -> op.execute(note("a"))).scriptDirectory()).runMigrations();
    assertThat(notes()).containsExactly("a");
    assertThat(h2.versions()).containsExactly("a1");
  }

  @Test
  void theConnectionIsInAutoCommitModeAgainAfterwards() throws SQLException {
    upgrading(oneRevision(op -> op.execute(note("a"))).scriptDirectory()).runMigrations();
    assertThat(connection.getAutoCommit()).isTrue();
    assertThatThrownBy(() -> upgrading(new History()
                .revision("a1", "", op -> {}, op -> {})
                .revision("b2", "a1", op -> op.execute("GARBAGE"), op -> {})
                .scriptDirectory())
            .runMigrations())
        .isInstanceOf(MigrationException.class);
    assertThat(connection.getAutoCommit()).isTrue();
  }

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
                1. undo by hand what was kept, mend what failed, and run the command again: it goes on with this step.
                2. or finish the step by hand, and stamp the database with 'b2'.""");
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
            + "\\E \\(MigrationContextTest.java:\\d+\\)\n.*");
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
  void aMigrationMayCatchAFailedStatementAndGoOn() {
    ScriptDirectory script = oneRevision(op -> {
          try {
            op.execute("DROP TABLE not_there");
          } catch (MigrationException e) {
            op.execute(note("was not there"));
          }
        })
        .scriptDirectory();
    upgrading(script).runMigrations();
    assertThat(notes()).containsExactly("was not there");
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
  void aQueryOnTheConnectionSeesWhatTheMigrationHasDone() {
    ScriptDirectory script = oneRevision(op -> {
          op.execute(note("a"));
          try (Statement statement = op.getBind().createStatement()) {
            statement.execute("INSERT INTO note SELECT text || '!' FROM note");
          }
        })
        .scriptDirectory();
    upgrading(script).runMigrations();
    assertThat(notes()).containsExactly("a", "a!");
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
  void aTransactionOfTheCallers_isNeitherCommittedNorRolledBack() throws SQLException {
    MigrationContext.configure(connection).stamp(History.graph("z0"), "base");
    upgrading(oneRevision(op -> {}).scriptDirectory()).runMigrations();
    connection.setAutoCommit(false);
    ScriptDirectory script = new History()
        .revision("a1", "", op -> {}, op -> {})
        .revision("b2", "a1", op -> op.execute(note("b")), op -> {})
        .revision("c3", "b2", op -> op.execute("GARBAGE"), op -> {})
        .scriptDirectory();
    MigrationContext context = upgrading(script);
    assertThatThrownBy(() -> context.inTransaction(context::runMigrations))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("rolled back: nothing: the transaction is the caller's");
    assertThat(connection.getAutoCommit()).isFalse();
    assertThat(notes()).isEmpty();
    assertThat(MigrationContext.configure(connection).getCurrentHeads()).containsExactly("b2");
    connection.rollback();
    assertThat(h2.versions()).containsExactly("a1");
  }

  @Test
  void whereDdlIsTransactional_oneTransactionCoversTheRun() {
    ScriptDirectory script = new History()
        .revision("a1", "", op -> op.execute(note("a")), op -> {})
        .revision("b2", "a1", op -> op.execute("GARBAGE"), op -> {})
        .scriptDirectory();
    MigrationContext.configure(connection).stamp(script, "base");
    MigrationContext.configure(connection)
        .execute("CREATE TABLE alembic_version (version_num VARCHAR(32))");
    MigrationContext context =
        MigrationContext.configure(options(script).transactionalDdl(true).build());
    assertThatThrownBy(() -> context.inTransaction(context::runMigrations))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("rolled back: everything that this run did")
        .hasMessageEndingWith("fix: mend what failed and run the command again.");
    assertThat(notes()).isEmpty();
    assertThat(h2.versions()).isEmpty();
  }

  @Test
  void transactionPerMigration_commitsEachByItself() {
    ScriptDirectory script = new History()
        .revision("a1", "", op -> op.execute(note("a")), op -> {})
        .revision("b2", "a1", op -> op.execute("GARBAGE"), op -> {})
        .scriptDirectory();
    MigrationContext context = MigrationContext.configure(
        options(script).transactionalDdl(true).transactionPerMigration(true).build());
    assertThatThrownBy(() -> context.inTransaction(context::runMigrations))
        .isInstanceOf(MigrationException.class);
    assertThat(notes()).containsExactly("a");
    assertThat(h2.versions()).containsExactly("a1");
  }

  @Test
  void aTransactionThatIsNotCommitted_isRolledBack() {
    MigrationContext context = MigrationContext.configure(
        ContextOptions.builder().connection(connection).transactionalDdl(true).build());
    try (ProxyTransaction transaction = context.beginTransaction()) {
      context.execute(note("a"));
      assertThat(transaction.isActive()).isTrue();
    }
    assertThat(notes()).isEmpty();
    try (ProxyTransaction transaction = context.beginTransaction()) {
      context.execute(note("b"));
      transaction.commit();
      assertThat(transaction.isActive()).isFalse();
    }
    assertThat(notes()).containsExactly("b");
  }

  /** The connection, but for one method that fails as it does when the database is gone. */
  private Connection failingAt(String method) {
    return (Connection) Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, called, arguments) -> {
          if (called.getName().equals(method)) {
            throw new SQLException("connection reset", "08006");
          }
          try {
            return called.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
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
                2. mend what failed and run the command again: it goes on with this step.""");
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
  void aContextNeedsAConnection() {
    assertThatThrownBy(() -> MigrationContext.configure(ContextOptions.builder().build()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [missing-option] The context has no connection to run on.
              fix:
                1. give 'ContextOptions.builder()' a 'connection'.
                2. give it an 'output' and a 'dialect', to write a script.""");
  }

  @Test
  void aClosedConnectionIsSaidToBeOne() throws SQLException {
    connection.close();
    assertThatThrownBy(() -> MigrationContext.configure(connection))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith(
            "[connection-failed] The connection does not say which database it leads to.");
  }

  @Test
  void aSubclassSeesEveryStatement() {
    List<String> seen = new java.util.ArrayList<>();
    ScriptDirectory script =
        oneRevision(op -> op.createTable("extra", column("id", integer()))).scriptDirectory();
    ContextOptions options = options(script).build();
    MigrationContext context =
        new MigrationContext(
            MigrationContext.configure(options).dialect(), connection, options, null) {
          @Override
          public long execute(String sql) {
            seen.add(sql.lines().findFirst().orElseThrow());
            return super.execute(sql);
          }
        };
    context.runMigrations();
    assertThat(seen)
        .containsExactly(
            "CREATE TABLE alembic_version (",
            "CREATE TABLE extra (",
            "INSERT INTO alembic_version (version_num) VALUES ('a1')");
  }
}
