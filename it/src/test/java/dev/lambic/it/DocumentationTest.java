package dev.lambic.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.error.ProblemId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents promise is so. */
class DocumentationTest {
  private static final Path ROOT = Path.of("..");

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String testSources() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String module : List.of("runtime", "processor", "maven-plugin", "it")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .forEach(file -> sources.append(read(file)));
      }
    }
    return sources.toString();
  }

  @Test
  void everyErrorHasASection_andNoSectionIsLeftOver() {
    List<String> sections = read(ROOT.resolve("docs/errors.md"))
        .lines()
        .filter(line -> line.startsWith("## "))
        .map(line -> line.substring(3))
        .toList();
    assertThat(sections)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ProblemId.values()).map(ProblemId::text).toList());
  }

  @Test
  void everyErrorIsAssertedByATest() throws IOException {
    String sources = testSources();
    assertThat(Stream.of(ProblemId.values())
            .filter(id -> !sources.contains("[" + id.text() + "] "))
            .collect(Collectors.toList()))
        .isEmpty();
  }

  @Test
  void ciRunsTheTestCommandOfTheReadme() {
    assertThat(read(ROOT.resolve("README.md"))).contains("```sh\nmvn verify\n```");
    assertThat(read(ROOT.resolve(".ci/run")).lines()).contains("mvn verify || status=$?");
  }

  @Test
  void theReadmeIsShort() {
    assertThat(read(ROOT.resolve("README.md")).lines().count()).isLessThanOrEqualTo(150);
  }
}
