package dev.lambic.it.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script {@code it/conformance} prints, and how it ends. */
class ConformanceTest {
  private static final String CASE = """
      {"id": "%s", "kind": "current", "graph": [{"id": "a1b2"}], "states": [["a1b2"]],
       "expect": {"results": [{"heads": ["a1b2"], "current": ["%s"]}]}}""";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @TempDir
  Path folder;

  private int run(String... arguments) throws Exception {
    return new Conformance(new PrintStream(out, true, UTF_8), new PrintStream(errors, true, UTF_8))
        .run(List.of(arguments));
  }

  private void file(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  @Test
  void passedCasesAreCounted() throws Exception {
    file("a.json", "[" + CASE.formatted("one", "a1b2") + "," + CASE.formatted("two", "a1b2") + "]");
    assertThat(run("graph", folder.toString())).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo("2 passed, 0 failed\n");
    assertThat(errors.toString(UTF_8)).isEmpty();
  }

  @Test
  void failedCasesAreNamed_inTheOrderOfTheFiles() throws Exception {
    file("b.json", "[" + CASE.formatted("second", "été") + "]");
    file("a.json", "[" + CASE.formatted("first", "c3d4") + "]");
    assertThat(run("graph", folder.toString())).isEqualTo(1);
    assertThat(out.toString(UTF_8)).isEqualTo("""
            FAILED first
              at: rows [a1b2]
              expected: [c3d4]
              actual:   [a1b2]
            FAILED second
              at: rows [a1b2]
              expected: [été]
              actual:   [a1b2]
            0 passed, 2 failed
            """);
  }

  @Test
  void aCaseOfAnUnknownKindFails() throws Exception {
    file("a.json", "[{\"id\": \"new\", \"kind\": \"nosuch\", \"expect\": {}}, {\"id\": \"none\"}]");
    assertThat(run("graph", folder.toString())).isEqualTo(1);
    assertThat(out.toString(UTF_8))
        .contains("FAILED new\n  at: kind\n", "FAILED none\n", "0 passed, 2 failed\n");
  }

  @Test
  void filesWithoutCasesAreLeftAlone() throws Exception {
    file("a.json", "[" + CASE.formatted("one", "a1b2") + "]");
    file("timing.json", "{\"kind\": \"no case\"}");
    assertThat(run("graph", folder.toString())).isZero();
    assertThat(errors.toString(UTF_8)).isEqualTo("timing.json holds no cases\n");
  }

  @Test
  void brokenJsonIsAnError() throws Exception {
    file("a.json", "[" + CASE.formatted("one", "a1b2"));
    assertThat(run("graph", folder.toString())).isEqualTo(2);
    assertThat(errors.toString(UTF_8)).contains("a.json' cannot be read: ");
  }

  @Test
  void aFolderWithoutCasesIsAnError() throws Exception {
    file("README.md", "");
    assertThat(run("graph", folder.toString())).isEqualTo(2);
    assertThat(errors.toString(UTF_8))
        .isEqualTo("conformance: the folder '" + folder + "' holds no JSON file with cases\n");
  }

  @Test
  void aMissingFolderIsAnError() throws Exception {
    assertThat(run("graph", folder.resolve("nosuch").toString())).isEqualTo(2);
    assertThat(errors.toString(UTF_8))
        .isEqualTo("conformance: there is no folder '" + folder.resolve("nosuch") + "'\n");
  }

  @Test
  void anUnknownKindIsAnError() throws Exception {
    assertThat(run("nosuch", folder.toString())).isEqualTo(2);
    assertThat(errors.toString(UTF_8))
        .startsWith("conformance: there is no kind 'nosuch'; there is: ");
  }

  @Test
  void missingArgumentsAreAnError() throws Exception {
    assertThat(run("graph")).isEqualTo(2);
    assertThat(errors.toString(UTF_8)).startsWith("conformance: usage: ");
  }
}
