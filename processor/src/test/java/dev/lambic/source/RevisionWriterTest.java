package dev.lambic.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionRequest;
import dev.lambic.script.RevisionRequest.Builder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionWriterTest {
  @TempDir
  Path directory;

  private SourceModule module;

  @BeforeEach
  void create() {
    module = new SourceModule(directory.resolve("src/main/java"));
  }

  private static Builder request(String message) {
    return RevisionRequest.builder(message).id("27c6a30d7c24");
  }

  private void shopWithTwoHeads() {
    module
        .revision("CreateAccount", "id = \"1975ea83b712\"")
        .revision("AddEmail", "id = \"27c6\", downRevision = \"1975ea83b712\"")
        .revision("AddName", "id = \"3f0b\", downRevision = \"1975ea83b712\"");
  }

  @Test
  void newRevisionStandsNextToItsParent_andCompilesAsItIs() {
    module.revision("CreateAccount", "id = \"1975ea83b712\"");

    RevisionWriter.Written written = module.add(request("add account.email").build());

    assertThat(module.root.relativize(written.file()))
        .hasToString("com/acme/V202611221105_AddAccountEmail.java");
    assertThat(module.read("com/acme/V202611221105_AddAccountEmail.java")).isEqualTo("""
        package com.acme;

        import dev.lambic.Migration;
        import dev.lambic.Revision;
        import dev.lambic.operations.Operations;

        @Revision(
            id = "27c6a30d7c24",
            downRevision = "1975ea83b712",
            message = "add account.email",
            createDate = "2026-11-22 11:05:59 +01:00"
        )
        public final class V202611221105_AddAccountEmail implements Migration {
          @Override
          public void upgrade(Operations op) {
          }

          @Override
          public void downgrade(Operations op) {
          }
        }
        """);
    module.compiles();
  }

  @Test
  void firstRevisionStandsInTheDefaultPackage_andCompilesAsItIs() {
    assertThat(module
            .add(RevisionRequest.builder("create account").id("1975ea83b712").build())
            .file())
        .isEqualTo(module.root.resolve("com/example/migrations/V202611221105_CreateAccount.java"));
    module.compiles();
  }

  @Test
  void mergeHasAllParents_andCompilesAsItIs() {
    shopWithTwoHeads();
    module.add(request("merge")
        .heads("heads")
        .dependsOn("1975")
        .branchLabels("billing", "shop")
        .id("4a91d2e07bc3")
        .build());
    assertThat(module.read("com/acme/V202611221105_Merge.java")).contains("""
            downRevision = {"27c6", "3f0b"},
            dependsOn = "1975ea83b712",
            branchLabels = {"billing", "shop"},
        """);
    assertThat(module.scripts().getCurrentHead()).contains("4a91d2e07bc3");
  }

  @Test
  void idIsRandom_withTwelveHexadecimalDigits() {
    String first = module.scripts().draft(RevisionRequest.builder("x").build()).id();
    String second = module.scripts().draft(RevisionRequest.builder("x").build()).id();
    assertThat(first).matches("[0-9a-f]{12}").isNotEqualTo(second);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "say \"hi\" \\ C:\\users $S $$ ${x} */ <b> @tag %s",
        "two\nlines\r\n\tand a tab",
        "Straße für Ελλάδα 漢字 😀",
        "\u0000\u0007\u2028",
        ""
      })
  void anyMessageComesThroughUnharmed(String message) {
    module.add(RevisionRequest.builder(message).build());
    module.compiles();
    assertThat(module.history().revisions().get(0).message()).isEqualTo(message);
  }

  @Test
  void charactersThatTheEncodingLacks_areEscaped() {
    module.add(
        RevisionRequest.builder("für Ελλάδα 😀").build(),
        SourceLayout.of(
            List.of(module.root), StandardCharsets.ISO_8859_1, null, "acme", null, null));
    assertThat(module.history(StandardCharsets.ISO_8859_1).revisions().get(0).message())
        .isEqualTo("für Ελλάδα 😀");
  }

  @ParameterizedTest
  @CsvSource({
    "{slug},                 AddAccountEmail",
    "{slug}_{rev},           AddAccountEmail_27c6a30d7c24",
    "R{yyyy_MM_dd}{slug},    R2026_11_22AddAccountEmail",
    "V{yyyyMMddHHmmss}_{slug}, V20261122110559_AddAccountEmail"
  })
  void classNameFollowsThePattern(String pattern, String name) {
    assertThat(module
            .add(
                request("add account.email").build(),
                SourceLayout.of(
                    List.of(module.root), StandardCharsets.UTF_8, null, "acme", pattern, null))
            .entry()
            .className())
        .isEqualTo("acme." + name);
  }

  @Test
  void longMessage_isCutBetweenWords() {
    assertThat(ClassNames.slug("move every order line of the archive to the new warehouse schema"))
        .isEqualTo("MoveEveryOrderLineOfTheArchiveToTheNew");
  }

  @Test
  void wordsInClassNamesLoseTheirMarks_inAnyLocale() {
    assertThat(ClassNames.slug("füge i-Tüpfelchen hinzu")).isEqualTo("FugeITupfelchenHinzu");
  }

  @Test
  void patternThatMakesNoName_isRefused() {
    assertThatThrownBy(() -> ClassNames.of("{yyyyMMdd}_{slug}", "x", "a", time()))
        .hasMessage("""
        [illegal-pattern] The new class would be called '20261122_X'.
          pattern: {yyyyMMdd}_{slug}
          fix: give 'classNamePattern' a value that makes Java names, such as 'V{yyyyMMddHHmm}_{slug}'.""");
    assertThatThrownBy(() -> ClassNames.of("V{jear}", "x", "a", time())).hasMessage("""
        [illegal-pattern] '{jear}' means nothing in the name of a class.
          pattern: V{jear}
          fix: write '{slug}', '{rev}', or a time such as '{yyyyMMddHHmm}'.""");
  }

  private static java.time.ZonedDateTime time() {
    return java.time.ZonedDateTime.now(SourceModule.CLOCK);
  }

  @Test
  void existingFile_isNotTouched() {
    module.add(request("add email").build());
    module.write("com/example/migrations/V202611221105_Clash.java", "class Clash {}");
    assertThatThrownBy(
            () -> module.add(RevisionRequest.builder("clash").heads("27c6").build()))
        .hasMessage(
            """
            [file-exists] The file of the new revision is there already.
              file: %s
              fix: choose another message or 'classNamePattern', or delete the file.""".formatted(module.root.resolve("com/example/migrations/V202611221105_Clash.java")));
    assertThat(module.read("com/example/migrations/V202611221105_Clash.java"))
        .isEqualTo("class Clash {}");
  }

  @Test
  void packageCanBeGiven() {
    module.revision("CreateAccount", "id = \"1975ea83b712\"");
    assertThat(module
            .add(
                request("add email").build(),
                SourceLayout.of(
                    List.of(module.root),
                    StandardCharsets.UTF_8,
                    "com.acme.later",
                    "other",
                    "{slug}",
                    null))
            .file())
        .isEqualTo(module.root.resolve("com/acme/later/AddEmail.java"));
    module.compiles();
  }

  @Test
  void packageMustHaveAProperName() {
    assertThatThrownBy(() -> SourceLayout.of(
            List.of(module.root), StandardCharsets.UTF_8, "com.new", "acme", null, null))
        .hasMessage("""
            [illegal-source-name] No package can be called 'com.new'.
              fix: write names that Java takes, with dots between them: 'com.example.migrations'.""");
  }

  @Test
  void templateGivesAnyShape() throws Exception {
    Path template = directory.resolve("revision.txt");
    Files.writeString(template, """
        package ${package};

        /** Costs $$5: ${comment} */
        @dev.lambic.Revision(id = ${id}, downRevision = ${downRevision}, dependsOn = ${dependsOn},
            branchLabels = ${branchLabels}, message = ${message}, createDate = ${createDate})
        public class ${ className } implements dev.lambic.Migration {
          @Override public void upgrade(dev.lambic.operations.Operations op) {}
        }
        """);
    SourceLayout layout = SourceLayout.of(
        List.of(module.root),
        StandardCharsets.UTF_8,
        null,
        "acme",
        "{slug}",
        SourceTemplate.read(template, StandardCharsets.UTF_8));

    module.add(request("say \"hi\" */ \\u0041").build(), layout);

    assertThat(module.read("acme/SayHiU0041.java")).isEqualTo("""
        package acme;

        /** Costs $5: say "hi" * / &#92;u0041 */
        @dev.lambic.Revision(id = "27c6a30d7c24", downRevision = {}, dependsOn = {},
            branchLabels = {}, message = "say \\"hi\\" */ \\\\u0041", createDate = "2026-11-22 11:05:59 +01:00")
        public class SayHiU0041 implements dev.lambic.Migration {
          @Override public void upgrade(dev.lambic.operations.Operations op) {}
        }
        """);
    module.compiles();
  }

  @Test
  void unknownTokenInATemplate_isNamed() {
    RevisionEntry entry = module.scripts().draft(request("x").build()).entry("a.B", "");
    RevisionSource source = new RevisionSource("a", "B", entry, MigrationMethods.empty());
    assertThatThrownBy(() -> new SourceTemplate("class ${classname} {}", "revision.txt")
            .fill("a", "B", entry, source))
        .hasMessage("""
            [illegal-pattern] The template has an unknown token '${classname}'.
              template: revision.txt
              tokens: package, className, id, downRevision, dependsOn, branchLabels, message, createDate, comment, imports, upgrades, downgrades, parts
              did you mean: className
              fix: correct the token; a dollar sign of the source itself is written '$$'.""");
  }

  @Test
  void missingTemplate_isSaid() {
    assertThatThrownBy(
            () -> SourceTemplate.read(Path.of("no/revision.txt"), StandardCharsets.UTF_8))
        .hasMessage("""
            [missing-source] The template for new revisions does not exist.
              template: no/revision.txt
              fix: correct 'template', or leave it out for Lambic's own form.""");
  }
}
