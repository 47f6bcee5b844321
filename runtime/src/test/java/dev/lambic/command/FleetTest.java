package dev.lambic.command;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.command.Fleet.Policy;
import dev.lambic.command.FleetResult.TargetResult;
import dev.lambic.config.Config;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.MigrationException;
import dev.lambic.runtime.MigrationListener;
import dev.lambic.testing.H2;
import dev.lambic.testing.History;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTest {
  private final Map<String, H2> databases = new LinkedHashMap<>();
  private final History history = new History()
      .revision("a1", "", op -> op.createTable("t1", column("id", integer())), op -> {})
      .revision("b2", "a1", op -> op.createTable("t2", column("id", integer())), op -> {});

  @AfterEach
  void close() {
    databases.values().forEach(H2::close);
  }

  private Config.Builder config() {
    return Config.builder()
        .scriptDirectory(history.scriptDirectory())
        .listener(new MigrationListener() {});
  }

  private Fleet.Builder fleet(String... names) {
    Fleet.Builder fleet = Fleet.builder();
    for (String name : names) {
      H2 database = databases.computeIfAbsent(name, one -> new H2());
      fleet.target(name, config().url(database.url()).build());
    }
    return fleet;
  }

  private H2 database(String name) {
    return databases.get(name);
  }

  /** Makes the upgrade of a database fail at its second revision. */
  private void spoil(String name) {
    database(name).execute("CREATE TABLE t2 (id INTEGER)");
  }

  private static List<String> outcomes(FleetResult result) {
    return result.targets().stream()
        .map(one -> one.name() + " " + one.outcome())
        .toList();
  }

  @Test
  void upgradeBringsEveryTargetToTheHead_andTellsInTheOrderOfTheNames() {
    FleetResult result = fleet("north", "east", "south").build().upgrade("head");

    assertThat(outcomes(result)).containsExactly("north DONE", "east DONE", "south DONE");
    assertThat(result.summary())
        .isEqualTo("3 targets: 3 done, 0 with nothing to do, 0 failed, 0 not tried");
    assertThat(databases.values())
        .allSatisfy(one -> assertThat(one.versions()).containsExactly("b2"));
    result.requireComplete();
  }

  @Test
  void upgradeGoesNoFurtherThanItIsTold() {
    FleetResult result = fleet("north").build().upgrade("a1");

    assertThat(result.targets().get(0).run()).isNotNull();
    assertThat(database("north").versions()).containsExactly("a1");
  }

  @Test
  void theOthersGoOn_whenOneHasFailed() {
    Fleet.Builder fleet = fleet("north", "east", "south").parallelism(1);
    spoil("north");

    assertThat(outcomes(fleet.build().upgrade("head")))
        .containsExactly("north FAILED", "east DONE", "south DONE");
  }

  @Test
  void nothingMoreBegins_whenOneHasFailedAndThePolicyIsToStop() {
    Fleet.Builder fleet =
        fleet("north", "east", "south").parallelism(1).onFailure(Policy.STOP_ON_FAILURE);
    spoil("east");

    assertThat(outcomes(fleet.build().upgrade("head")))
        .containsExactly("north DONE", "east FAILED", "south NOT_TRIED");
  }

  @Test
  void aRepeatedRunDoesOnlyWhatIsMissing() {
    Fleet fleet = fleet("north", "east", "south")
        .parallelism(1)
        .onFailure(Policy.STOP_ON_FAILURE)
        .build();
    spoil("east");
    fleet.upgrade("head");
    database("east").execute("DROP TABLE t2");

    assertThat(outcomes(fleet.upgrade("head")))
        .containsExactly("north NOTHING_TO_DO", "east DONE", "south DONE");
  }

  @Test
  void anIncompleteRunSaysWhatFailedAndWhatWasNotTried() {
    Fleet.Builder fleet = Fleet.builder()
        .target(
            "north",
            config().url("jdbc:h2:/nowhere;IFEXISTS=TRUE;PASSWORD=geheim").build())
        .target("east", config().url("jdbc:h2:mem:never").build())
        .parallelism(1)
        .onFailure(Policy.STOP_ON_FAILURE);

    FleetResult result = fleet.build().upgrade("head");

    assertThatThrownBy(result::requireComplete)
        .isInstanceOf(MigrationException.class)
        .message()
        .doesNotContain("geheim")
        .startsWith("[fleet-incomplete] Not every target is where it should be.\n"
            + "  targets: 0 done, 0 with nothing to do, 1 failed, 1 not tried\n"
            + "  north:\n"
            + "    [connection-failed] There is no connection to the database.\n")
        .endsWith("\n  not tried: east\n"
            + "  fix: mend what has failed, and run the command again:"
            + " it goes on with those that are not there yet.");
  }

  @Test
  void eachSchemaHasItsOwnTablesAndVersionTable() {
    H2 database = new H2();
    databases.put("tenants", database);
    database.execute("CREATE SCHEMA acme");
    database.execute("CREATE SCHEMA globex");

    FleetResult result = Fleet.builder()
        .schemas(() -> config().url(database.url()), List.of("ACME", "GLOBEX"))
        .build()
        .upgrade("head");

    assertThat(outcomes(result)).containsExactly("ACME DONE", "GLOBEX DONE");
    assertThat(database.query("SELECT table_schema, table_name FROM information_schema.tables"
            + " WHERE table_name LIKE 'T_' OR table_name = 'ALEMBIC_VERSION' ORDER BY 1, 2"))
        .containsExactly(
            "ACME ALEMBIC_VERSION",
            "ACME T1",
            "ACME T2",
            "GLOBEX ALEMBIC_VERSION",
            "GLOBEX T1",
            "GLOBEX T2");
  }

  @Test
  void aLentConnectionComesBackInTheSchemaThatItWasIn() throws SQLException {
    H2 database = new H2();
    databases.put("tenants", database);
    database.execute("CREATE SCHEMA acme");
    try (Connection own = database.connect()) {
      new Command(config().connection(own).schema("ACME").build()).upgrade("head");

      assertThat(own.getSchema()).isEqualTo("PUBLIC");
    }
  }

  @Test
  void aSchemaThatIsNotThere_isNamed(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("shop.db");
    Config config = config().url("jdbc:sqlite:" + file).schema("acme").build();

    assertThatThrownBy(() -> new Command(config).upgrade("head"))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [unknown-schema] The database has no schema 'acme' to work in.
              fix: create it, or correct 'schema': it is written as the database stores it.""");
    assertThat(Files.exists(file) ? Files.size(file) : 0).isZero();
  }

  @Test
  void noMoreRunsAreUnderWayThanTheBound() {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CyclicBarrier twoAtATime = new CyclicBarrier(2);
    FleetListener counting = new FleetListener() {
      @Override
      public void started(String name) {
        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
          twoAtATime.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
          throw new AssertionError(e);
        }
      }

      @Override
      public void ended(TargetResult result, int ended, int all) {
        underWay.decrementAndGet();
      }
    };

    FleetResult result = fleet("a", "b", "c", "d", "e", "f")
        .parallelism(2)
        .listener(counting)
        .build()
        .upgrade("head");

    assertThat(result.isComplete()).isTrue();
    assertThat(most).hasValue(2);
  }

  @Test
  void theListenerCountsWhatHasEnded() {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    fleet("north", "east")
        .parallelism(1)
        .listener(new FleetListener() {
          @Override
          public void started(String name) {
            told.add("started " + name);
          }

          @Override
          public void ended(TargetResult result, int ended, int all) {
            told.add("ended " + result.name() + ", " + ended + " of " + all);
          }
        })
        .build()
        .upgrade("head");

    assertThat(told)
        .containsExactly(
            "started north", "ended north, 1 of 2", "started east", "ended east, 2 of 2");
  }

  @Test
  void anInterruptedRunBeginsNothingMore_andTheThreadStaysInterrupted() throws Exception {
    CountDownLatch underWay = new CountDownLatch(1);
    history.revision(
        "c3",
        "b2",
        op -> {
          underWay.countDown();
          Thread.sleep(60_000);
        },
        op -> {});
    Fleet fleet = fleet("north", "east").parallelism(1).build();
    List<FleetResult> results = new ArrayList<>();
    List<Boolean> interrupted = new ArrayList<>();
    Thread caller = new Thread(() -> {
      results.add(fleet.upgrade("head"));
      interrupted.add(Thread.currentThread().isInterrupted());
    });

    caller.start();
    underWay.await();
    caller.interrupt();
    caller.join();

    assertThat(outcomes(results.get(0))).containsExactly("north FAILED", "east NOT_TRIED");
    assertThat(interrupted).containsExactly(true);
    assertThat(database("north").versions()).containsExactly("b2");
  }

  @Test
  void twoTargetsOfOneName_areRefused() {
    assertThatThrownBy(() -> fleet("north", "north"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two targets are called 'north'");
  }
}
