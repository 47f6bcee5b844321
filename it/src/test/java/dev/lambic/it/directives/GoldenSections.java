package dev.lambic.it.directives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The golden file of a test class on one database: a section for each test, in the order of their names. */
final class GoldenSections {
  private static final String HEADING = "## ";

  private final Path file;

  GoldenSections(Class<?> test, String database) {
    file = Path.of("src/test/resources/golden", test.getSimpleName(), database + ".txt");
  }

  /** Compares a section with what it has become, or writes that where {@code -Dgolden.update} is set. */
  void check(String section, List<String> actual) {
    try {
      SortedMap<String, List<String>> sections = read();
      if (System.getProperty("golden.update") != null) {
        sections.put(section, actual);
        write(sections);
      }
      assertThat(actual)
          .as("%s, %s; to accept what is new: mvn verify -Dgolden.update", file, section)
          .containsExactlyElementsOf(sections.getOrDefault(section, List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SortedMap<String, List<String>> read() throws IOException {
    SortedMap<String, List<String>> sections = new TreeMap<>();
    List<String> lines = new ArrayList<>();
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      if (line.startsWith(HEADING)) {
        lines = new ArrayList<>();
        sections.put(line.substring(HEADING.length()), lines);
      } else if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return sections;
  }

  private void write(SortedMap<String, List<String>> sections) throws IOException {
    StringBuilder text = new StringBuilder();
    sections.forEach((name, lines) -> {
      text.append(text.isEmpty() ? "" : "\n").append(HEADING).append(name).append('\n');
      lines.forEach(line -> text.append(line).append('\n'));
    });
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
