package dev.lambic.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.error.ProblemId;
import dev.lambic.processor.Workspace.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/checks.md} says is so: every check is in it, and its examples are wrong and right as it says. */
class ChecksDocumentTest {
  private static final Path ROOT = Path.of("..");

  private static final List<Path> CHECKS = List.of(
      ROOT.resolve("processor/src/main/java/dev/lambic/processor"),
      ROOT.resolve("runtime/src/main/java/dev/lambic/script/GraphCheck.java"),
      ROOT.resolve("runtime/src/main/java/dev/lambic/script/HistoryLint.java"));

  @TempDir
  Path directory;

  /** A section of the document about one check. */
  record Section(String id, String text) {
    /** The blocks of code in a language. */
    List<String> blocks(String language) {
      return matches("(?s)```" + language + "\n(.*?)```", text);
    }

    boolean isWarning() {
      return text.startsWith("\n*Warning.* Key: `" + id + "`. ");
    }

    @Override
    public String toString() {
      return id;
    }
  }

  private static List<String> matches(String regex, String text) {
    return Pattern.compile(regex)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static List<Section> sections() throws IOException {
    List<Section> sections = new ArrayList<>();
    for (String part : Files.readString(ROOT.resolve("docs/checks.md")).split("\n## ", -1)) {
      int end = part.indexOf('\n');
      sections.add(new Section(part.substring(0, end), part.substring(end + 1)));
    }
    return sections.subList(1, sections.size());
  }

  static List<Section> sectionsWithCode() throws IOException {
    return sections().stream()
        .filter(section -> !section.blocks("java").isEmpty())
        .toList();
  }

  @Test
  void everyCheckHasASection_andNoSectionIsLeftOver() throws IOException {
    Set<String> used = new TreeSet<>();
    for (Path place : CHECKS) {
      try (Stream<Path> files = Files.walk(place)) {
        files
            .filter(Files::isRegularFile)
            .forEach(file -> matches("ProblemId\\.([A-Z_]+)", Workspace.read(file)).stream()
                .map(name -> ProblemId.valueOf(name).text())
                .forEach(used::add));
      }
    }
    assertThat(sections()).map(Section::id).containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void everySectionHasAWrongAndARightExample_orSaysWhyNot() throws IOException {
    for (Section section : sections()) {
      assertThat(section.text()).startsWith(section.isWarning() ? "\n*Warning.*" : "\n*Error.* ");
      int examples = section.blocks("java").size() + section.blocks("text").size();
      assertThat(section.text().contains("There is nothing to show") ? 2 : examples)
          .as(section.id())
          .isEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource("sectionsWithCode")
  void wrongExampleIsFound_withJavac(Section section) {
    assertThat(ids(section, Tool.JAVAC, 0)).containsOnly(expected(section));
  }

  @ParameterizedTest
  @MethodSource("sectionsWithCode")
  void wrongExampleIsFound_withEclipse(Section section) {
    assertThat(ids(section, Tool.ECLIPSE, 0)).containsOnly(expected(section));
  }

  @ParameterizedTest
  @MethodSource("sectionsWithCode")
  void rightExampleIsFine_withJavac(Section section) {
    assertThat(ids(section, Tool.JAVAC, 1)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sectionsWithCode")
  void rightExampleIsFine_withEclipse(Section section) {
    assertThat(ids(section, Tool.ECLIPSE, 1)).isEmpty();
  }

  private static String expected(Section section) {
    return (section.isWarning() ? "WARNING [" : "ERROR [") + section.id() + "]";
  }

  /** Compiles an example, and returns the kinds and ids of what Lambic finds. */
  private List<String> ids(Section section, Tool tool, int example) {
    Workspace module = new Workspace(directory, tool);
    module.write(Compiled.source("Example", section.blocks("java").get(example)));
    return module.compile().stream()
        .flatMap(said -> matches("(?s)((?:ERROR|WARNING) \\[[a-z-]+\\]) ", said).stream())
        .toList();
  }
}
