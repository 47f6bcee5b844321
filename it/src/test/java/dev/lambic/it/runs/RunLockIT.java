package dev.lambic.it.runs;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.command.Command;
import dev.lambic.command.RunResult;
import dev.lambic.config.Config;
import dev.lambic.error.EnvironmentException;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.runtime.MigrationListener;
import dev.lambic.runtime.RunLimits;
import dev.lambic.script.ScriptDirectory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;

/** One run at a time, on every database. */
class RunLockIT {
  private static final RunLimits AT_ONCE = RunLimits.DEFAULT.lockWait(Duration.ZERO);

  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    other.shutdownNow();
  }

  private static Config.Builder config(TestDatabase database, ScriptDirectory history) {
    return Config.builder()
        .dataSource(database.dataSource())
        .scriptDirectory(history)
        .listener(new MigrationListener() {});
  }

  private static RunResult upgrade(TestDatabase database, ScriptDirectory history) {
    return new Command(config(database, history).limits(AT_ONCE).build()).upgrade("heads");
  }

  private static ScriptDirectory twoTables() {
    return new History()
        .then(op -> op.createTable("one", column("id", integer())))
        .then(op -> op.createTable("two", column("id", integer())))
        .directory();
  }

  private static List<String> tables(TestDatabase database) throws SQLException {
    return database.catalogue().tables().stream()
        .map(table -> table.name().toLowerCase(Locale.ROOT))
        .filter(name -> !name.endsWith("_journal"))
        .sorted()
        .toList();
  }

  /** A run of one revision that holds on where a test wants it. */
  private final class HeldRun {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ScriptDirectory history = new History()
        .then(op -> {
          op.createTable("one", column("id", integer()));
          reached.countDown();
          if (!goOn.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody let the run go on");
          }
        })
        .directory();
    private final Future<RunResult> run;

    HeldRun(TestDatabase database) throws InterruptedException {
      this.run = other.submit(() -> upgrade(database, history));
      assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
    }

    void end() throws InterruptedException, ExecutionException {
      goOn.countDown();
      run.get();
    }
  }

  @ParameterizedTest
  @AllDatabases
  void whileOneRuns_anotherIsKeptOut_andToldByWhom(TestDatabase database) throws Exception {
    HeldRun held = new HeldRun(database);

    assertThatThrownBy(() -> upgrade(database, held.history))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith(
            "[lock-held] Another run is changing this database; this one has done nothing.")
        .hasMessageContaining("waited: 0 s")
        .hasMessageMatching("(?s).*lock held by: (server process|connection|process) \\d+.*");

    held.end();
    assertThat(tables(database)).containsExactly("alembic_version", "one");
  }

  @ParameterizedTest
  @AllDatabases
  void whoWaits_findsNothingLeftToDo(TestDatabase database) throws Exception {
    HeldRun held = new HeldRun(database);
    CountDownLatch told = new CountDownLatch(1);
    Config waiting = config(database, held.history)
        .limits(RunLimits.DEFAULT)
        .listener(new MigrationListener() {
          @Override
          public void waitingForLock(String holder, Duration waited, Duration limit) {
            told.countDown();
          }
        })
        .build();
    ExecutorService second = Executors.newSingleThreadExecutor();
    Future<RunResult> result = second.submit(() -> new Command(waiting).upgrade("heads"));

    assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
    held.end();
    assertThat(result.get().steps()).isEmpty();
    assertThat(result.get().after()).containsExactly("r1");
    second.shutdownNow();
  }

  @ParameterizedTest
  @AllDatabases
  void nothingToDo_needsNoLock(TestDatabase database) throws Exception {
    HeldRun held = new HeldRun(database);
    ScriptDirectory nothing = new History().directory();
    assertThat(upgrade(database, nothing).steps()).isEmpty();
    held.end();
    assertThat(upgrade(database, held.history).steps()).isEmpty();
  }

  @ParameterizedTest
  @AllDatabases
  void theLockIsFreeAgain_afterSuccessAndFailure(TestDatabase database) throws Exception {
    ScriptDirectory failing =
        new History().then(op -> op.execute("no SQL at all")).directory();

    assertThatThrownBy(() -> upgrade(database, failing)).hasMessageContaining("[statement-failed]");
    assertThatThrownBy(() -> upgrade(database, failing)).hasMessageContaining("[statement-failed]");
    assertThat(upgrade(database, twoTables()).steps()).hasSize(2);
    assertThat(new Command(config(database, twoTables()).limits(AT_ONCE).build())
            .stamp("base")
            .after())
        .isEmpty();
    assertThat(tables(database)).containsExactly("alembic_version", "one", "two");
  }

  @ParameterizedTest
  @AllDatabases
  void anotherVersionTable_isAnotherLock(TestDatabase database) throws Exception {
    if (database.kind() == DatabaseKind.SQLITE) {
      return; // One writer at a time, whatever it writes.
    }
    HeldRun held = new HeldRun(database);
    Config others = config(
            database,
            new History()
                .then(op -> op.createTable("two", column("id", integer())))
                .directory())
        .versionTable("other_version")
        .limits(AT_ONCE)
        .build();
    assertThat(new Command(others).upgrade("heads").steps()).hasSize(1);
    held.end();
    assertThat(tables(database)).containsExactly("alembic_version", "one", "other_version", "two");
  }

  @ParameterizedTest
  @AllDatabases
  void aLostConnection_losesItsLock(TestDatabase database) throws Exception {
    if (database.kind() == DatabaseKind.SQLITE) {
      return; // Its sessions are those of processes: see KilledRunsIT.
    }
    Connection lost = database.connect();
    Config config = config(
            database,
            new History()
                .then(op -> {
                  throw new IllegalStateException("the connection is cut here");
                })
                .directory())
        .limits(AT_ONCE)
        .build();
    Connection deaf = deafToReleases(lost);
    assertThatThrownBy(() -> new Command(Config.builder()
                .connection(deaf)
                .scriptDirectory(config.scriptDirectory())
                .listener(new MigrationListener() {})
                .build())
            .upgrade("heads"))
        .hasMessageContaining("the connection is cut here");

    assertThat(upgrade(database, twoTables()).steps()).hasSize(2);
  }

  @ParameterizedTest
  @AllDatabases
  void aPoolerThatMovesSessions_isNoticed(TestDatabase database) throws Exception {
    if (!database.kind().isPostgresql() && !database.kind().isMySqlFamily()) {
      return; // Locks in a table do not depend on sessions.
    }
    try (Connection first = database.connect();
        Connection second = database.connect()) {
      Command command = new Command(Config.builder()
          .connection(pooled(first, second))
          .scriptDirectory(twoTables())
          .build());
      assertThatThrownBy(() -> command.upgrade("heads"))
          .isInstanceOf(EnvironmentException.class)
          .hasMessageStartingWith(
              "[session-moves] The connection leads to another session of the server with each statement.")
          .hasMessageContaining("fix: connect to the server itself");
    }
    assertThat(tables(database)).isEmpty();
  }

  /** What a pooler makes of a connection that hands each statement to the next free session. */
  private static Connection pooled(Connection first, Connection second) {
    AtomicInteger count = new AtomicInteger();
    return (Connection) Proxy.newProxyInstance(
        Connection.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> {
          boolean moves = method.getName().equals("createStatement");
          Connection session =
              (moves ? count.incrementAndGet() : count.get()) % 2 == 0 ? first : second;
          try {
            return method.invoke(session, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  @ParameterizedTest
  @AllDatabases
  void inATransactionOfTheCallers_theLockEndsWithIt(TestDatabase database) throws Exception {
    if (!database.kind().isPostgresql()) {
      return;
    }
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      Config config = Config.builder()
          .connection(connection)
          .scriptDirectory(twoTables())
          .listener(new MigrationListener() {})
          .build();
      new Command(config).upgrade("heads");
      assertThatThrownBy(() -> upgrade(database, twoTables()))
          .hasMessageStartingWith("[lock-held] ");
      connection.rollback();
    }
    assertThat(upgrade(database, twoTables()).steps()).hasSize(2);
  }

  /** A connection that is closed as soon as it has taken a lock and begun a transaction. */
  private static Connection deafToReleases(Connection connection) {
    return (Connection) Proxy.newProxyInstance(
        Connection.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("rollback")) {
            connection.close();
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
