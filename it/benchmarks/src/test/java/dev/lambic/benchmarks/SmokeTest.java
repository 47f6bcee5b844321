package dev.lambic.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the runner runs: five revisions, in memory. Nothing hangs on a time. */
class SmokeTest {

  @Test
  void everyContenderBringsADatabaseToTheHead_andTheTableIsWritten(@TempDir Path folder)
      throws Exception {
    Main.measure(Profile.smoke(), List.of(), folder);

    assertThat(Files.readString(folder.resolve("performance-smoke.md")))
        .contains("| H2 in memory, 5 revisions | ms | ratio, round by round |")
        .contains("| bare JDBC |", "| Lambic |", "| Flyway |", "| Liquibase |");
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
    Samples floor = new Samples();
    Samples other = new Samples();
    for (int i = 1; i <= 3; i++) {
      floor.add(i);
      other.add(2 * i);
    }

    assertThat(other.dividedBy(floor).median()).isEqualTo(2);
    assertThat(Report.spread(other, "%.1f")).isEqualTo("4.0 (3.0 to 5.0)");
  }
}
