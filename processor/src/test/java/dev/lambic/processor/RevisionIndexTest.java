package dev.lambic.processor;

import static dev.lambic.processor.Compiled.compile;
import static dev.lambic.processor.Compiled.compileForked;
import static dev.lambic.processor.Compiled.revision;
import static dev.lambic.processor.Compiled.source;
import static dev.lambic.processor.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.JavaFileObjects;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionIndex;
import dev.lambic.script.Script;
import dev.lambic.script.ScriptDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionIndexTest {
  private static final JavaFileObject CREATE_ACCOUNT = revision(
      "CreateAccount",
      "id = \"1975ea83b712\", message = \"create account\", createDate = \"2026-11-22 10:00\"");
  private static final JavaFileObject ADD_EMAIL = source("com.acme.mail", "AddEmail", """
      @Revision(id = "27c6a30d7c24", downRevision = "1975ea83b712", branchLabels = {"mail", "post"})
      public record AddEmail() implements Migration {
        public void upgrade(Operations op) {}
      }
      """);
  private static final JavaFileObject MORE = source("More", """
      @SuppressWarnings({"redundant-parent", "redundant-dependency"})
      class More {
        @Deprecated
        @Revision(id = "0b1", downRevision = {"1975ea83b712", "27c6a30d7c24"}, dependsOn = "mail")
        static class Nested<T> implements Migration {
          public void upgrade(Operations op) {}
        }
      }
      """);

  @TempDir
  Path directory;

  @Test
  void index() throws IOException {
    Compiled compiled = compile(CREATE_ACCOUNT, ADD_EMAIL, MORE).withoutComplaint();
    assertGolden("RevisionIndexTest/index/RevisionIndex.java", compiled.index());
    assertThat(compiled.services()).isEqualTo("com.acme.RevisionIndex_75888c3e\n");
  }

  @Test
  void longIndex() throws IOException {
    assertGolden(
        "RevisionIndexTest/longIndex/RevisionIndex.java",
        compile(many(251)).withoutComplaint().index());
  }

  @Test
  void orderOfFilesDoesNotShow() {
    List<JavaFileObject> files = new ArrayList<>(List.of(CREATE_ACCOUNT, ADD_EMAIL, MORE));
    String inOrder = compile(files).index();
    Collections.shuffle(files, new Random(7));
    assertThat(compile(files).index()).isEqualTo(inOrder).isNotEmpty();
    Collections.reverse(files);
    assertThat(compile(files).index()).isEqualTo(inOrder);
  }

  @Test
  void entriesSayWhatTheClassesSay() throws IOException {
    RevisionIndex index = load(compile(CREATE_ACCOUNT, ADD_EMAIL, MORE));
    assertThat(index.revisions())
        .containsExactly(
            RevisionEntry.builder("0b1", "com.acme.More$Nested")
                .downRevision("1975ea83b712", "27c6a30d7c24")
                .dependsOn("mail")
                .irreversible()
                .build(),
            RevisionEntry.builder("1975ea83b712", "com.acme.CreateAccount")
                .message("create account")
                .createDate("2026-11-22 10:00")
                .build(),
            RevisionEntry.builder("27c6a30d7c24", "com.acme.mail.AddEmail")
                .downRevision("1975ea83b712")
                .branchLabels("mail", "post")
                .irreversible()
                .build());
    assertThat(index.create(0).getClass().getName()).isEqualTo("com.acme.More$Nested");
    assertThat(index.create(0)).isNotSameAs(index.create(0));
    assertThatThrownBy(() -> index.create(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void headsAreWrittenDown() throws IOException {
    assertThat(load(compile(CREATE_ACCOUNT, ADD_EMAIL, MORE)).heads()).containsExactly("0b1");
  }

  @Test
  void revisionOutsideTransactionsIsMarked() throws IOException {
    RevisionIndex index = load(compile(
        revision("IndexMail", "id = \"a1\", transactional = false"),
        revision("Plain", "id = \"b2\", downRevision = \"a1\", transactional = true")));
    assertThat(index.revisions())
        .extracting(RevisionEntry::isTransactional)
        .containsExactly(false, true);
  }

  @Test
  void everyCharacterSurvives() throws IOException {
    String all =
        IntStream.rangeClosed(0, 0x3000).mapToObj(Character::toString).reduce("", String::concat)
            + "\ud83c\udf7a\ud800";
    String escaped = all.chars()
        .mapToObj("\\u%04x"::formatted)
        .map(e -> switch (e) {
          case "\\u000a" -> "\\n";
          case "\\u000d" -> "\\r";
          case "\\u0022" -> "\\\"";
          case "\\u005c" -> "\\\\";
          default -> e;
        })
        .reduce("", String::concat);
    Compiled compiled =
        compile(revision("V1", "id = \"a\", message = \"" + escaped + "\"")).withoutComplaint();
    assertThat(load(compiled).revisions().get(0).message()).isEqualTo(all);
  }

  @Test
  void downgradeOfASuperclassCounts() throws IOException {
    JavaFileObject base = source(
        "Base",
        "class Base { public void upgrade(Operations op) {} public void downgrade(Operations op) {} }");
    JavaFileObject heir =
        source("V1", "@Revision(id = \"a\") class V1 extends Base implements Migration {}");
    assertThat(load(compile(base, heir).withoutComplaint()).revisions().get(0).isReversible())
        .isTrue();
  }

  @Test
  void methodThatOnlyIsCalledDowngradeDoesNotCount() throws IOException {
    JavaFileObject other = source(
        "V1",
        "@Revision(id = \"a\") class V1 implements Migration { public void upgrade(Operations op) {} void downgrade() {} void downgrade(String x) {} }");
    assertThat(load(compile(other).withoutComplaint()).revisions().get(0).isReversible())
        .isFalse();
  }

  @Test
  void historyIsReadWithoutLoadingAMigration() throws IOException {
    try (RecordingLoader loader = compile(CREATE_ACCOUNT, ADD_EMAIL, MORE).load(directory)) {
      ScriptDirectory scripts = ScriptDirectory.load(loader);
      List<Script> plan = scripts.upgradePlan("heads", List.of());
      assertThat(loader.loaded())
          .hasSize(1)
          .allMatch(name -> name.startsWith("com.acme.RevisionIndex_"));
      assertThat(plan)
          .map(script -> script.newMigration().getClass().getSimpleName())
          .containsExactly("CreateAccount", "AddEmail", "Nested");
    }
  }

  @Test
  void longHistoryIsReadWithoutLoadingAMigration() throws IOException {
    try (RecordingLoader loader = compile(many(20_000)).withoutComplaint().load(directory)) {
      ScriptDirectory scripts = ScriptDirectory.load(loader);
      List<Script> plan = scripts.upgradePlan("heads", List.of());
      assertThat(plan).hasSize(20_000);
      assertThat(loader.loaded()).allMatch(name -> name.startsWith("com.acme.RevisionIndex_"));
      assertThat(plan)
          .allMatch(
              script -> script.newMigration().getClass().getName().equals(script.className()));
    }
  }

  /** A line of revisions as nested classes, 500 to a file. */
  private static List<JavaFileObject> many(int size) {
    List<JavaFileObject> files = new ArrayList<>();
    for (int start = 0; start < size; start += 500) {
      StringBuilder body = new StringBuilder("interface Many" + start + " {\n");
      for (int i = start; i < Math.min(start + 500, size); i++) {
        body.append(
            "@Revision(id = \"%05d\"%s) class V%d implements Migration { public void upgrade(Operations op) {} }\n"
                .formatted(i, i == 0 ? "" : ", downRevision = \"%05d\"".formatted(i - 1), i));
      }
      files.add(source("Many" + start, body.append("}\n").toString()));
    }
    return files;
  }

  @Test
  void revisionsWithManyParentsAreSpreadOverMoreParts() throws IOException {
    StringBuilder parents = new StringBuilder();
    StringBuilder body = new StringBuilder("interface Wide {\n");
    for (int i = 0; i < 100; i++) {
      body.append(
          "@Revision(id = \"%03d\") class V%d implements Migration { public void upgrade(Operations op) {} }\n"
              .formatted(i, i));
      parents.append(i == 0 ? "" : ", ").append("\"%03d\"".formatted(i));
    }
    for (int i = 100; i < 240; i++) {
      body.append(
          "@Revision(id = \"%03d\", downRevision = {%s}) class V%d implements Migration { public void upgrade(Operations op) {} }\n"
              .formatted(i, parents, i));
    }
    RevisionIndex index =
        load(compileForked(source("Wide", body.append("}\n").toString())).withoutComplaint());
    assertThat(index.revisions()).hasSize(240);
    assertThat(index.create(239).getClass().getName()).isEqualTo("com.acme.Wide$V239");
  }

  @Test
  void indexIsInTheDeepestCommonPackage() {
    assertThat(
            compileForked(revisionIn("com.acme.a.x"), revisionIn("com.acme.ab")).generatedNames())
        .singleElement()
        .asString()
        .startsWith("com/acme/RevisionIndex_");
  }

  @Test
  void withoutACommonPackageTheIndexIsInTheFirst() {
    assertThat(compileForked(revisionIn("org.acme"), revisionIn("com.acme.b")).generatedNames())
        .singleElement()
        .asString()
        .startsWith("com/acme/b/RevisionIndex_");
  }

  @Test
  void indexMayBeInNoPackage() throws IOException {
    assertThat(load(compile(revisionIn("")).withoutComplaint())
            .create(0)
            .getClass()
            .getPackageName())
        .isEmpty();
  }

  private static JavaFileObject revisionIn(String packageName) {
    String name = "V" + packageName.length();
    return source(
        packageName,
        name,
        "@Revision(id = \"" + name + "\") public class " + name
            + " implements Migration { public void upgrade(Operations op) {} }");
  }

  @Test
  void indexesOfModulesWithTheSamePackageHaveTheirOwnNames() {
    assertThat(compile(CREATE_ACCOUNT).generatedNames())
        .doesNotContainAnyElementsOf(compile(revision("V1", "id = \"a\"")).generatedNames());
  }

  @Test
  void nameStaysAsRevisionsAreAdded() {
    assertThat(compile(CREATE_ACCOUNT).generatedNames())
        .isEqualTo(
            compileForked(CREATE_ACCOUNT, revision("Later", "id = \"z\"")).generatedNames());
  }

  @Test
  void indexOfAnEarlierBuildAmongTheSourcesIsNotInTheWay() throws IOException {
    Compiled before = compile(CREATE_ACCOUNT);
    String name = before.services().strip();
    JavaFileObject old = JavaFileObjects.forSourceString(name, before.index());
    Compiled after = compile(CREATE_ACCOUNT, old).withoutComplaint();
    assertThat(after.services()).isEqualTo(name + "_2\n");
  }

  @Test
  void namesOfTheUsersDoNotClashWithThoseThatTheIndexUses() throws IOException {
    List<JavaFileObject> files = new ArrayList<>();
    for (String name : List.of(
        "List",
        "RevisionIndex",
        "RevisionEntry",
        "Override",
        "String",
        "ServiceLoader",
        "Generated",
        "IndexOutOfBoundsException")) {
      files.add(source(
          name,
          "@Revision(id = \"" + name + "\") public class " + name
              + " implements dev.lambic.Migration { public void upgrade(Operations op) {} }"));
    }
    files.add(
        source(
            "com.acme.other",
            "Migration",
            "@Revision(id = \"M\") public class Migration implements dev.lambic.Migration { public void upgrade(Operations op) {} }"));
    assertThat(load(compileForked(files).withoutComplaint()).revisions()).hasSize(9);
  }

  private RevisionIndex load(Compiled compiled) throws IOException {
    return ServiceLoader.load(RevisionIndex.class, compiled.load(directory))
        .findFirst()
        .orElseThrow();
  }
}
