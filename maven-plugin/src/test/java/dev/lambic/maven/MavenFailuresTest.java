package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MavenFailuresTest {
  private final MavenFailures failures =
      new MavenFailures("upgrade", Optional.of("revision"), false);

  @Test
  void problemOfARun_isShownAsItIs() {
    MigrationException failure = new MigrationException(
        Problem.of(ProblemId.STATEMENT_FAILED, "The database refused a statement.")
            .with("statement", "SELECT"));

    assertThat(failures.of(failure)).hasNoCause().hasMessage("""

            [statement-failed] The database refused a statement.
              statement: SELECT""");
  }

  @Test
  void unreadableFile_isNamed() {
    NoSuchFileException missing = new NoSuchFileException("target/classes/Shop.class");

    assertThat(failures.ofFiles(missing))
        .hasCause(missing)
        .hasMessage(
            "\nThe project's files cannot be read or written: java.nio.file.NoSuchFileException: target/classes/Shop.class");
  }

  @Test
  void whatNobodyExpects_isShownAsADefect() {
    IllegalStateException defect = new IllegalStateException("no line leads to it");

    assertThat(failures.of(defect)).hasCause(defect).hasMessage("""

            Goal 'upgrade' stopped at a defect of Lambic.
              threw: java.lang.IllegalStateException: no line leads to it
              fix: report it, with what 'mvn -e' shows.""");
  }
}
