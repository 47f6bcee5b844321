package dev.lambic.it.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.command.Command;
import dev.lambic.error.RevisionException;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;

/** A database that Alembic has managed is taken over, and handed back as Alembic itself would have left it. */
class AlembicDatabaseIT {
  /** What Alembic writes, word for word. */
  private static final String VERSION_TABLE = """
      CREATE TABLE alembic_version (
          version_num VARCHAR(32) NOT NULL,\s
          CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
      )""";

  private static History history() {
    return new History()
        .revision("1975ea83b712", op -> op.execute("CREATE TABLE t_1975ea83b712 (id INTEGER)"))
        .revision("27c6a30d7c24", op -> op.execute("CREATE TABLE t_27c6a30d7c24 (id INTEGER)"))
        .revision("3f0b8c51d9e6", op -> op.execute("CREATE TABLE t_3f0b8c51d9e6 (id INTEGER)"));
  }

  private static Command command(TestDatabase database) {
    return new Command(history().config().dataSource(database.dataSource()).build());
  }

  private static List<String> versions(TestDatabase database) throws SQLException {
    return database.query("SELECT version_num FROM alembic_version ORDER BY 1");
  }

  private static void leftByAlembic(TestDatabase database, String... rows) throws SQLException {
    database.execute(
        VERSION_TABLE,
        "CREATE TABLE t_1975ea83b712 (id INTEGER)",
        "CREATE TABLE t_27c6a30d7c24 (id INTEGER)");
    for (String row : rows) {
      database.execute("INSERT INTO alembic_version (version_num) VALUES ('" + row + "')");
    }
  }

  @ParameterizedTest
  @AllDatabases
  void isRead_upgradedStampedAndDowngraded(TestDatabase database) throws SQLException {
    leftByAlembic(database, "27c6a30d7c24");
    Command command = command(database);
    var table = database.catalogue().table(database.stored("alembic_version"));

    assertThat(command.current().rows()).containsExactly("27c6a30d7c24");
    command.upgrade("head");
    assertThat(versions(database)).containsExactly("3f0b8c51d9e6");
    command.downgrade("-2");
    assertThat(versions(database)).containsExactly("1975ea83b712");
    command.stamp("head");
    assertThat(versions(database)).containsExactly("3f0b8c51d9e6");
    command.stamp("27c6");
    assertThat(versions(database)).containsExactly("27c6a30d7c24");
    command.stamp("base");
    assertThat(versions(database)).isEmpty();
    assertThat(database.catalogue().table(database.stored("alembic_version"))).isEqualTo(table);
  }

  @ParameterizedTest
  @AllDatabases
  void versionTableThatLambicCreates_isTheOneThatAlembicCreates(TestDatabase database)
      throws SQLException {
    command(database).ensureVersion();
    var own = database.catalogue().table(database.stored("alembic_version"));
    database.execute("DROP TABLE alembic_version", VERSION_TABLE);
    assertThat(own).isEqualTo(database.catalogue().table(database.stored("alembic_version")));
  }

  @ParameterizedTest
  @AllDatabases
  void unknownRowsAreNamed_andAPurgeGetsRidOfThem(TestDatabase database) throws SQLException {
    leftByAlembic(database, "27c6a30d7c24", "ffff00001111");
    Command command = command(database);
    assertThatThrownBy(() -> command.upgrade("head"))
        .isInstanceOf(RevisionException.class)
        .hasMessageStartingWith("[database-ahead] ");
    assertThat(versions(database)).containsExactly("27c6a30d7c24", "ffff00001111");
    command.stamp(true, "27c6a30d7c24");
    assertThat(versions(database)).containsExactly("27c6a30d7c24");
    command.upgrade("head");
    assertThat(versions(database)).containsExactly("3f0b8c51d9e6");
  }
}
