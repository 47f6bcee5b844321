package dev.lambic.it.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.command.Command;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.MigrationException;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;

/** What an edit does to a revision that was cut short, and what becomes of runs without their journal. */
class JournalIT {
  private static final String FAILING = "GARBAGE";

  private static History.Step statements(String... sql) {
    return op -> List.of(sql).forEach(op::execute);
  }

  private static Command command(TestDatabase database, History history) {
    return new Command(history.config().dataSource(database.dataSource()).build());
  }

  private static History revision(String... sql) {
    return new History().then(statements(sql));
  }

  private static List<String> tables(TestDatabase database) throws SQLException {
    return database.catalogue().tables().stream()
        .map(table -> table.name().toLowerCase(Locale.ROOT))
        .filter(name -> !name.startsWith("alembic_version_"))
        .sorted()
        .toList();
  }

  private static List<String> versions(TestDatabase database) throws SQLException {
    return database.query("SELECT version_num FROM alembic_version");
  }

  private static void cutShort(TestDatabase database) {
    Command broken = command(
        database,
        revision(
            "CREATE TABLE one (id INT)",
            "CREATE TABLE two (id INT)",
            FAILING,
            "CREATE TABLE four (id INT)"));
    assertThatThrownBy(() -> broken.upgrade("heads"))
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith("[statement-failed] ");
  }

  @ParameterizedTest
  @AllDatabases
  void editAtTheStatementThatFailed_isTakenUp(TestDatabase database) throws SQLException {
    cutShort(database);

    command(
            database,
            revision(
                "CREATE TABLE one (id INT)",
                "CREATE TABLE two (id INT)",
                "CREATE TABLE three (id INT)",
                "CREATE TABLE four (id INT)"))
        .upgrade("heads");

    assertThat(tables(database)).containsExactly("alembic_version", "four", "one", "three", "two");
    assertThat(versions(database)).containsExactly("r1");
  }

  @ParameterizedTest
  @AllDatabases
  void editBehindTheStatementThatFailed_isTakenUp(TestDatabase database) throws SQLException {
    cutShort(database);

    command(
            database,
            revision(
                "CREATE TABLE one (id INT)",
                "CREATE TABLE two (id INT)",
                "CREATE TABLE three (id INT)",
                "CREATE TABLE fourth (id INT)",
                "CREATE TABLE fifth (id INT)"))
        .upgrade("heads");

    assertThat(tables(database))
        .containsExactly("alembic_version", "fifth", "fourth", "one", "three", "two");
  }

  @ParameterizedTest
  @AllDatabases
  void editBeforeTheStatementThatFailed_isRefusedWhereItWasKept_andHarmlessWhereItWasRolledBack(
      TestDatabase database) throws SQLException {
    cutShort(database);
    Command edited =
        command(database, revision("CREATE TABLE first (id INT)", "CREATE TABLE two (id INT)"));

    if (database.kind().rollsBackDdl()) {
      edited.upgrade("heads");
      assertThat(tables(database)).containsExactly("alembic_version", "first", "two");
      return;
    }
    assertThatThrownBy(() -> edited.upgrade("heads"))
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith("[changed-since-cut-short] ")
        .hasMessageContaining("* 1. CREATE TABLE one ( id INT )")
        .hasMessageContaining("* 1. CREATE TABLE first ( id INT )")
        .hasMessageContaining("  2. CREATE TABLE two ( id INT )");
    assertThat(tables(database)).containsExactly("alembic_version", "one", "two");
    assertThat(versions(database)).isEmpty();

    command(
            database,
            revision(
                "CREATE TABLE one (id INT)",
                "CREATE TABLE two (id INT)",
                "CREATE TABLE three (id INT)"))
        .upgrade("heads");
    assertThat(versions(database)).containsExactly("r1");
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.MARIADB, DatabaseKind.MYSQL})
  void rowsThatAProcedureHasCommitted_areNotChangedAgain(TestDatabase database)
      throws SQLException {
    database.execute("CREATE TABLE one (id INT)", "CREATE PROCEDURE commit_it() BEGIN COMMIT; END");
    assertThatThrownBy(() -> command(
                database, revision("INSERT INTO one VALUES (1)", "CALL commit_it()", FAILING))
            .upgrade("heads"))
        .isInstanceOf(MigrationException.class);

    command(
            database,
            revision(
                "INSERT INTO one VALUES (1)", "CALL commit_it()", "INSERT INTO one VALUES (2)"))
        .upgrade("heads");

    assertThat(database.query("SELECT id FROM one ORDER BY id")).containsExactly("1", "2");
  }

  private static History twoRevisions() {
    return new History()
        .then(statements("CREATE TABLE t_r1 (id INT)"))
        .then(statements("CREATE TABLE t_r2 (id INT)"));
  }

  /** Makes a database as Alembic leaves it, on the first of the two revisions. */
  private static void asAlembicLeavesIt(TestDatabase database) throws SQLException {
    database.execute(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY"
            + " (version_num))",
        "INSERT INTO alembic_version VALUES ('r1')",
        "CREATE TABLE t_r1 (id INT)");
  }

  @ParameterizedTest
  @AllDatabases
  void databaseWithoutAJournal_isUpgraded_andTheJournalBegins(TestDatabase database)
      throws SQLException {
    asAlembicLeavesIt(database);

    command(database, twoRevisions()).upgrade("heads");

    assertThat(tables(database)).containsExactly("alembic_version", "t_r1", "t_r2");
    assertThat(versions(database)).containsExactly("r2");
    assertThat(command(database, twoRevisions()).log())
        .extracting(entry -> entry.direction() + " " + entry.revision())
        .containsExactly("upgrade r2");
  }

  @ParameterizedTest
  @AllDatabases
  void databaseWithoutAJournal_isDowngraded_andTheJournalBegins(TestDatabase database)
      throws SQLException {
    asAlembicLeavesIt(database);

    command(database, twoRevisions()).downgrade("base");

    assertThat(tables(database)).containsExactly("alembic_version");
    assertThat(versions(database)).isEmpty();
    assertThat(command(database, twoRevisions()).log())
        .extracting(entry -> entry.direction() + " " + entry.revision())
        .containsExactly("downgrade r1");
  }

  @ParameterizedTest
  @AllDatabases
  void journalThatWasDroppedInTheMiddle_leavesWhatWasDone_andTheRevisionBeginsAnew(
      TestDatabase database) throws SQLException {
    cutShort(database);
    database.execute("DROP TABLE alembic_version_journal");
    Command mended =
        command(database, revision("CREATE TABLE one (id INT)", "CREATE TABLE two (id INT)"));

    if (database.kind().rollsBackDdl()) {
      mended.upgrade("heads");
    } else {
      assertThatThrownBy(() -> mended.upgrade("heads"))
          .isInstanceOf(MigrationException.class)
          .hasMessageStartingWith("[statement-failed] ")
          .hasMessageContaining("CREATE TABLE one (id INT)");
      assertThat(tables(database)).containsExactly("alembic_version", "one", "two");
      assertThat(versions(database)).isEmpty();
      mended.stamp("r1");
    }
    assertThat(tables(database)).containsExactly("alembic_version", "one", "two");
    assertThat(versions(database)).containsExactly("r1");
  }

  /** Makes a user who may do everything but look at the journal, and returns the name, which is the password too. */
  private static String userWithoutJournal(TestDatabase database) throws SQLException {
    String user = "u_" + database.name();
    if (database.kind().isPostgresql()) {
      database.execute(
          "CREATE USER " + user + " PASSWORD '" + user + "'",
          "GRANT ALL ON SCHEMA public TO " + user,
          "GRANT ALL ON alembic_version TO " + user);
    } else {
      database.execute(
          "CREATE USER " + user + " IDENTIFIED BY '" + user + "'",
          "GRANT CREATE, DROP, ALTER, INDEX ON " + database.name() + ".* TO " + user,
          "GRANT SELECT, INSERT, UPDATE, DELETE ON " + database.name() + ".alembic_version TO "
              + user);
    }
    return user;
  }

  @ParameterizedTest
  @AllDatabases(
      only = {
        DatabaseKind.POSTGRESQL_14,
        DatabaseKind.POSTGRESQL_18,
        DatabaseKind.MARIADB,
        DatabaseKind.MYSQL
      })
  void userWhoMayNotTouchTheJournal_isToldBeforeAnythingRuns_andCanDoWithout(TestDatabase database)
      throws SQLException {
    History history = twoRevisions();
    command(database, history).upgrade("r1");
    String user = userWithoutJournal(database);
    Command withJournal = new Command(
        history.config().url(database.url()).user(user).password(user).build());

    assertThatThrownBy(() -> withJournal.upgrade("heads"))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith(
            "[journal-unavailable] The journal 'alembic_version_journal' cannot be read or created; nothing has been done.")
        .hasMessageContaining("denied");
    assertThat(tables(database)).containsExactly("alembic_version", "t_r1");
    assertThat(versions(database)).containsExactly("r1");

    new Command(history
            .config()
            .url(database.url())
            .user(user)
            .password(user)
            .journal(false)
            .build())
        .upgrade("heads");
    assertThat(tables(database)).containsExactly("alembic_version", "t_r1", "t_r2");
    assertThat(versions(database)).containsExactly("r2");
  }

  @ParameterizedTest
  @AllDatabases
  void editOfARevisionThatWasApplied_isFoundOut_whateverTheDatabase(TestDatabase database) {
    command(database, twoRevisions()).upgrade("heads");
    History edited = new History()
        .then(statements("create   table t_r1 (id INT) -- as it was", "CREATE TABLE t_r3 (id INT)"))
        .then(statements("CREATE  TABLE t_r2\n (id INT)"));

    assertThat(command(database, twoRevisions()).changedSinceApplied()).isEmpty();
    assertThat(command(database, edited).changedSinceApplied())
        .extracting(changed -> changed.revision().revision())
        .containsExactly("r1");
  }
}
