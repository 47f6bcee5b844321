package dev.lambic.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.it.Project.Build;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user meets who got something wrong: one clear message, and a database that is as it was. */
class FailuresIT {
  @TempDir
  Path temporary;

  private Project shop;

  @BeforeEach
  void copy() {
    shop = Project.quickstart(temporary.resolve("shop"));
  }

  private static void isClear(Build build) {
    assertThat(build.output())
        .doesNotContain("\tat ", "Caused by", "hunter2")
        .contains("BUILD FAILURE");
    assertThat(build.linesWith("] Failed to execute goal dev.lambic:migrate-maven-plugin"))
        .isEqualTo(1);
  }

  /** Compiles, and expects an error whose position is where a text stands in the source of a migration. */
  private void stopsTheCompileAt(String migration, String text, String error) {
    Build build = shop.maven("compile").fails();
    String position = shop.positionIn(migration, text);
    assertThat(build.output()).contains(migration + ".java:" + position + " " + error);
    assertThat(shop.folder().resolve("target/classes/META-INF/services")).doesNotExist();
  }

  @Test
  void aDuplicateId_stopsTheCompileAtBothIds() {
    shop.replaceIn("AddAccountEmail", "id = \"27c6a30d7c24\"", "id = \"1975ea83b712\"");
    String error = "[duplicate-revision] Two classes are the revision '1975ea83b712'.";
    stopsTheCompileAt("AddAccountEmail", "\"1975ea83b712\"", error);
    stopsTheCompileAt("CreateAccount", "\"1975ea83b712\"", error);
  }

  @Test
  void aMissingParent_stopsTheCompileAtItsName() {
    shop.replaceIn("CreateOrders", "\"27c6a30d7c24\"", "\"27c6a30d7c42\"");
    stopsTheCompileAt(
        "CreateOrders",
        "\"27c6a30d7c42\"",
        "[missing-parent] Revision '3f0b8c51d9e6' comes after '27c6a30d7c42', which is no revision of this project.");
  }

  @Test
  void aCircle_stopsTheCompile() {
    shop.replaceIn("CreateAccount", ", message", ", downRevision = \"27c6a30d7c24\", message");
    stopsTheCompileAt(
        "AddAccountEmail",
        "\"1975ea83b712\"",
        "[revision-cycle] Revisions come after each other in a circle, so that none of them can be the first.");
  }

  @Test
  void aPrivateClass_stopsTheCompile() {
    shop.replaceIn("IndexOrdersByDay", "public final class IndexOrdersByDay", "final class Hidden");
    shop.replaceIn("IndexOrdersByDay", "@Revision(", "final class IndexOrdersByDay {\n@Revision(");
    shop.replaceIn("IndexOrdersByDay", "final class Hidden", "private static final class Hidden");
    shop.replaceIn("IndexOrdersByDay", "\"orders\");\n  }\n}", "\"orders\");\n  }\n}}");
    stopsTheCompileAt(
        "IndexOrdersByDay",
        "class Hidden",
        "[class-not-accessible] Revision class 'com.example.shop.migrations.IndexOrdersByDay.Hidden' is private.");
  }

  @Test
  void aWrongUrl() {
    Build build = shop.maven(
            "migrate:upgrade", "-Dmigrate.url=jdbc:h2:tcp://localhost:1/shop;PASSWORD=hunter2")
        .fails();
    isClear(build);
    assertThat(build.output())
        .contains("[connection-failed] There is no connection to the database.")
        .contains("url: jdbc:h2:tcp://localhost:1/shop;PASSWORD=****");
  }

  @Test
  void aUrlOfNoKnownDatabase() {
    Build build =
        shop.maven("migrate:upgrade", "-Dmigrate.url=jdbc:h3:mem:shop").fails();
    isClear(build);
    assertThat(build.output())
        .contains("[unknown-database] No driver takes this URL.")
        .contains("did you mean: jdbc:h2:");
  }

  @Test
  void aWrongPassword_leavesTheDatabaseAsItWas() {
    shop.maven("migrate:upgrade", "-Dmigrate.revision=+1").succeeds();
    Build build = shop.maven("migrate:upgrade", "-Dmigrate.user=bob", "-Dmigrate.password=hunter2")
        .fails();
    isClear(build);
    assertThat(build.output()).contains("user: bob").contains("Wrong user name or password");
    assertThat(shop.versions()).containsExactly("1975ea83b712");
  }

  @Test
  void thePassword_isNotEvenInTheDebugOutput() {
    Build build = shop.maven(
            "-X",
            "migrate:upgrade",
            "-Dmigrate.user=bob",
            "-Dmigrate.password=hunter2",
            "-Dmigrate.skip")
        .succeeds();
    assertThat(build.output().lines().filter(line -> line.contains("(f) ")).toList())
        .noneMatch(line -> line.contains("hunter2"));
  }

  @Test
  void aMissingDriver() {
    shop.replace("pom.xml", "<scope>runtime</scope>", "<scope>test</scope>");
    Build build = shop.maven("migrate:upgrade").fails();
    isClear(build);
    assertThat(build.output())
        .contains("[missing-driver] The JDBC driver for this URL is not on the class path.")
        .contains("com.h2database:h2");
  }

  @Test
  void anUnknownRevision_leavesTheDatabaseAsItWas() {
    shop.maven("migrate:upgrade", "-Dmigrate.revision=+2").succeeds();
    Build build =
        shop.maven("migrate:upgrade", "-Dmigrate.revision=3f0b8c51d9e7").fails();
    isClear(build);
    assertThat(build.output())
        .contains("[unknown-revision] No revision matches '3f0b8c51d9e7'.")
        .contains("did you mean: 3f0b8c51d9e6 (create orders)");
    assertThat(shop.versions()).containsExactly("27c6a30d7c24");
    assertThat(shop.tables()).containsExactly("account", "alembic_version");
  }

  @Test
  void aMigrationWhoseSqlFails_leavesTheDatabaseAsItWas() {
    shop.maven("migrate:upgrade").succeeds();
    shop.addMigration("Broken", "8f00aa11bb22", """
        op.execute("UPDATE account SET first_name = 'lost'");
            op.execute("INSERT INTO nowhere VALUES (1)");""");
    Build build = shop.maven("migrate:upgrade").fails();
    isClear(build);
    assertThat(build.output())
        .contains("[statement-failed] The database refused a statement.")
        .contains("statement: INSERT INTO nowhere VALUES (1)")
        .contains("Table \"NOWHERE\" not found")
        .contains("during: upgrade of 8f00aa11bb22 (added by a test)")
        .contains("class: com.example.shop.migrations.Broken (Broken.java:12)")
        .contains("rolled back: everything that this step did");
    assertThat(shop.versions()).containsExactly("7e50c3a6f812");
    assertThat(shop.query("SELECT first_name FROM account ORDER BY id"))
        .containsExactly("Ada", "Grace");
  }

  @Test
  void revisionsWithoutAnIndex_showTheLinesThatThePomLacks() {
    shop.replace(
        "pom.xml",
        "<annotationProcessorPaths>",
        "<proc>none</proc>\n          <annotationProcessorPaths>");
    Build build = shop.maven("migrate:upgrade").fails();
    isClear(build);
    assertThat(build.output())
        .contains("[no-index]")
        .contains("<annotationProcessorPaths>")
        .contains("<artifactId>lambic-processor</artifactId>");
    assertThat(Files.exists(shop.folder().resolve("target/shop.mv.db"))).isFalse();
  }
}
