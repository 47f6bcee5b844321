package dev.lambic.it.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;

/** Many processes begin an upgrade of one empty database at the same moment, as replicas of a service do. */
class ManyProcessesIT {
  private static final int PROCESSES = 16;
  private static final List<Child> CHILDREN = new ArrayList<>();
  private static RemoteUrls urls;

  @BeforeAll
  static void start() throws SQLException {
    urls = new RemoteUrls();
    IntStream.range(0, PROCESSES).forEach(i -> CHILDREN.add(new Child()));
    CHILDREN.forEach(Child::awaitReady);
  }

  @AfterAll
  static void stop() {
    CHILDREN.forEach(Child::close);
    urls.close();
  }

  private static void upgradeAtOnce(Histories history, TestDatabase database, int revisions)
      throws SQLException {
    String url = urls.of(database);
    CHILDREN.forEach(child -> child.upgrade(history, database, url, 0));
    List<String> answers = CHILDREN.stream().map(Child::answer).toList();

    assertThat(answers).allSatisfy(answer -> assertThat(answer).startsWith(RunProcess.DONE));
    assertThat(answers.stream().filter(answer -> answer.startsWith(RunProcess.DONE + revisions)))
        .hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.startsWith(RunProcess.DONE + "0 ")))
        .hasSize(PROCESSES - 1);
    assertThat(database.query("SELECT id FROM ran ORDER BY id"))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, revisions).mapToObj(Integer::toString).toList());
    assertThat(database.query("SELECT version_num FROM alembic_version"))
        .containsExactly("r" + revisions);
    assertThat(Stream.of("alembic_version_lock")).noneMatch(database.catalogue()::hasTable);
  }

  @ParameterizedTest
  @AllDatabases
  void eachRevisionRunsOnce_andEveryProcessEndsWell(TestDatabase database) throws SQLException {
    assumeTrue(
        database.kind() != DatabaseKind.HSQLDB, "HSQLDB is in the memory of one process here");
    upgradeAtOnce(Histories.TABLES, database, Histories.REVISIONS);
  }

  @ParameterizedTest
  @AllDatabases
  void evenWithAnIndexThatIsBuiltConcurrently(TestDatabase database) throws SQLException {
    if (database.kind().isPostgresql()) {
      upgradeAtOnce(Histories.CONCURRENT_INDEX, database, 3);
    }
  }
}
