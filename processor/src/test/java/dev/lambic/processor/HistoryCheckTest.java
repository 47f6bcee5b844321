package dev.lambic.processor;

import static dev.lambic.processor.Workspace.headlines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.processor.Workspace.Tool;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryCheckTest {
  @TempDir
  Path directory;

  private Workspace module() {
    return module(Tool.JAVAC);
  }

  private Workspace module(Tool tool) {
    return new Workspace(directory, tool);
  }

  /** The column of the value, where the compiler finds it, or of its attribute. */
  private static int column(Tool tool, int value, int attribute) {
    return tool == Tool.JAVAC ? value : attribute;
  }

  @ParameterizedTest
  @EnumSource
  void parentThatIsAnAncestorOfAnotherIsRedundant(Tool tool) {
    Workspace module = module(tool)
        .revision("V1", "id = \"a\", message = \"first\"")
        .revision("V2", "id = \"b\", downRevision = \"a\"")
        .revision("V3", "id = \"c\", downRevision = \"b\"")
        .revision("V4", "id = \"d\", downRevision = {\"c\", \"a\"}");
    String place = "V4.java:4:" + column(tool, 42, 21);
    assertThat(module.compile())
        .containsExactly((place
                + ": WARNING [redundant-parent] Revision 'd' comes after 'a' already through its parent 'c'.\n"
                + "revision: d (com.acme.V4)\nparent: a (first)\nfix: remove 'a' from 'downRevision'.")
            .replace("\n", tool == Tool.JAVAC ? "\n  " : "\n"));
    assertThat(module.history()).hasSize(4);
    module.revision("V4", "id = \"d\", downRevision = \"c\"");
    assertThat(module.compile()).isEmpty();
  }

  @Test
  void parentNamedTwiceIsRedundant_theSecondTime() {
    Workspace module = module()
        .revision("V1", "id = \"a\"")
        .revision("V2", "id = \"b\", downRevision = {\"a\", \"a\"}");
    assertThat(headlines(module.compile()))
        .containsExactly(
            "V2.java:4:42: WARNING [redundant-parent] Revision 'b' names its parent 'a' twice.");
  }

  @ParameterizedTest
  @EnumSource
  void dependencyThatIsThereAnywayIsRedundant(Tool tool) {
    Workspace module = module(tool)
        .revision("V1", "id = \"a\"")
        .revision("V2", "id = \"b\", downRevision = \"a\", branchLabels = \"x\"")
        .revision("V3", "id = \"c\", downRevision = \"b\", dependsOn = \"a\"");
    assertThat(headlines(module.compile()))
        .containsExactly("V3.java:4:" + column(tool, 53, 41)
            + ": WARNING [redundant-dependency] Revision 'c' needs 'a' already through 'b'.");
    module.revision("V3", "id = \"c\", downRevision = \"b\", dependsOn = \"x\"");
    assertThat(headlines(module.compile()))
        .containsExactly("V3.java:4:" + column(tool, 53, 41)
            + ": WARNING [redundant-dependency] Revision 'c' depends on 'x', which is its parent.");
  }

  @Test
  void dependencyOnAnotherLineIsNotRedundant() {
    Workspace module = module()
        .revision("V1", "id = \"a\"")
        .revision("V2", "id = \"b\", downRevision = \"a\"")
        .revision("V3", "id = \"c\", downRevision = \"a\", dependsOn = \"b\"")
        .revision("V4", "id = \"d\", downRevision = {\"b\", \"c\"}");
    assertThat(module.compile()).isEmpty();
  }

  @Test
  void warningsAreSuppressedByTheirKey_onTheClassOrAroundIt() {
    Workspace module = module().revision("V1", "id = \"a\"").write(Compiled.source("V2", """
            @SuppressWarnings("redundant-dependency")
            interface V2 {
              @Revision(id = "b", downRevision = "a", dependsOn = "a")
              class In implements Migration { public void upgrade(Operations op) {} }
            }
            """));
    assertThat(module.compile()).isEmpty();
    module.write(
        "com/acme/V2.java",
        Workspace.read(module.root().resolve("src/com/acme/V2.java"))
            .replace("redundant-dependency", "redundant-parent"));
    assertThat(headlines(module.compile()))
        .containsExactly(
            "V2.java:6:55: WARNING [redundant-dependency] Revision 'b' depends on 'a', which is its parent.");
  }

  private static Workspace forked(Workspace module) {
    return module
        .revision("V1", "id = \"a\"")
        .revision("V2", "id = \"b\", downRevision = \"a\", message = \"add email\"")
        .revision("V3", "id = \"c\", downRevision = \"a\"");
  }

  private static final String FORK = """
      [multiple-heads] The history ends in 2 heads, which no branch label tells apart.
        heads:
          b (add email), class com.acme.V2
          c (com.acme.V3)
        fix:
          1. join them: mvn migrate:merge -Dmigrate.revisions=b,c
          2. or correct 'downRevision' where one of them should come after the other.
          3. or, where they are to stay apart, give each branch a label of its own ('branchLabels'), or compile with '-Amigrate.heads=warn' or 'ignore'.""";

  @Test
  void severalHeadsAreAnError() {
    assertThat(forked(module()).compile()).containsExactly("V2.java:4:16: ERROR " + FORK);
    assertThat(directory.resolve("classes/META-INF/services")).doesNotExist();
  }

  @Test
  void severalHeadsAreAnErrorForEclipse() {
    assertThat(headlines(forked(module(Tool.ECLIPSE)).compile()))
        .containsExactly(
            "V2.java:4:11: ERROR [multiple-heads] The history ends in 2 heads, which no branch label tells apart.");
  }

  @Test
  void severalHeadsMayBeAWarningOrNothing() {
    assertThat(forked(module()).option("-Amigrate.heads=warn").compile())
        .containsExactly("V2.java:4:16: WARNING " + FORK);
    assertThat(new Workspace(directory, Tool.JAVAC)
            .option("-Amigrate.heads=ignore")
            .compile())
        .isEmpty();
  }

  @Test
  void unknownValueOfTheOptionIsAnError() {
    Workspace module = module().revision("V1", "id = \"a\"").option("-Amigrate.heads=warning");
    assertThat(module.compile()).containsExactly("""
        ERROR [illegal-option] The compiler's option '-Amigrate.heads' has no such value.
          value: warning
          fix: give it one of the values 'error', 'warn', 'ignore'.""");
  }

  @Test
  void headsOnLabelledBranchesAreFine() {
    Workspace module = forked(module());
    module.revision("V3", "id = \"c\", downRevision = \"a\", branchLabels = \"phones\"");
    assertThat(module.compile()).isEmpty();
    module.revision("V4", "id = \"d\", downRevision = \"c\"");
    assertThat(module.compile()).isEmpty();
    module.revision("V5", "id = \"e\", downRevision = \"c\"");
    assertThat(headlines(module.compile()))
        .containsExactly(
            "V4.java:4:16: ERROR [multiple-heads] The history ends in 2 heads, which no branch label tells apart.");
  }

  @Test
  void headsMayBeJoinedByAGeneratedRevision() {
    Workspace module = forked(module())
        .processor(new GeneratingProcessor(
            1, Compiled.revision("V9", "id = \"z\", downRevision = {\"b\", \"c\"}")));
    assertThat(module.compile()).isEmpty();
    assertThat(module.history()).hasSize(4);
  }

  private Workspace marked(String marker) {
    return module()
        .revision("V1", "id = \"a\"")
        .revision("V2", "id = \"b\", downRevision = \"a\", message = \"add email\"")
        .write("../heads.txt", marker)
        .option("-Amigrate.headMarker=" + directory.resolve("heads.txt"));
  }

  @Test
  void headMarkerNamesTheHead() {
    assertThat(marked("# the head\n\nb # add email\n").compile()).isEmpty();
    assertThat(marked("b\r\n").compile()).isEmpty();
  }

  @Test
  void staleHeadMarkerIsAnErrorThatShowsTheLine() {
    assertThat(marked("a\n").compile())
        .containsExactly("""
        V2.java:4:16: ERROR [stale-head-marker] The head marker does not name the head of the history.
          marker:
            %s
            a
          history: b
          fix:
            let the file consist of this line:
            b # add email""".formatted(directory.resolve("heads.txt")));
  }

  @Test
  void missingHeadMarkerIsAnError() {
    Workspace module = marked("");
    module.deleteFile(directory.resolve("heads.txt"));
    assertThat(headlines(module.compile()))
        .containsExactly("V2.java:4:16: ERROR [stale-head-marker] The head marker does not exist.");
  }

  @Test
  void headMarkerThatIsNoFileIsAnError() {
    Workspace module = marked("");
    assertThat(headlines(new Workspace(directory, Tool.JAVAC)
            .option("-Amigrate.headMarker=" + module.classes())
            .compile()))
        .containsExactly("V2.java:4:16: ERROR [stale-head-marker] The head marker cannot be read.");
    assertThat(headlines(
            new Workspace(directory, Tool.JAVAC).option("-Amigrate.headMarker=").compile()))
        .containsExactly(
            "ERROR [illegal-option] The compiler's option '-Amigrate.headMarker' has no such value.");
  }

  @Test
  void headMarkerNamesAllHeads() {
    Workspace module = marked("b\nc\n");
    module.revision("V3", "id = \"c\", branchLabels = \"other\"");
    assertThat(module.compile()).isEmpty();
    module.write("../heads.txt", "c\nb\n");
    assertThat(module.compile())
        .singleElement()
        .asString()
        .endsWith("    let the file consist of these lines:\n    b # add email\n    c");
  }

  @Test
  void orderOfFilesDoesNotShow() {
    List<String> said = forked(module()).compile();
    assertThat(new Workspace(directory, Tool.JAVAC).compileOnly("V3", "V2", "V1"))
        .isEqualTo(said);
  }
}
