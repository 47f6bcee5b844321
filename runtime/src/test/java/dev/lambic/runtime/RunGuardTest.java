package dev.lambic.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.dialect.RunningProcess;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.LambicException;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.script.ScriptDirectory;
import dev.lambic.testing.H2;
import dev.lambic.testing.History;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunGuardTest {
  private static final ScriptDirectory HISTORY = new History()
      .revision("a1", "", op -> op.execute("CREATE TABLE note (text VARCHAR(20))"), op -> {})
      .scriptDirectory();

  private final H2 h2 = new H2();
  private final Connection connection = h2.connect();

  @AfterEach
  void close() throws SQLException {
    connection.close();
    h2.close();
  }

  private MigrationContext context(RunLimits limits, MigrationListener listener) {
    return MigrationContext.configure(ContextOptions.builder()
        .connection(connection)
        .limits(limits)
        .listener(listener)
        .migrations((heads, context) -> HISTORY.upgradePlan("heads", heads).stream()
            .map(one -> MigrationStep.upgradeFrom(HISTORY.revisionMap(), one))
            .toList())
        .build());
  }

  private void lockIsHeldByProcess(String identity) {
    h2.execute("CREATE TABLE alembic_version_lock (id INTEGER PRIMARY KEY, token VARCHAR(36),"
        + " holder VARCHAR(200), session_key VARCHAR(100), renewed BIGINT)");
    h2.execute("INSERT INTO alembic_version_lock VALUES (1, 'token', '" + identity
        + "', NULL, CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) AS BIGINT))");
  }

  @Test
  void whoDoesNotWait_isToldAtOnceWhoHoldsTheLock() {
    lockIsHeldByProcess("elsewhere|4711|0|");
    MigrationContext context =
        context(RunLimits.DEFAULT.lockWait(Duration.ZERO), new MigrationListener() {});
    assertThatThrownBy(context::runMigrations)
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [lock-held] Another run is changing this database; this one has done nothing.
              lock held by: process 4711 on elsewhere, whose last sign of life is 0 s old (table 'alembic_version_lock')
              waited: 0 s
              fix:
                1. run the command again when the other run has ended.
                2. wait longer for it, with 'lockWait'.
                3. if it hangs, end its session in the database: the lock ends with it.""");
    assertThat(h2.tables()).containsExactly("ALEMBIC_VERSION_LOCK");
  }

  @Test
  void whoWaits_isToldOnceAtTheBeginning() {
    lockIsHeldByProcess("elsewhere|4711|0|");
    List<String> told = new ArrayList<>();
    MigrationContext context =
        context(RunLimits.DEFAULT.lockWait(Duration.ofMillis(300)), new MigrationListener() {
          @Override
          public void waitingForLock(String holder, Duration waited, Duration limit) {
            told.add(holder.split(",", -1)[0] + " at most " + limit.toMillis());
          }
        });
    assertThatThrownBy(context::runMigrations).hasMessageStartingWith("[lock-held] ");
    assertThat(told).containsExactly("process 4711 on elsewhere at most 300");
  }

  @Test
  void aProcessOfThisMachineThatIsNoMore_hasLostTheLock() {
    String self = RunningProcess.current().identity();
    String gone = self.replaceFirst("\\|\\d+\\|", "|" + Integer.MAX_VALUE + "|");
    lockIsHeldByProcess(gone);
    context(RunLimits.DEFAULT.lockWait(Duration.ZERO), new MigrationListener() {})
        .runMigrations();
    assertThat(h2.tables()).containsExactly("ALEMBIC_VERSION", "NOTE");
  }

  @Test
  void aRowWithoutASignOfLife_isTakenOver() {
    lockIsHeldByProcess("elsewhere|4711|0|");
    h2.execute("UPDATE alembic_version_lock SET renewed = renewed - 601");
    context(RunLimits.DEFAULT.lockWait(Duration.ZERO), new MigrationListener() {})
        .runMigrations();
    assertThat(h2.tables()).containsExactly("ALEMBIC_VERSION", "NOTE");
  }

  @Test
  void aLockThatIsTakenAway_endsTheRunWithAWarning() {
    List<String> warnings = new ArrayList<>();
    MigrationContext context = context(RunLimits.DEFAULT, new MigrationListener() {
      @Override
      public void stepStarted(MigrationStep step) {
        h2.execute("UPDATE alembic_version_lock SET token = 'another'");
      }

      @Override
      public void warned(Problem problem) {
        warnings.add(problem.render());
      }
    });
    context.runMigrations();
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("[lock-lost] The run has ended well, but could not give everything back");
  }

  @Test
  void withoutExclusion_nothingIsLocked() {
    lockIsHeldByProcess("elsewhere|4711|0|");
    context(RunLimits.DEFAULT.exclusive(false), new MigrationListener() {}).runMigrations();
    assertThat(h2.query("SELECT version_num FROM alembic_version")).containsExactly("a1");
  }

  @Test
  void anInterruptedThread_stopsWaiting_andStaysInterrupted() {
    lockIsHeldByProcess("elsewhere|4711|0|");
    Thread.currentThread().interrupt();
    MigrationContext context = context(RunLimits.DEFAULT, new MigrationListener() {});
    assertThatThrownBy(context::runMigrations)
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith(
            "[interrupted] The run was interrupted while waiting for another run to end.");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aUserWhoMayNotCreateTables_isToldThatThereIsNoLock() throws SQLException {
    h2.execute("CREATE USER reader PASSWORD 'x'");
    try (Connection reader = DriverManager.getConnection(h2.url(), "reader", "x")) {
      MigrationContext context = MigrationContext.configure(ContextOptions.builder()
          .connection(reader)
          .migrations((heads, it) -> HISTORY.upgradePlan("heads", heads).stream()
              .map(one -> MigrationStep.upgradeFrom(HISTORY.revisionMap(), one))
              .toList())
          .build());
      assertThatThrownBy(context::runMigrations)
          .isInstanceOf(LambicException.class)
          .hasMessageStartingWith("[lock-unavailable] ")
          .hasMessageContaining("Not enough rights");
    }
  }
}
