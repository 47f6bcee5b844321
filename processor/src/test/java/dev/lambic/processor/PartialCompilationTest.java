package dev.lambic.processor;

import static dev.lambic.processor.Workspace.headlines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.error.EnvironmentException;
import dev.lambic.processor.Workspace.Tool;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A module that is not compiled as a whole: as editors do it, build tools with a mind to save time, and plain javac. */
class PartialCompilationTest {
  @TempDir
  Path directory;

  /** Revisions a and b, which have been compiled together. */
  private Workspace compiled(Tool tool) {
    Workspace module = new Workspace(directory, tool)
        .seeingItself()
        .revision("V1", "id = \"a\"")
        .revision("V2", "id = \"b\", downRevision = \"a\"");
    assertThat(module.compile()).isEmpty();
    assertThat(module.history()).containsExactly("a V1", "b V2");
    return module;
  }

  @ParameterizedTest
  @EnumSource
  void addedRevisionJoinsTheOthers(Tool tool) {
    Workspace module = compiled(tool).revision("V3", "id = \"c\", downRevision = \"b\"");
    assertThat(module.compileOnly("V3")).isEmpty();
    assertThat(module.history()).containsExactly("a V1", "b V2", "c V3");
  }

  @ParameterizedTest
  @EnumSource
  void addedRevisionJoinsTheOthers_whenWhatWasGeneratedHasBeenDeleted(Tool tool) {
    Workspace module =
        compiled(tool).revision("V3", "id = \"c\", downRevision = \"b\"").deleteGenerated();
    assertThat(module.compileOnly("V3")).isEmpty();
    assertThat(module.history()).containsExactly("a V1", "b V2", "c V3");
  }

  @ParameterizedTest
  @EnumSource
  void changedRevisionReplacesWhatItWas(Tool tool) {
    Workspace module = compiled(tool).revision("V2", "id = \"b2\", downRevision = \"a\"");
    assertThat(module.compileOnly("V2")).isEmpty();
    assertThat(module.history()).containsExactly("a V1", "b2 V2");
  }

  @ParameterizedTest
  @EnumSource
  void changedParentIsCheckedAgainstTheUnchanged(Tool tool) {
    Workspace module = compiled(tool).revision("V1", "id = \"a2\"");
    assertThat(headlines(module.compileOnly("V1")))
        .containsExactly(
            "ERROR [missing-parent] Revision 'b' comes after 'a', which is no revision of this project.");
  }

  @ParameterizedTest
  @EnumSource
  void addedRevisionIsCheckedAgainstTheUnchanged(Tool tool) {
    Workspace module = compiled(tool).revision("V3", "id = \"b\", downRevision = \"a\"");
    assertThat(headlines(module.compileOnly("V3")))
        .contains("V3.java:4:" + (tool == Tool.JAVAC ? 16 : 11)
            + ": ERROR [duplicate-revision] Two classes are the revision 'b'.");
  }

  @ParameterizedTest
  @EnumSource
  void renamedClassLeavesNothingBehind(Tool tool) {
    Workspace module = compiled(tool).delete("V2");
    module.revision("Renamed", "id = \"b\", downRevision = \"a\"");
    assertThat(module.compileOnly("Renamed")).isEmpty();
    assertThat(module.history()).containsExactly("a V1", "b Renamed");
  }

  @ParameterizedTest
  @EnumSource
  void deletedRevisionLeavesWithTheNextCompilation(Tool tool) {
    Workspace module = compiled(tool).delete("V2");
    assertThat(module.compileOnly("V1")).isEmpty();
    assertThat(module.history()).containsExactly("a V1");
  }

  @ParameterizedTest
  @EnumSource
  void deletedParentIsMissed(Tool tool) {
    Workspace module = compiled(tool).delete("V1");
    assertThat(headlines(module.compileOnly("V2")))
        .containsExactly(
            "V2.java:4:" + (tool == Tool.JAVAC ? 36 : 21)
                + ": ERROR [missing-parent] Revision 'b' comes after 'a', which is no revision of this project.");
  }

  @ParameterizedTest
  @EnumSource
  void classThatIsNoRevisionAnyMoreLeaves(Tool tool) {
    Workspace module =
        compiled(tool).write("com/acme/V2.java", "package com.acme; public final class V2 {}");
    assertThat(module.compileOnly("V2", "V1")).isEmpty();
    assertThat(module.history()).containsExactly("a V1");
  }

  @Test
  void deletedRevisionIsNamedByARun_whenNothingWasCompiledSince() {
    Workspace module = compiled(Tool.JAVAC).delete("V2");
    assertThatThrownBy(module::history)
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("[broken-index] ")
        .hasMessageContaining("com.acme.V2");
  }

  @Test
  void revisionsThatTheCompilerDoesNotSeeAreNotLeftOutInSilence() {
    Workspace module = new Workspace(directory, Tool.JAVAC)
        .revision("V1", "id = \"a\"")
        .revision("V2", "id = \"b\", downRevision = \"a\"");
    assertThat(module.compile()).isEmpty();
    assertThat(module.compileOnly("V1")).containsExactly("""
        ERROR [incomplete-compilation] The revision index would lack revisions whose classes are in the output directory: the compiler does not see them.
          classes: com.acme.V2
          fix:
            1. compile all sources of the module together, or put the output directory on the class path.
            2. if they have been deleted, delete their class files, too: 'mvn clean compile'.""");
    assertThat(module.seeingItself().compileOnly("V1")).isEmpty();
    assertThat(module.history()).containsExactly("a V1", "b V2");
  }

  @Test
  void compilingTheWholeOnceMoreChangesNothing() {
    Workspace module = compiled(Tool.JAVAC);
    String before = module.generated();
    assertThat(module.compile()).isEmpty();
    assertThat(module.generated()).isEqualTo(before).contains("META-INF/services");
  }

  @Test
  void partAndWholeGenerateTheSame() {
    Workspace module = compiled(Tool.JAVAC).revision("V3", "id = \"c\", downRevision = \"b\"");
    assertThat(module.compileOnly("V3")).isEmpty();
    String inPart = module.generated();
    assertThat(module.compile()).isEmpty();
    assertThat(module.generated()).isEqualTo(inPart);
  }

  @Test
  void gradleHandsOverUnchangedClassesByName() {
    Workspace module =
        compiled(Tool.JAVAC).revision("V3", "id = \"c\", downRevision = \"b\"").deleteGenerated();
    assertThat(module.compileAsGradle(List.of("V3"), "V1", "V2")).isEmpty();
    assertThat(module.history()).containsExactly("a V1", "b V2", "c V3");
    module.delete("V3").deleteGenerated();
    assertThat(module.compileAsGradle(List.of("V2"), "V1")).isEmpty();
    assertThat(module.history()).containsExactly("a V1", "b V2");
  }

  @Test
  void revisionsThatOthersGenerateJoinTheUnchanged() {
    Workspace module = compiled(Tool.JAVAC)
        .revision("V3", "id = \"c\", downRevision = \"b\"")
        .processor(new GeneratingProcessor(
            1, Compiled.revision("V4", "id = \"d\", downRevision = \"c\"")));
    assertThat(module.compileOnly("V3")).isEmpty();
    assertThat(module.history()).containsExactly("a V1", "b V2", "c V3", "d V4");
  }
}
