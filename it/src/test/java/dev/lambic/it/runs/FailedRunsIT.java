package dev.lambic.it.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lambic.command.Command;
import dev.lambic.config.Config;
import dev.lambic.error.MigrationException;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.Operations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;

/** What a run leaves that fails on a real server, and what it says. */
class FailedRunsIT {
  private static final String TRANSACTION_PER_MIGRATION =
      "run one transaction per migration, so that each gives its locks back: 'transactionPerMigration'.";

  private static MigrationException failure(Config config) {
    return catchThrowableOfType(
        MigrationException.class, () -> new Command(config).upgrade("head"));
  }

  private static MigrationException failureOn(TestDatabase database, History history) {
    return failure(history.config().dataSource(database.dataSource()).build());
  }

  private static List<String> versions(TestDatabase database) throws SQLException {
    return database.query("SELECT version_num FROM alembic_version ORDER BY 1");
  }

  private static History thenFails(History.Step upgrade) {
    return new History()
        .revision("a1", op -> op.execute("CREATE TABLE t_a1 (id INTEGER)"))
        .revision("b2", upgrade);
  }

  /** Ends the session of a connection from another one, as an administrator does. */
  private static void kill(TestDatabase database, Operations op) throws SQLException {
    boolean isPostgresql = database.kind().isPostgresql();
    long id;
    try (Statement statement = op.getBind().createStatement();
        ResultSet row = statement.executeQuery(
            isPostgresql ? "SELECT pg_backend_pid()" : "SELECT CONNECTION_ID()")) {
      row.next();
      id = row.getLong(1);
    }
    if (isPostgresql) {
      database.query("SELECT pg_terminate_backend(" + id + ", 5000)");
    } else {
      database.execute("KILL " + id);
    }
  }

  @ParameterizedTest
  @AllDatabases(except = {DatabaseKind.H2, DatabaseKind.HSQLDB, DatabaseKind.SQLITE})
  void connectionLostMidway_leavesTheDatabaseAsItsTransactionsHaveIt(TestDatabase database)
      throws SQLException {
    database.execute("CREATE TABLE note (id INTEGER)");
    History history = thenFails(op -> {
      op.execute("INSERT INTO note VALUES (1)");
      kill(database, op);
      op.execute("INSERT INTO note VALUES (2)");
    });
    try (Connection connection = database.connect()) {
      MigrationException failure =
          failure(history.config().connection(connection).build());
      assertThat((Throwable) failure)
          .hasMessageContaining("statement: INSERT INTO note VALUES (2)")
          .hasMessageContaining("connection: lost; what was not committed, the database undoes")
          .hasMessageContaining("rolled back: everything that this ")
          .hasMessageContaining("see that the server runs")
          .hasCauseInstanceOf(SQLException.class);
      assertThat(connection.isClosed()).isTrue();
    }
    assertThat(database.query("SELECT id FROM note")).isEmpty();
    if (database.kind().isPostgresql()) {
      assertThat(database.catalogue().hasTable("alembic_version")).isFalse();
      assertThat(database.catalogue().hasTable("t_a1")).isFalse();
    } else {
      assertThat(versions(database)).containsExactly("a1");
    }
  }

  @ParameterizedTest
  @AllDatabases
  void brokenSql_namesStatementRevisionAndRollback_andTheNextRunGoesOn(TestDatabase database)
      throws SQLException {
    database.execute("CREATE TABLE note (id INTEGER)");
    boolean[] isBroken = {true};
    History history = thenFails(op -> {
      op.execute("INSERT INTO note VALUES (1)");
      op.executeScript("-- first\nINSERT INTO note VALUES (2);\n\nINSERT INTO "
          + (isBroken[0] ? "nowhere" : "note") + " VALUES (3);\n");
    });
    Config config = history.config().dataSource(database.dataSource()).build();
    MigrationException failure = failure(config);
    assertThat((Throwable) failure)
        .hasMessageStartingWith("[statement-failed] The database refused a statement.\n"
            + "  statement: INSERT INTO nowhere VALUES (3)\n  database says:")
        .hasMessageContaining("\n  at: line 4 of the script\n  during: upgrade of b2 (do b2)\n"
            + "  class: shop.b2\n  statement number: 3 of this revision\n")
        .hasMessageContaining(
            database.kind().rollsBackDdl()
                ? "\n  rolled back: everything that this run did\n"
                : "\n  rolled back: everything that this step did\n  done before: 1 step: upgrade of a1 (do a1)\n")
        .hasCauseInstanceOf(SQLException.class);
    assertThat(database.query("SELECT id FROM note")).isEmpty();
    isBroken[0] = false;
    new Command(config).upgrade("head");
    assertThat(database.query("SELECT id FROM note ORDER BY id")).containsExactly("1", "2", "3");
    assertThat(versions(database)).containsExactly("b2");
  }

  @ParameterizedTest
  @AllDatabases
  void whatIsLeftBehind_isListed_whereDdlIsNotRolledBack(TestDatabase database)
      throws SQLException {
    MigrationException failure = failureOn(database, thenFails(op -> {
      op.execute("CREATE TABLE half (id INTEGER)");
      op.execute("INSERT INTO half VALUES (1)");
      op.execute("INSERT INTO nowhere VALUES (1)");
    }));
    boolean rollsBackDdl = database.kind().rollsBackDdl();
    assertThat(database.catalogue().hasTable(database.stored("half"))).isEqualTo(!rollsBackDdl);
    if (!rollsBackDdl) {
      assertThat((Throwable) failure)
          .hasMessageContaining("\n  rolled back: 1 statement\n  kept:\n    what ")
          .hasMessageContaining(" commits at once:\n    CREATE TABLE half (id INTEGER)\n")
          .hasMessageContaining("it goes on behind what was kept.");
      assertThat(database.query("SELECT id FROM half")).isEmpty();
      assertThat(versions(database)).containsExactly("a1");
    }
  }

  @ParameterizedTest
  @AllDatabases
  void exceptionOrErrorOfTheUsers_isRolledBack_andTheConnectionIsFitForItsPool(
      TestDatabase database) throws SQLException {
    database.execute("CREATE TABLE note (id INTEGER)");
    for (Throwable thrown :
        List.of(new IllegalStateException("no"), new StackOverflowError(), new Exception("no"))) {
      History history = new History().revision("b2", op -> {
        op.execute("INSERT INTO note VALUES (1)");
        throwIt(thrown);
      });
      try (Connection connection = database.connect()) {
        Config config = history.config().connection(connection).build();
        Throwable failure =
            catchThrowableOfType(Throwable.class, () -> new Command(config).upgrade("head"));
        assertThat(thrown instanceof Error ? failure : failure.getCause()).isSameAs(thrown);
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(connection.isClosed()).isFalse();
      }
      assertThat(database.query("SELECT id FROM note")).isEmpty();
    }
  }

  private static void throwIt(Throwable thrown) throws Exception {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (Exception) thrown;
  }

  private static void remedy(TestDatabase database, String remedy, History.Step upgrade) {
    History history = new History().revision("b2", upgrade);
    assertThat((Throwable) failureOn(database, history)).hasMessageContaining(remedy);
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.POSTGRESQL_14, DatabaseKind.POSTGRESQL_18})
  void trapsOfPostgresql_comeWithTheirRemedy(TestDatabase database) throws SQLException {
    database.execute("CREATE TABLE note (id INTEGER)", "CREATE TYPE mood AS ENUM ('sad')");
    remedy(
        database,
        "run it outside the transaction: in 'op.autocommitBlock(...)'",
        op -> op.execute("CREATE INDEX CONCURRENTLY ix ON note (id)"));
    remedy(database, "it can be used once the transaction that adds it has been committed", op -> {
      op.execute("ALTER TYPE mood ADD VALUE 'glad'");
      op.execute("SELECT 'glad'::mood");
    });
    remedy(database, "connect to a database that can be written", op -> {
      op.execute("SET TRANSACTION READ ONLY");
      op.execute("INSERT INTO note VALUES (1)");
    });
    remedy(database, "allow the statement more time ('statement_timeout')", op -> {
      op.execute("SET LOCAL statement_timeout = 50");
      op.execute("SELECT pg_sleep(5)");
    });
    remedy(database, "give the user of the run the right to do this", op -> {
      op.execute("CREATE ROLE lambic_guest_" + database.name());
      op.execute("SET LOCAL ROLE lambic_guest_" + database.name());
      op.execute("SELECT * FROM note");
    });
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.POSTGRESQL_14, DatabaseKind.POSTGRESQL_18})
  void failureThatWasCaught_isShownWithTheOneThatItLedTo(TestDatabase database)
      throws SQLException {
    database.execute("CREATE TABLE note (id INTEGER)");
    History history = new History().revision("b2", op -> {
      try {
        op.execute("DROP TABLE not_there");
      } catch (MigrationException e) {
        op.execute("INSERT INTO note VALUES (1)");
      }
    });
    assertThat((Throwable) failureOn(database, history))
        .hasMessageContaining("statement: INSERT INTO note VALUES (1)\n")
        .hasMessageContaining("failed before it:\n    DROP TABLE not_there\n"
            + "    ERROR: table \"not_there\" does not exist (SQLState 42P01)\n")
        .hasMessageContaining("let the failure of a statement end the migration");
    assertThat(database.query("SELECT id FROM note")).isEmpty();
  }

  @ParameterizedTest
  @AllDatabases(only = DatabaseKind.POSTGRESQL_18)
  void thousandsOfTablesInOneTransaction_callForOneTransactionPerMigration(TestDatabase database)
      throws SQLException {
    History history = new History();
    for (int i = 0; i < 60; i++) {
      String prefix = "t" + i + "_";
      history.revision("r" + (100 + i), op -> {
        for (int k = 0; k < 250; k++) {
          op.execute("CREATE TABLE " + prefix + k + " (id INTEGER)");
        }
      });
    }
    Config.Builder config = history.config().dataSource(database.dataSource());
    assertThat((Throwable) failure(config.build()))
        .hasMessageContaining("out of shared memory")
        .hasMessageContaining("(SQLState 53200)")
        .hasMessageContaining(TRANSACTION_PER_MIGRATION);
    assertThat(database.catalogue().tables())
        .extracting(table -> table.name())
        .containsExactly("alembic_version_journal");
    new Command(config.transactionPerMigration(true).build()).upgrade("r105");
    assertThat(versions(database)).containsExactly("r105");
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.MARIADB, DatabaseKind.MYSQL})
  void trapsOfMysql_comeWithTheirRemedy(TestDatabase database) throws SQLException {
    database.execute("CREATE TABLE note (id INTEGER PRIMARY KEY)", "INSERT INTO note VALUES (1)");
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("UPDATE note SET id = 1 WHERE id = 1");
      statement.execute("SELECT * FROM note FOR UPDATE");
      remedy(database, "see who holds the table", op -> {
        op.execute("SET SESSION innodb_lock_wait_timeout = 1");
        op.execute("DELETE FROM note WHERE id = 1");
      });
      other.rollback();
    }
    remedy(database, "connect to a database that can be written", op -> {
      try (Statement statement = op.getBind().createStatement()) {
        statement.execute("COMMIT");
        statement.execute("START TRANSACTION READ ONLY");
      }
      op.execute("DELETE FROM note WHERE id = 1");
    });
  }

  @ParameterizedTest
  @AllDatabases(except = {DatabaseKind.H2, DatabaseKind.HSQLDB, DatabaseKind.SQLITE})
  void deadlock_isToBeTriedAgain(TestDatabase database) throws Exception {
    database.execute(
        "CREATE TABLE one (id INTEGER PRIMARY KEY, v INTEGER)",
        "CREATE TABLE two (id INTEGER PRIMARY KEY, v INTEGER)",
        "INSERT INTO one VALUES (1, 0)",
        "INSERT INTO two VALUES (1, 0)");
    for (int id = 2; id <= 30; id++) {
      database.execute("INSERT INTO two VALUES (" + id + ", 0)");
    }
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      // The one that has done more is spared, or the one that notices it later.
      statement.execute("UPDATE two SET v = 1");
      Thread[] waiting = new Thread[1];
      History history = new History().revision("b2", op -> {
        if (database.kind().isPostgresql()) {
          op.execute("SET LOCAL deadlock_timeout = '50ms'");
        }
        op.execute("UPDATE one SET v = 2 WHERE id = 1");
        waiting[0] = new Thread(() -> update(statement, "UPDATE one SET v = 1 WHERE id = 1"));
        waiting[0].start();
        awaitLockOf(database);
        op.execute("UPDATE two SET v = 2 WHERE id = 1");
      });
      assertThat((Throwable) failureOn(database, history))
          .hasMessageContaining("run the command again: another session was in the way")
          .hasMessageContaining("rolled back: everything that this ");
      waiting[0].join();
      other.rollback();
    }
    assertThat(database.query("SELECT v FROM one")).containsExactly("0");
  }

  private static void update(Statement statement, String sql) {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns once a session waits for a lock. */
  private static void awaitLockOf(TestDatabase database) throws SQLException, InterruptedException {
    String waiting = database.kind().isPostgresql()
        ? "SELECT 1 FROM pg_locks WHERE NOT granted"
        : "SELECT 1 FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'";
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (database.query(waiting).isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
  }
}
