package dev.lambic.processor;

import static dev.lambic.processor.Workspace.headlines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.processor.Workspace.Tool;
import dev.lambic.script.RevisionIndex;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Revisions of other modules: in jars or directories on the class path, and in named modules. */
class OtherModulesTest {
  @TempDir
  Path directory;

  private Workspace module(String name, Tool tool) {
    return new Workspace(directory.resolve(name), tool);
  }

  /** The module that others build upon: revisions {@code core1}, {@code core2}. */
  private Workspace core(Tool tool) {
    Workspace core = module("core", tool)
        .revision("Core1", "id = \"core1\", branchLabels = \"core\"")
        .revision("Core2", "id = \"core2\", downRevision = \"core1\"");
    assertThat(core.compile()).isEmpty();
    return core;
  }

  private Workspace billing(Tool tool, String attributes) {
    return module("billing", tool).with(core(tool).classes()).revision("Bill", attributes);
  }

  @ParameterizedTest
  @EnumSource
  void parentMayBeInAnotherModule(Tool tool) {
    Workspace billing = billing(tool, "id = \"bill\", downRevision = \"core2\"");
    assertThat(billing.compile()).isEmpty();
    assertThat(billing.history(directory.resolve("core/classes")))
        .containsExactly("core1 Core1", "core2 Core2", "bill Bill");
  }

  @Test
  void aModuleThatNeedsAnother_doesNotSayWhereTheHistoryEnds() throws IOException {
    assertThat(heads(core(Tool.JAVAC))).containsExactly("core2");
    for (String need : List.of("downRevision = \"core2\"", "dependsOn = \"core\"")) {
      Workspace billing =
          billing(Tool.JAVAC, "id = \"bill\", branchLabels = \"invoices\", " + need);
      assertThat(billing.compile()).isEmpty();
      assertThat(heads(billing)).isEmpty();
    }
  }

  private static List<String> heads(Workspace module) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(
        new URL[] {module.classes().toUri().toURL()}, OtherModulesTest.class.getClassLoader())) {
      return ServiceLoader.load(RevisionIndex.class, loader)
          .findFirst()
          .orElseThrow()
          .heads();
    }
  }

  @ParameterizedTest
  @EnumSource
  void dependencyMayBeALabelOfAnotherModule(Tool tool) {
    assertThat(billing(tool, "id = \"bill\", dependsOn = \"core\", branchLabels = \"billing\"")
            .compile())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void idThatAnotherModuleHasIsADuplicate(Tool tool) {
    assertThat(billing(tool, "id = \"core2\"").compile())
        .singleElement()
        .asString()
        .startsWith("Bill.java:4:" + (tool == Tool.JAVAC ? 16 : 11)
            + ": ERROR [duplicate-revision] Two classes are the revision 'core2'.")
        .contains("first: com.acme.Bill")
        .contains("second: com.acme.Core2");
  }

  @Test
  void labelThatAnotherModuleHasIsTaken() {
    assertThat(headlines(
            billing(Tool.JAVAC, "id = \"bill\", branchLabels = \"core\"").compile()))
        .containsExactly(
            "Bill.java:4:39: ERROR [duplicate-branch-label] The branch label 'core' is taken.");
  }

  @Test
  void nearMissesInOtherModulesAreSuggested() {
    assertThat(billing(Tool.JAVAC, "id = \"bill\", downRevision = \"croe2\"").compile())
        .singleElement()
        .asString()
        .contains("did you mean: core2 (com.acme.Core2)");
  }

  @Test
  void headOfAnotherModuleIsAHeadOfTheHistory() {
    assertThat(headlines(billing(Tool.JAVAC, "id = \"bill\"").compile()))
        .isEmpty(); // 'core' tells them apart.
    assertThat(headlines(
            billing(Tool.JAVAC, "id = \"bill\", downRevision = \"core1\"").compile()))
        .containsExactly(
            "Bill.java:4:16: ERROR [multiple-heads] The history ends in 2 heads, which no branch label tells apart.");
  }

  @ParameterizedTest
  @EnumSource
  void everyModuleOnTheClassPathIsSeen(Tool tool) {
    Path core = core(tool).classes();
    StringBuilder parents = new StringBuilder("\"core2\"");
    Workspace last = module("last", tool).with(core);
    for (int i = 0; i < 6; i++) {
      Workspace branch = module("branch" + i, tool)
          .with(core)
          .revision(
              "Branch" + i,
              "id = \"b" + i + "\", downRevision = \"core1\", branchLabels = \"l" + i + "\"");
      assertThat(branch.compile()).isEmpty();
      last.with(branch.classes());
      parents.append(", \"b").append(i).append('"');
    }
    last.revision("Last", "id = \"last\", downRevision = {" + parents + "}");
    assertThat(last.compile()).isEmpty();
    assertThat(last.compile()).isEmpty();
  }

  @Test
  void testsSeeTheRevisionsOfTheMainClasses() {
    Workspace main = core(Tool.JAVAC);
    Workspace tests = module("tests", Tool.JAVAC)
        .seeingItself()
        .with(main.classes())
        .revision("SampleData", "id = \"sample\", downRevision = \"core2\"");
    assertThat(tests.compile()).isEmpty();
    assertThat(tests.compile()).isEmpty();
    assertThat(tests.history(main.classes()))
        .containsExactly("core1 Core1", "core2 Core2", "sample SampleData");
  }

  @Test
  void classThatHasMovedToAnotherModuleBelongsToThatOne() {
    Workspace core = core(Tool.JAVAC);
    Workspace billing = module("billing", Tool.JAVAC)
        .seeingItself()
        .with(core.classes())
        .revision("Invoice", "id = \"bill\", downRevision = \"core2\"")
        .revision("Tax", "id = \"tax\", downRevision = \"bill\"");
    assertThat(billing.compile()).isEmpty();
    billing.delete("Invoice");
    core.revision("Invoice", "id = \"bill\", downRevision = \"core2\"");
    assertThat(core.compile()).isEmpty();
    assertThat(billing.compile()).isEmpty();
    assertThat(billing.history(core.classes()))
        .containsExactly("core1 Core1", "core2 Core2", "bill Invoice", "tax Tax");
  }
}
