package dev.lambic.it.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lambic.command.Command;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.MigrationException;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.Operations;
import dev.lambic.runtime.ContextOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which transactions a run has: what is in the database after three revisions, the last of which may fail. Each of them
 * inserts a row, creates a table, and inserts another row.
 */
@ParameterizedClass
@AllDatabases
class TransactionMatrixIT {
  /** How a run is started. */
  enum Mode {
    DEFAULT(options -> {}),
    PER_MIGRATION(options -> options.transactionPerMigration(true)),
    DDL_TAKEN_FOR_TRANSACTIONAL(options -> options.transactionalDdl(true)),
    DDL_NOT_TAKEN_FOR_TRANSACTIONAL(options -> options.transactionalDdl(false));

    private final Consumer<ContextOptions.Builder> options;

    Mode(Consumer<ContextOptions.Builder> options) {
      this.options = options;
    }
  }

  /** Where the last revision fails. */
  enum FailsAt {
    NOWHERE,
    ITS_START,
    THE_ROW_BEFORE_DDL,
    DDL,
    THE_ROW_BEHIND_DDL
  }

  @Parameter
  TestDatabase database;

  @AfterEach
  void clean() throws SQLException {
    for (String table : tables()) {
      database.execute("DROP TABLE " + table);
    }
  }

  private List<String> tables() throws SQLException {
    return database.catalogue().tables().stream()
        .map(table -> table.name().toLowerCase(Locale.ROOT))
        .sorted()
        .toList();
  }

  private List<String> rows() throws SQLException {
    return database.query("SELECT text FROM note ORDER BY text");
  }

  private List<String> versions() throws SQLException {
    return tables().contains("alembic_version")
        ? database.query("SELECT version_num FROM alembic_version ORDER BY 1")
        : List.of();
  }

  private static void note(Operations op, String text) {
    op.execute("INSERT INTO note (text) VALUES ('" + text + "')");
  }

  private static void create(Operations op, String id) {
    op.execute("CREATE TABLE t_" + id + " (id INTEGER)");
  }

  private static History history(FailsAt failsAt) {
    return new History()
        .revision("a1", op -> {
          note(op, "a before");
          create(op, "a1");
          note(op, "a behind");
        })
        .revision("b2", op -> note(op, "b"))
        .revision("c3", op -> {
          failIf(failsAt == FailsAt.ITS_START);
          note(op, failsAt == FailsAt.THE_ROW_BEFORE_DDL ? "it's" : "c before");
          create(op, failsAt == FailsAt.DDL ? "a1" : "c3");
          note(op, failsAt == FailsAt.THE_ROW_BEHIND_DDL ? "it's" : "c behind");
        });
  }

  private static void failIf(boolean fails) {
    if (fails) {
      throw new IllegalStateException("as the test wants it");
    }
  }

  private Throwable upgrade(History history, Mode mode, Connection connection) {
    Command command = new Command(
        history.config().connection(connection).context(mode.options).build());
    return catchThrowable(() -> command.upgrade("head"));
  }

  static Stream<Object[]> cases() {
    return Stream.of(Mode.values())
        .flatMap(mode -> Stream.of(FailsAt.values()).map(failsAt -> new Object[] {mode, failsAt}));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void runOfThreeRevisions(Mode mode, FailsAt failsAt) throws SQLException {
    database.execute("CREATE TABLE note (text VARCHAR(20))");
    try (Connection connection = database.connect()) {
      Throwable failure = upgrade(history(failsAt), mode, connection);
      if (failsAt == FailsAt.NOWHERE) {
        assertThat(failure).isNull();
      } else {
        assertThat(failure).isInstanceOf(MigrationException.class);
      }
      assertThat(connection.getAutoCommit()).isTrue();
    }
    boolean rollsBackDdl = database.kind().rollsBackDdl();
    boolean isOneTransaction =
        mode == Mode.DDL_TAKEN_FOR_TRANSACTIONAL || (mode == Mode.DEFAULT && rollsBackDdl);
    List<String> versions = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    List<String> tables = new ArrayList<>(List.of("note"));
    if (failsAt == FailsAt.NOWHERE) {
      versions.add("c3");
      rows.addAll(List.of("a before", "a behind", "b", "c before", "c behind"));
      tables.addAll(List.of("t_a1", "t_c3"));
    } else if (!isOneTransaction || !rollsBackDdl) {
      // DDL that cannot be rolled back takes what was done before it along, whatever the options
      // say.
      boolean hasCommitted =
          !rollsBackDdl && (failsAt == FailsAt.THE_ROW_BEHIND_DDL || failsAt == FailsAt.DDL);
      boolean keepsB = !isOneTransaction || hasCommitted;
      versions.add(keepsB ? "b2" : "a1");
      rows.addAll(List.of("a before", "a behind"));
      if (keepsB) {
        rows.add("b");
      }
      tables.add("t_a1");
      if (hasCommitted) {
        rows.add("c before");
      }
      if (!rollsBackDdl && failsAt == FailsAt.THE_ROW_BEHIND_DDL) {
        tables.add("t_c3");
      }
    }
    assertThat(versions()).isEqualTo(versions);
    assertThat(rows()).isEqualTo(rows);
    assertThat(tables().stream().filter(name -> !name.startsWith("alembic_version")))
        .isEqualTo(tables);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void transactionOfTheCallers_isNeitherCommittedNorRolledBack(Mode mode) throws SQLException {
    database.execute("CREATE TABLE note (text VARCHAR(20))");
    History history = new History()
        .revision("a1", op -> note(op, "a"))
        .revision("b2", op -> note(op, "b"))
        .revision("c3", op -> note(op, "c"));
    try (Connection connection = database.connect()) {
      new Command(history.config().connection(connection).build()).ensureVersion();
      connection.setAutoCommit(false);
      assertThat(upgrade(history, mode, connection)).isNull();
      assertThat(connection.getAutoCommit()).isFalse();
      connection.rollback();
      assertThat(versions()).isEmpty();
      assertThat(rows()).isEmpty();
      assertThat(upgrade(history, mode, connection)).isNull();
      connection.commit();
    }
    assertThat(versions()).containsExactly("c3");
    assertThat(rows()).containsExactly("a", "b", "c");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void databaseWithoutVersionTable_isUpgradedInATransactionOfTheCallers(Mode mode)
      throws SQLException {
    History history = new History().revision("a1", op -> create(op, "a1"));
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      assertThat(upgrade(history, mode, connection)).isNull();
      connection.rollback();
    }
    assertThat(tables().contains("t_a1")).isEqualTo(!database.kind().rollsBackDdl());
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void autocommitBlock_commitsWhatCameBefore_andBeginsAnew(Mode mode) throws SQLException {
    database.execute("CREATE TABLE note (text VARCHAR(20))");
    List<Boolean> autoCommit = new ArrayList<>();
    History history = new History().revision("a1", op -> note(op, "a")).revision("b2", op -> {
      note(op, "b before");
      op.autocommitBlock(() -> {
        note(op, "b inside");
        autoCommit.add(isAutoCommit(op));
      });
      note(op, "b behind");
      throw new IllegalStateException("as the test wants it");
    });
    try (Connection connection = database.connect()) {
      assertThat(upgrade(history, mode, connection)).isInstanceOf(MigrationException.class);
    }
    assertThat(autoCommit).containsExactly(true);
    assertThat(versions()).containsExactly("a1");
    assertThat(rows()).containsExactly("a", "b before", "b inside");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void revisionWithAnAutocommitBlock_isKeptWithItsVersionRow(Mode mode) throws SQLException {
    database.execute("CREATE TABLE note (text VARCHAR(20))");
    History history = new History()
        .revision("a1", op -> note(op, "a"))
        .revision("b2", op -> {
          op.autocommitBlock(() -> note(op, "b inside"));
          note(op, "b behind");
        })
        .revision("c3", op -> note(op, "it's"));
    try (Connection connection = database.connect()) {
      assertThat(upgrade(history, mode, connection)).isInstanceOf(MigrationException.class);
    }
    assertThat(versions()).containsExactly("b2");
    assertThat(rows()).containsExactly("a", "b behind", "b inside");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void revisionOutsideTransactions_commitsWhatCameBefore_andTheRunGoesOn(Mode mode)
      throws SQLException {
    database.execute("CREATE TABLE note (text VARCHAR(20))");
    List<Boolean> autoCommit = new ArrayList<>();
    History history = new History()
        .revision("a1", op -> note(op, "a"))
        .nonTransactional("b2", op -> {
          note(op, "b");
          autoCommit.add(isAutoCommit(op));
        })
        .revision("c3", op -> {
          note(op, "c");
          throw new IllegalStateException("as the test wants it");
        });
    try (Connection connection = database.connect()) {
      assertThat(upgrade(history, mode, connection)).isInstanceOf(MigrationException.class);
      assertThat(connection.getAutoCommit()).isTrue();
    }
    assertThat(autoCommit).containsExactly(true);
    assertThat(versions()).containsExactly("b2");
    assertThat(rows()).containsExactly("a", "b");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void revisionOutsideTransactions_isRefusedInOneOfTheCallers(Mode mode) throws SQLException {
    database.execute("CREATE TABLE note (text VARCHAR(20))");
    History history = new History()
        .revision("a1", op -> note(op, "a"))
        .nonTransactional("b2", op -> note(op, "b"));
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      assertThat(upgrade(history, mode, connection))
          .isInstanceOf(EnvironmentException.class)
          .hasMessage("""
              [transaction-in-the-way] The run is inside a transaction of the caller's, but a revision says that it must not be.
                revision: upgrade of b2 (do b2)
                rolled back: nothing: no step has run
                fix:
                  1. hand over a connection in auto-commit mode.
                  2. or upgrade to the revision before it in the transaction, and on from there without one.""");
      connection.rollback();
    }
    assertThat(rows()).isEmpty();
    assertThat(versions()).isEmpty();
  }

  private static boolean isAutoCommit(Operations op) {
    try {
      return op.getBind().getAutoCommit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
