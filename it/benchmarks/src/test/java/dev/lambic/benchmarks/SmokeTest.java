package dev.lambic.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the runner runs: five revisions, and no server. Nothing hangs on a time. */
class SmokeTest {

  @Test
  void everyWorkloadThatTakesNoServerRuns_andItsTableIsWritten(@TempDir Path folder)
      throws Exception {
    Main.measure(Profile.smoke(), List.of(), folder);

    assertThat(Files.readString(folder.resolve("performance-smoke.md")))
        .contains("Databases: H2 2.", ", SQLite 3.")
        .contains("| H2 in memory, 5 revisions | ms | ratio, round by round |")
        .contains("| bare JDBC |", "| Lambic |", "| Lambic, journal off |")
        .contains("| Flyway |", "| Liquibase |")
        .contains("## An empty database to the head, in a process of its own")
        .contains("| the same: peak memory of the process | MiB | above bare JDBC, MiB |")
        .contains("## Nothing to do: SQLite file, 5 revisions")
        .contains("| warm: a start |", "| warm: where it stands |")
        .contains("| 100 | linear |", "| 100 | dense |")
        .contains("| the class of the index |")
        .contains("| javac's thread, 5 revisions |", "| Lambic's processor |")
        .doesNotContain("## Budgets");
  }

  @Test
  void everyContenderHasAMavenProject_withThePluginOfItsVersion(@TempDir Path folder)
      throws Exception {
    History history = new HistoryWriter(folder.resolve("histories")).history(Database.H2, 5);

    List<MavenBuild> builds =
        new MavenProjects(folder.resolve("maven"), folder.resolve("repository")).write(history);

    assertThat(builds)
        .extracting(MavenBuild::name)
        .containsExactly(
            "`mvn validate`",
            "`mvn process-classes`",
            "`mvn migrate:upgrade`",
            "`mvn migrate:upgrade-no-fork`",
            "`mvn flyway:migrate`",
            "`mvn liquibase:update`");
    assertThat(folder.resolve("maven/lambic/src/main/java/com/acme/migrations/V4.java"))
        .exists();
    assertThat(folder.resolve("maven/liquibase/changelog.sql")).exists();
    assertThat(folder.resolve("maven/flyway/sql/V5__change_customers.sql")).exists();
    assertThat(folder.resolve("maven/flyway/pom.xml"))
        .content()
        .contains("<version>" + new FlywayContender().version() + "</version>");
  }

  @Test
  void budgetsStandFirst_judgedByTheMedian_andThoseOfOtherRunsAreNamed() {
    Report report = new Report();
    report.paragraph("the tables");
    report.preface("the machine");
    report.judge(Budget.COMPILE, samples(1.0, 1.1, 1.3));
    report.judge(Budget.START_MEMORY, samples(9.0, 10.1, 14.0));

    assertThat(report.text())
        .startsWith("the machine\n\n## Budgets\n\n| budget | at most | measured | met |\n")
        .contains("| Compile 1,000 revisions with the processor | 1.10 x javac without a processor"
            + " | 1.10 (1.05 to 1.20) | yes |\n")
        .contains("| 10.0 MiB above bare JDBC | 10.1 (9.6 to 12.1) | **no** |\n")
        .contains("| Index of 10,000 revisions in memory | 10.0 MiB | not in this run |  |\n")
        .endsWith("\n\nthe tables\n\n");
  }

  @Test
  void warmUpsDoNotCount_andAnotherJobBeginsEachRound() throws Exception {
    StringBuilder order = new StringBuilder();
    Map<String, Callable<Integer>> jobs = new LinkedHashMap<>();
    jobs.put("a", () -> order.append('a').length());
    jobs.put("b", () -> order.append('b').length());

    Map<String, List<Integer>> results = new Rounds(1, 2).results(jobs);

    assertThat(order).hasToString("abbaab");
    assertThat(results)
        .containsExactly(Map.entry("a", List.of(4, 5)), Map.entry("b", List.of(3, 6)));
  }

  @Test
  void theTableGoesBetweenTheMarksOfADocument(@TempDir Path folder) throws Exception {
    Path document = folder.resolve("performance.md");
    Files.writeString(
        document, "before\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nafter\n");
    Report report = new Report();
    report.paragraph("new");

    report.putInto(document);

    assertThat(Files.readString(document))
        .isEqualTo("before\n<!-- measured: begin -->\n\nnew\n\n<!-- measured: end -->\nafter\n");
  }

  @Test
  void ratiosAreTakenRoundByRound() {
    Samples floor = samples(1, 2, 3);
    Samples other = samples(2, 4, 6);

    assertThat(other.dividedBy(floor).median()).isEqualTo(2);
    assertThat(Report.spread(other, "%.1f")).isEqualTo("4.0 (3.0 to 5.0)");
  }

  private static Samples samples(double... values) {
    return Samples.of(DoubleStream.of(values).boxed().toList(), value -> value);
  }
}
