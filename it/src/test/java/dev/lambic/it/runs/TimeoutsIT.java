package dev.lambic.it.runs;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.command.Command;
import dev.lambic.config.Config;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.runtime.MigrationListener;
import dev.lambic.runtime.MigrationStep;
import dev.lambic.runtime.RunLimits;
import dev.lambic.script.ScriptDirectory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;

/** Statements that wait for the locks of others: for how long, and what happens then. */
class TimeoutsIT {
  private static final RunLimits ONE_SECOND = RunLimits.DEFAULT.lockTimeout(Duration.ofSeconds(1));

  private static boolean hasLockTimeout(TestDatabase database) {
    return database.kind() != DatabaseKind.HSQLDB;
  }

  private static Command command(
      TestDatabase database,
      ScriptDirectory history,
      RunLimits limits,
      MigrationListener listener) {
    return new Command(Config.builder()
        .dataSource(database.dataSource())
        .scriptDirectory(history)
        .limits(limits)
        .listener(listener)
        .build());
  }

  /** Rows, as even databases lock them that roll back no DDL. */
  private static ScriptDirectory updateOfARow() {
    return new History().then(op -> op.execute("UPDATE busy SET id = id + 1")).directory();
  }

  private static Connection holdsTheRow(TestDatabase database) throws SQLException {
    database.execute("CREATE TABLE busy (id INTEGER)", "INSERT INTO busy VALUES (1)");
    Connection connection = database.connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("UPDATE busy SET id = 10");
    }
    return connection;
  }

  @ParameterizedTest
  @AllDatabases
  void aStatementThatWaitsForTooLong_fails(TestDatabase database) throws SQLException {
    if (!hasLockTimeout(database) || database.kind() == DatabaseKind.SQLITE) {
      return; // On SQLite, it is the run's own lock that waits for the one writer.
    }
    try (Connection holder = holdsTheRow(database)) {
      Command command = command(
          database, updateOfARow(), ONE_SECOND.lockTimeoutRetries(0), new MigrationListener() {});
      assertThatThrownBy(() -> command.upgrade("heads"))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("[statement-failed]")
          .hasMessageContaining("UPDATE busy");
      holder.rollback();
    }
    assertThat(database.query("SELECT id FROM busy")).containsExactly("1");
  }

  @ParameterizedTest
  @AllDatabases
  void aRevisionThatFailsForThatAlone_beginsAnew(TestDatabase database) throws SQLException {
    if (!hasLockTimeout(database) || database.kind() == DatabaseKind.SQLITE) {
      return;
    }
    List<String> retries = new ArrayList<>();
    try (Connection holder = holdsTheRow(database)) {
      Command command = command(database, updateOfARow(), ONE_SECOND, new MigrationListener() {
        @Override
        public void retrying(MigrationStep step, Problem reason, Duration pause) {
          retries.add(step.shortLog() + " after " + pause.toSeconds() + " s");
          try {
            holder.rollback();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        }
      });
      assertThat(command.upgrade("heads").after()).containsExactly("r1");
    }
    assertThat(retries).containsExactly("upgrade  -> r1 after 1 s");
    assertThat(database.query("SELECT id FROM busy")).containsExactly("2");
  }

  @ParameterizedTest
  @AllDatabases
  void whereDdlIsNotTransactional_nothingIsDoneTwice(TestDatabase database) throws SQLException {
    if (!database.kind().isMySqlFamily() && database.kind() != DatabaseKind.H2) {
      return;
    }
    try (Connection holder = holdsTheRow(database)) {
      ScriptDirectory history = new History()
          .then(op -> {
            op.createTable("made", column("id", integer()));
            op.execute("UPDATE busy SET id = id + 1");
          })
          .directory();
      Command command = command(database, history, ONE_SECOND, new MigrationListener() {
        @Override
        public void retrying(MigrationStep step, Problem reason, Duration pause) {
          throw new AssertionError("what has been kept must not be done again");
        }
      });
      assertThatThrownBy(() -> command.upgrade("heads"))
          .hasMessageContaining("[statement-failed]")
          .hasMessageContaining("CREATE TABLE made");
      holder.rollback();
    }
  }

  @ParameterizedTest
  @AllDatabases
  void theSessionIsGivenBackAsItWas(TestDatabase database) throws SQLException {
    String query = switch (database.kind()) {
      case POSTGRESQL_14, POSTGRESQL_18 ->
        "SELECT current_setting('lock_timeout') || current_setting('statement_timeout')";
      case MARIADB ->
        "SELECT CONCAT(@@lock_wait_timeout, ' ', @@innodb_lock_wait_timeout, ' ', @@max_statement_time)";
      case MYSQL -> "SELECT CONCAT(@@lock_wait_timeout, ' ', @@innodb_lock_wait_timeout)";
      case SQLITE -> "PRAGMA busy_timeout";
      case H2 -> "SELECT LOCK_TIMEOUT()";
      case HSQLDB -> "VALUES (0)";
    };
    RunLimits limits = hasLockTimeout(database) ? ONE_SECOND : RunLimits.DEFAULT;
    if (database.kind() != DatabaseKind.SQLITE) {
      limits = limits.statementTimeout(Duration.ofSeconds(30));
    }
    try (Connection connection = database.connect()) {
      String before = ask(connection, query);
      new Command(Config.builder()
              .connection(connection)
              .limits(limits)
              .listener(new MigrationListener() {})
              .scriptDirectory(new History()
                  .then(op -> op.createTable("one", column("id", integer())))
                  .directory())
              .build())
          .upgrade("heads");
      assertThat(ask(connection, query)).isEqualTo(before);
    }
  }

  private static String ask(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @ParameterizedTest
  @AllDatabases
  void aLimitThatTheDatabaseLacks_isRefused(TestDatabase database) throws SQLException {
    RunLimits limits = switch (database.kind()) {
      case HSQLDB -> ONE_SECOND;
      case SQLITE -> RunLimits.DEFAULT.statementTimeout(Duration.ofSeconds(1));
      default -> null;
    };
    if (limits == null) {
      return;
    }
    Command command = command(database, updateOfARow(), limits, new MigrationListener() {});
    assertThatThrownBy(() -> command.upgrade("heads"))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("[unsupported-option] ");
    assertThat(database.catalogue().tables()).isEmpty();
  }

  @ParameterizedTest
  @AllDatabases
  void aStatementThatRunsForTooLong_isEnded(TestDatabase database) throws SQLException {
    String slow = switch (database.kind()) {
      case POSTGRESQL_14, POSTGRESQL_18 -> "SELECT pg_sleep(30)";
      case MARIADB, MYSQL ->
        "SELECT COUNT(*) FROM information_schema.columns a, information_schema.columns b,"
            + " information_schema.columns c";
      default -> "";
    };
    if (slow.isEmpty()) {
      return;
    }
    Command command = command(
        database,
        new History().then(op -> op.execute(slow)).directory(),
        RunLimits.DEFAULT.statementTimeout(Duration.ofSeconds(1)),
        new MigrationListener() {});
    long start = System.nanoTime();
    assertThatThrownBy(() -> command.upgrade("heads")).hasMessageContaining("[statement-failed]");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }
}
