package dev.lambic.it.runs;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.command.Fleet;
import dev.lambic.command.FleetResult;
import dev.lambic.command.FleetResult.Outcome;
import dev.lambic.command.FleetResult.TargetResult;
import dev.lambic.config.Config;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;

/** Twenty tenants in schemas of one database, of which one fails at first. */
class FleetIT {
  private static final int TENANTS = 20;
  private static final int SPOILT = 7;

  private final History history = new History()
      .revision("a1", op -> op.createTable("account", column("id", integer())))
      .revision("b2", op -> op.createTable("invoice", column("id", integer())));

  @ParameterizedTest
  @AllDatabases
  void aFleetGoesOnWhenWhatHasFailedIsMended(TestDatabase database) throws SQLException {
    Assumptions.assumeTrue(hasSchemas(database), "there is one schema alone");
    List<String> tenants =
        IntStream.range(0, TENANTS).mapToObj(i -> schema(database, i)).toList();
    for (String tenant : tenants) {
      database.execute("CREATE SCHEMA " + tenant);
    }
    String inTheWay = tenants.get(SPOILT) + ".invoice";
    database.execute("CREATE TABLE " + inTheWay + " (id INTEGER)");
    Fleet fleet = Fleet.builder()
        .schemas(() -> config(database), stored(database, tenants))
        .parallelism(4)
        .build();

    FleetResult first = fleet.upgrade("head");
    database.execute("DROP TABLE " + inTheWay);
    FleetResult second = fleet.upgrade("head");

    assertThat(first.summary())
        .as("%s", first.with(Outcome.FAILED))
        .isEqualTo("20 targets: 19 done, 0 with nothing to do, 1 failed, 0 not tried");
    assertThat(first.with(Outcome.FAILED))
        .extracting(TargetResult::name)
        .containsExactly(stored(database, tenants).get(SPOILT));
    assertThat(second.summary())
        .isEqualTo("20 targets: 1 done, 19 with nothing to do, 0 failed, 0 not tried");
    for (String tenant : tenants) {
      assertThat(database.query("SELECT version_num FROM " + tenant + ".alembic_version"))
          .containsExactly("b2");
      assertThat(database.query("SELECT COUNT(*) FROM " + tenant + ".invoice"))
          .containsExactly("0");
    }
  }

  /** SQLite has files instead. */
  private static boolean hasSchemas(TestDatabase database) {
    return !database.kind().toString().equals("sqlite");
  }

  /** What begins with the database's name is dropped with it, where a schema is a database. */
  private static String schema(TestDatabase database, int number) {
    return database.name() + "_tenant_" + number;
  }

  private static List<String> stored(TestDatabase database, List<String> tenants) {
    return tenants.stream().map(database::stored).toList();
  }

  private Config.Builder config(TestDatabase database) {
    return history.config().dataSource(database.dataSource());
  }
}
