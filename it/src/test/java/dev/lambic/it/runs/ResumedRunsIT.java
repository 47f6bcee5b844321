package dev.lambic.it.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.command.Command;
import dev.lambic.config.Config;
import dev.lambic.error.MigrationException;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.runtime.MigrationListener;
import dev.lambic.script.ScriptDirectory;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * A revision of ten statements that fails, or whose process is killed, at each of them: the next run finishes it, and the
 * database is as if nothing had been. Killing takes time; {@code -Dit.kills=all} does so at every call to the database,
 * and a few are tried without.
 */
class ResumedRunsIT {
  private static Command command(TestDatabase database, ScriptDirectory history) {
    return new Command(Config.builder()
        .dataSource(database.dataSource())
        .scriptDirectory(history)
        .listener(new MigrationListener() {})
        .build());
  }

  private static String state(TestDatabase database) throws SQLException {
    List<String> rows = database.query("SELECT id FROM one");
    return database.catalogue() + " one: " + rows + " second: "
        + database.query("SELECT id, one_id FROM renamed") + " at: "
        + database.query("SELECT version_num FROM alembic_version");
  }

  private static String undisturbed(DatabaseKind kind) throws SQLException {
    try (TestDatabase database = new TestDatabase(kind)) {
      command(database, Histories.tenStatements(0)).upgrade("heads");
      return normal(database);
    }
  }

  /** The catalogue names the database it is of. A lock that a killed run has left goes with the next one that takes it. */
  private static String normal(TestDatabase database) throws SQLException {
    return state(database)
        .replace(database.name(), "database")
        .lines()
        .filter(line -> !line.toLowerCase(Locale.ROOT).contains("alembic_version_lock"))
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @AllDatabases
  void itFailsAtEachStatement_andIsFinishedByTheNextRun(TestDatabase one) throws SQLException {
    String expected = undisturbed(one.kind());
    for (int failing = 1; failing <= Histories.STATEMENTS; failing++) {
      try (TestDatabase database = new TestDatabase(one.kind())) {
        Command broken = command(database, Histories.tenStatements(failing));
        assertThatThrownBy(() -> broken.upgrade("heads"))
            .isInstanceOf(MigrationException.class)
            .hasMessageStartingWith("[statement-failed] ");
        assertThat(
                command(database, Histories.tenStatements(0)).upgrade("heads").after())
            .containsExactly("r2");
        assertThat(normal(database)).as("failed at statement %d", failing).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @AllDatabases(except = DatabaseKind.HSQLDB) // It is in the memory of one process here.
  void itsProcessIsKilled_andItIsFinishedByTheNextRun(TestDatabase one) throws SQLException {
    try (RemoteUrls urls = new RemoteUrls()) {
      List<Integer> points = KillPoints.of(Histories.TEN_STATEMENTS, one.kind(), urls);
      String expected = undisturbed(one.kind());
      for (int point : points) {
        try (TestDatabase database = new TestDatabase(one.kind());
            Child child = new Child()) {
          child.awaitReady();
          child.upgrade(Histories.TEN_STATEMENTS, database, urls.of(database), point);
          assertThat(child.answer()).isEqualTo(RunProcess.STOPPED);
          child.kill();
          assertThat(
                  command(database, Histories.tenStatements(0)).upgrade("heads").after())
              .as("killed at call %d", point)
              .containsExactly("r2");
          assertThat(normal(database)).as("killed at call %d", point).isEqualTo(expected);
        }
      }
    }
  }
}
