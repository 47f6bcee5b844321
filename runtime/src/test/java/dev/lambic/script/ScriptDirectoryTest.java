package dev.lambic.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.Migration;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.MultipleHeadsException;
import dev.lambic.error.RevisionException;
import dev.lambic.testing.History;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptDirectoryTest {
  /** An index as the class path may hold it. */
  public static final class OneRevision implements RevisionIndex {
    @Override
    public List<RevisionEntry> revisions() {
      return List.of(RevisionEntry.builder("a1", "shop.Gone").message("do a1").build());
    }

    @Override
    public Migration create(int position) {
      throw new NoClassDefFoundError("shop/Gone");
    }
  }

  @TempDir
  Path folder;

  private URLClassLoader classPathNaming(String indexClass) throws IOException {
    Path services = folder.resolve("META-INF/services/dev.lambic.script.RevisionIndex");
    Files.createDirectories(services.getParent());
    Files.writeString(services, indexClass + "\n");
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
  }

  @Test
  void theIndexesOnTheClassPathAreFound() throws IOException {
    try (URLClassLoader loader = classPathNaming(OneRevision.class.getName())) {
      assertThat(ScriptDirectory.load(loader).getHeads()).containsExactly("a1");
    }
  }

  @Test
  void anIndexWhoseClassIsGone_isBroken() throws IOException {
    try (URLClassLoader loader = classPathNaming("shop.RevisionIndex_0")) {
      assertThatThrownBy(() -> ScriptDirectory.load(loader))
          .isInstanceOf(EnvironmentException.class)
          .hasMessage("""
              [broken-index] A revision index on the class path cannot be loaded.
                cause: dev.lambic.script.RevisionIndex: Provider shop.RevisionIndex_0 not found
                fix: build the project anew ('mvn clean compile'), with one version of Lambic throughout.""");
    }
  }

  @Test
  void anIndexOfAnotherVersion_isNamed() {
    RevisionIndex foreign = new RevisionIndex() {
      @Override
      public List<RevisionEntry> revisions() {
        throw new NoSuchMethodError("RevisionEntry.builder");
      }

      @Override
      public Migration create(int position) {
        throw new AssertionError();
      }
    };
    assertThatThrownBy(() -> ScriptDirectory.of(List.of(foreign)))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [broken-index] A revision index was compiled against another version of Lambic.
              index: %s
              cause: java.lang.NoSuchMethodError: RevisionEntry.builder
              fix: build the module that it belongs to anew, with the version that is on the class path.""".formatted(foreign.getClass().getName()));
  }

  @Test
  void anIdThatTwoIndexesHave_isRefused_andBothAreNamed() {
    History other = new History().revision("a1", "", op -> {}, op -> {});
    String origin =
        getClass().getProtectionDomain().getCodeSource().getLocation().toString();
    assertThatThrownBy(() -> ScriptDirectory.of(List.of(other, new OneRevision())))
        .isInstanceOf(RevisionException.class)
        .hasMessage("""
            [duplicate-revision] Two indexes on the class path have the revision 'a1'.
              first: shop.Gone of %s
              second: shop.a1 of %s
              fix: take one of them off the class path, or give the newer revision an id of its own.""".formatted(origin, origin));
  }

  @Test
  void parentsAndDependenciesReachAcrossIndexes() {
    History core = new History()
        .add(
            RevisionEntry.builder("a1", "shop.A").branchLabels("core").build(), op -> {}, op -> {});
    History extra = new History()
        .add(RevisionEntry.builder("b2", "shop.B").downRevision("a1").build(), op -> {}, op -> {})
        .add(RevisionEntry.builder("x1", "shop.X").dependsOn("core").build(), op -> {}, op -> {});
    ScriptDirectory joined = ScriptDirectory.of(List.of(extra, core));
    assertThat(joined.getHeads(true)).containsExactly("b2", "x1");
    assertThat(joined.upgradePlan("heads", List.of()))
        .extracting(Script::revision)
        .containsExactly("a1", "x1", "b2");
  }

  /** What the compiler writes; to read the revisions is counted. */
  public static final class WithHeads implements RevisionIndex {
    private final List<String> heads;
    private int readings;

    /** Made by the class path. */
    public WithHeads() {
      this("a2", "b1");
    }

    WithHeads(String... heads) {
      this.heads = List.of(heads);
    }

    @Override
    public List<RevisionEntry> revisions() {
      readings++;
      return List.of(
          RevisionEntry.builder("a1", "shop.A1").build(),
          RevisionEntry.builder("a2", "shop.A2").downRevision("a1").build(),
          RevisionEntry.builder("b1", "shop.B1").dependsOn("a1").build());
    }

    @Override
    public List<String> heads() {
      return heads;
    }

    @Override
    public Migration create(int position) {
      throw new AssertionError();
    }
  }

  private static List<String> plan(ScriptDirectory directory, String target, String... rows) {
    return directory.upgradePlan(target, List.of(rows)).stream()
        .map(Script::revision)
        .toList();
  }

  @Test
  void whereTheDatabaseStandsOnTheHeads_theHistoryIsNotRead() {
    WithHeads index = new WithHeads("a2", "b1");
    ScriptDirectory found = ScriptDirectory.lazy(List.of(index));
    assertThat(plan(found, "heads", "a2", "b1")).isEmpty();
    assertThat(index.readings).isZero();
  }

  @Test
  void whereItStandsElsewhere_theHistoryIsReadOnce() {
    WithHeads index = new WithHeads("a2", "b1");
    ScriptDirectory found = ScriptDirectory.lazy(List.of(index));
    assertThat(plan(found, "heads", "a1")).containsExactlyInAnyOrder("a2", "b1");
    assertThat(plan(found, "heads", "a2")).containsExactly("b1");
    assertThat(plan(found, "heads")).containsExactlyInAnyOrder("a1", "a2", "b1");
    assertThat(index.readings).isOne();
  }

  @Test
  void severalHeadsAreNotOne_evenWhereTheDatabaseStandsOnThem() {
    ScriptDirectory found = ScriptDirectory.lazy(List.of(new WithHeads("a2", "b1")));
    assertThatThrownBy(() -> plan(found, "head", "a2", "b1"))
        .isInstanceOf(MultipleHeadsException.class);
  }

  @Test
  void rowsThatTheHistoryLacks_areUnknownThoughTheirNumberIsRight() {
    ScriptDirectory found = ScriptDirectory.lazy(List.of(new WithHeads("a2", "b1")));
    assertThatThrownBy(() -> plan(found, "heads", "a2", "zz"))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("zz");
  }

  @Test
  void theHeadsOfOneIndexAmongSeveral_sayNothing() {
    ScriptDirectory found = ScriptDirectory.lazy(List.of(
        new WithHeads("a2", "b1"),
        new History()
            .add(
                RevisionEntry.builder("c1", "shop.C1").downRevision("a2").build(),
                op -> {},
                op -> {})));
    assertThat(plan(found, "heads", "a2", "b1")).containsExactly("c1");
  }

  @Test
  void whatIsFound_isLookedAtWhenSomethingIsAskedOfIt() throws IOException {
    try (URLClassLoader loader = classPathNaming(WithHeads.class.getName())) {
      assertThat(ScriptDirectory.find(loader).getHeads()).containsExactly("a2", "b1");
    }
  }

  @Test
  void aRevisionWhoseClassIsGone_isNamed() {
    Script script =
        ScriptDirectory.of(List.of(new OneRevision())).getRevision("a1").orElseThrow();
    assertThatThrownBy(script::newMigration)
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [broken-index] The index lists a revision whose class cannot be loaded.
              revision: a1 (do a1)
              class: shop.Gone
              cause: java.lang.NoClassDefFoundError: shop/Gone
              fix: build the project anew: 'mvn clean compile'.""");
  }
}
