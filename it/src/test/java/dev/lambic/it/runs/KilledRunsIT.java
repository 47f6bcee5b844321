package dev.lambic.it.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.command.Command;
import dev.lambic.config.Config;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.runtime.MigrationListener;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * A process that is killed in the middle of an upgrade, before and after every call to the database: what it leaves is
 * consistent, and the next run starts as if nothing had been. By default a few of these points are tried; {@code
 * -Dit.kills=all} tries each.
 */
class KilledRunsIT {
  private static RemoteUrls urls;

  @BeforeAll
  static void start() throws SQLException {
    urls = new RemoteUrls();
  }

  @AfterAll
  static void stop() {
    urls.close();
  }

  @ParameterizedTest
  @AllDatabases(except = DatabaseKind.HSQLDB) // It is in the memory of one process here.
  void whatIsLeft_isConsistent_andTheNextRunStartsWithoutUnlocking(TestDatabase one)
      throws SQLException {
    for (int point : KillPoints.of(Histories.TABLES, one.kind(), urls)) {
      try (TestDatabase database = new TestDatabase(one.kind());
          Child child = new Child()) {
        child.awaitReady();
        child.upgrade(Histories.TABLES, database, urls.of(database), point);
        assertThat(child.answer()).isEqualTo(RunProcess.STOPPED);
        child.kill();
        goesOn(database, point);
      }
    }
  }

  private static void goesOn(TestDatabase database, int point) throws SQLException {
    if (database.kind().rollsBackDdl()) {
      versionTableAndSchemaAgree(database, point);
    }
    new Command(Config.builder()
            .dataSource(database.dataSource())
            .scriptDirectory(Histories.TABLES.directory())
            .listener(new MigrationListener() {})
            .build())
        .upgrade("heads");
    assertThat(database.query("SELECT id FROM ran ORDER BY id"))
        .as("killed at call %d", point)
        .hasSize(Histories.REVISIONS)
        .doesNotHaveDuplicates();
  }

  private static void versionTableAndSchemaAgree(TestDatabase database, int point)
      throws SQLException {
    List<String> tables = database.catalogue().tables().stream()
        .map(table -> table.name())
        .filter(name -> name.matches("t\\d+|ran"))
        .toList();
    int reached = database.catalogue().hasTable("alembic_version")
        ? database.query("SELECT version_num FROM alembic_version").stream()
            .mapToInt(id -> Integer.parseInt(id.substring(1), 10))
            .sum()
        : 0;
    assertThat(tables).as("killed at call %d", point).hasSize(reached);
  }
}
