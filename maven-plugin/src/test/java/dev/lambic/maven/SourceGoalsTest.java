package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceGoalsTest extends GoalTest {
  @BeforeEach
  void noDatabase() {
    shop.session.getUserProperties().clear();
  }

  private void source(String name, String attributes) {
    shop.writeSource("shop/" + name + ".java", """
        package shop;
        import dev.lambic.*;
        @Revision(%s)
        public class %s implements Migration {
          public void upgrade(dev.lambic.operations.Operations op) {}
        }
        """.formatted(attributes, name));
  }

  private void twoHeads() {
    source("CreateAccount", "id = \"1975ea83b712\"");
    source("AddEmail", "id = \"27c6a30d7c24\", downRevision = \"1975ea83b712\"");
    source("AddName", "id = \"3f0b8c51d9e6\", downRevision = \"1975ea83b712\"");
  }

  @Test
  @InjectMojo(goal = "revision")
  @MojoParameter(name = "message", value = "add account.email")
  @MojoParameter(name = "revId", value = "27c6a30d7c24")
  @MojoParameter(name = "classNamePattern", value = "{slug}")
  @MojoParameter(name = "timezone", value = "UTC")
  void revisionStandsNextToItsParent(RevisionMojo revision) throws Exception {
    source("CreateAccount", "id = \"1975ea83b712\"");

    revision.execute();

    assertThat(shop.readSource("shop/AddAccountEmail.java"))
        .contains("downRevision = \"1975ea83b712\"", " +00:00\"");
    assertThat(log.lines())
        .containsExactly("Wrote src/main/java/shop/AddAccountEmail.java: revision 27c6a30d7c24,"
            + " after 1975ea83b712.");
  }

  @Test
  @InjectMojo(goal = "revision")
  @MojoParameter(name = "message", value = "create account")
  @MojoParameter(name = "revId", value = "1975ea83b712")
  @MojoParameter(name = "classNamePattern", value = "{slug}")
  void firstRevisionStandsInAPackageOfTheProject(RevisionMojo revision) throws Exception {
    revision.execute();

    assertThat(log.lines())
        .containsExactly("Wrote src/main/java/com/example/migrations/CreateAccount.java: revision"
            + " 1975ea83b712, the first of its line.");
  }

  @Test
  @InjectMojo(goal = "revision")
  @MojoParameter(name = "packageName", value = "other.place")
  @MojoParameter(name = "branchLabel", value = "billing, mail")
  @MojoParameter(name = "dependsOn", value = "3f0b")
  @MojoParameter(name = "head", value = "27c6")
  @MojoParameter(name = "classNamePattern", value = "{slug}")
  void revisionTakesWhatAlembicsTakes(RevisionMojo revision) throws Exception {
    twoHeads();

    revision.execute();

    assertThat(shop.readSource("other/place/Revision.java"))
        .contains("downRevision = \"27c6a30d7c24\"")
        .contains("branchLabels = {\"billing\", \"mail\"}")
        .contains("dependsOn = \"3f0b8c51d9e6\"");
  }

  @Test
  @InjectMojo(goal = "revision")
  void ambiguousParent_namesTheParameter(RevisionMojo revision) {
    twoHeads();

    assertThatThrownBy(revision::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("[multiple-heads] 'head' could be any of 2 revisions.")
        .hasMessageContaining("where: goal 'revision' (<head>, -Dmigrate.head)");
  }

  @Test
  @InjectMojo(goal = "revision")
  @MojoParameter(name = "timezone", value = "Mars/Base")
  void unknownTimeZone_isRefused(RevisionMojo revision) {
    assertThatThrownBy(revision::execute).hasMessage("""

        [illegal-source-name] There is no time zone 'Mars/Base'.
          where: <timezone>, -Dmigrate.timezone
          fix: write a name such as 'UTC' or 'Europe/Berlin', or an offset such as '+01:00'.""");
  }

  @Test
  @InjectMojo(goal = "revision")
  void ofSeveralModules_oneMustBeChosen(RevisionMojo revision) throws Exception {
    MavenProject other = new MavenProject();
    other.setArtifactId("core");
    other.setPackaging("jar");
    shop.session.setProjects(List.of(shop.project, other));

    assertThatThrownBy(revision::execute).hasMessage("""

        [unchosen-module] Goal 'revision' writes in one module, and there are 2.
          modules: shop, core
          fix:
            1. name it: mvn migrate:revision -pl :shop ...
            2. or call the goal in the module's directory.""");

    shop.session.getRequest().setSelectedProjects(List.of(":core"));
    revision.execute();
    assertThat(log.lines()).isEmpty();

    shop.session.getRequest().setSelectedProjects(List.of("com.example:shop"));
    revision.execute();
    assertThat(log.lines()).hasSize(1);
  }

  @Test
  @InjectMojo(goal = "merge")
  @MojoParameter(name = "revId", value = "6d28b9f3e4a1")
  @MojoParameter(name = "classNamePattern", value = "{slug}")
  void mergeJoinsAllHeads_thoughTheProjectDoesNotCompile(MergeMojo merge) throws Exception {
    twoHeads();

    merge.execute();

    assertThat(shop.readSource("shop/MergeHeads.java"))
        .contains("downRevision = {\"27c6a30d7c24\", \"3f0b8c51d9e6\"}")
        .contains("message = \"merge heads\"");
    assertThat(log.lines())
        .containsExactly("Wrote src/main/java/shop/MergeHeads.java: revision 6d28b9f3e4a1,"
            + " after 27c6a30d7c24, 3f0b8c51d9e6.");
  }

  @Test
  @InjectMojo(goal = "rebase")
  @MojoParameter(name = "revision", value = "3f0b")
  void rebasePutsOneHeadOnTopOfTheOther(RebaseMojo rebase) throws Exception {
    twoHeads();

    rebase.execute();

    assertThat(shop.readSource("shop/AddName.java"))
        .contains("@Revision(id = \"3f0b8c51d9e6\", downRevision = \"27c6a30d7c24\")");
    assertThat(log.lines())
        .containsExactly("Edited src/main/java/shop/AddName.java: 3f0b8c51d9e6 (shop.AddName) now"
            + " comes after 27c6a30d7c24.");
  }

  @Test
  @InjectMojo(goal = "rebase")
  @MojoParameter(name = "onto", value = "3f0b")
  void rebaseMovesTheHeadThatIsNotNamed(RebaseMojo rebase) throws Exception {
    twoHeads();

    rebase.execute();

    assertThat(shop.readSource("shop/AddEmail.java")).contains("downRevision = \"3f0b8c51d9e6\"");
  }

  @Test
  @InjectMojo(goal = "rebase")
  void rebaseOfNothingInParticular_isRefused(RebaseMojo rebase) {
    twoHeads();

    assertThatThrownBy(rebase::execute).hasMessage("""

        [missing-option] Goal 'rebase' does not know which head to move, and where.
          where: <revision>, -Dmigrate.revision and <onto>, -Dmigrate.onto
          heads:
            27c6a30d7c24 (shop.AddEmail)
            3f0b8c51d9e6 (shop.AddName)
          fix: pass both; where there are two heads, one of them is enough.""");
  }

  @Test
  @InjectMojo(goal = "rebase")
  @MojoParameter(name = "revision", value = "3f0b")
  void whatTheDatabaseHasBeenThrough_isNotMoved(RebaseMojo rebase) throws Exception {
    twoHeads();
    shop.withProperty("migrate.url", shop.url);
    execute("CREATE TABLE alembic_version (version_num VARCHAR(32))");
    execute("INSERT INTO alembic_version VALUES ('3f0b8c51d9e6')");
    String before = shop.readSource("shop/AddName.java");

    assertThatThrownBy(rebase::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("[already-applied] The database has been through what would move.");
    assertThat(shop.readSource("shop/AddName.java")).isEqualTo(before);
  }

  @Test
  @InjectMojo(goal = "rebase")
  @MojoParameter(name = "revision", value = "3f0b")
  void databaseThatIsNotThere_keepsNobodyFromRebasing(RebaseMojo rebase) throws Exception {
    twoHeads();
    shop.withProperty("migrate.url", "jdbc:h2:mem:none;IFEXISTS=TRUE");

    rebase.execute();

    assertThat(log.lines())
        .first()
        .isEqualTo("WARNING The database was not asked. There is no connection to the database.");
    assertThat(shop.readSource("shop/AddName.java")).contains("\"27c6a30d7c24\"");
  }

  @Test
  @InjectMojo(goal = "init")
  void initSaysWhatThePomLacks_andWritesAnExample(InitMojo init) throws Exception {
    shop.write("../../pom.xml", "<project>\n</project>\n");

    init.execute();

    assertThat(log.lines())
        .first()
        .isEqualTo("The POM lacks these lines; -Dmigrate.editPom adds them:");
    assertThat(log.lines())
        .contains("      <artifactId>lambic-runtime</artifactId>", "  <build>")
        .last()
        .asString()
        .startsWith("Wrote src/main/java/com/example/migrations/V");
    assertThat(Files.readString(shop.project.getFile().toPath()))
        .isEqualTo("<project>\n</project>\n");
  }

  @Test
  @InjectMojo(goal = "init")
  @MojoParameter(name = "editPom", value = "true")
  void initAddsToThePom_once(InitMojo init) throws Exception {
    twoHeads();
    Path pom = shop.project.getFile().toPath();
    Files.writeString(pom, "<project>\n  <!-- <build> -->\n</project>\n");

    init.execute();
    String edited = Files.readString(pom);
    init.execute();

    assertThat(edited).contains("migrate-maven-plugin", "lambic-processor", "lambic-runtime");
    assertThat(Files.readString(pom)).isEqualTo(edited);
    assertThat(log.lines())
        .containsExactly(
            "Added to pom.xml: the runtime, the annotation processor, the goals.",
            "The project has 3 revisions; no example is needed.",
            "The POM has everything.",
            "The project has 3 revisions; no example is needed.");
    assertThat(sources()).hasSize(3);
  }

  private List<Path> sources() throws IOException {
    try (java.util.stream.Stream<Path> files =
        Files.walk(shop.project.getBasedir().toPath().resolve("src"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
