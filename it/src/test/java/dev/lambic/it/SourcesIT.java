package dev.lambic.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lambic.it.Project.Build;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goals that write sources, and what they write compiled and run without an edit. */
class SourcesIT {
  private static final String MIGRATIONS = "src/main/java/com/example/shop/migrations/";

  @TempDir
  Path temporary;

  private Project shop;

  @BeforeEach
  void copy() {
    shop = Project.quickstart(temporary.resolve("shop"));
  }

  @Test
  void aNewRevision_runsWithoutAnEdit_andIsReported() throws Exception {
    Build build = shop.maven(
            "migrate:revision",
            "migrate:upgrade",
            "migrate:report",
            "migrate:history",
            "-Dmigrate.message=add product.colour",
            "-Dmigrate.classNamePattern={slug}",
            "-Dmigrate.revId=8f00aa11bb22",
            "-Dmigrate.graph=ascii",
            "-Dmigrate.indicateCurrent")
        .succeeds();
    assertThat(shop.read(MIGRATIONS + "AddProductColour.java"))
        .contains("downRevision = \"7e50c3a6f812\"", "message = \"add product.colour\"");
    assertThat(shop.versions()).containsExactly("8f00aa11bb22");
    assertThat(build.output())
        .contains("@  8f00aa11bb22 (head) (current), add product.colour")
        .contains("+-+");
    assertThat(shop.read("target/migrate-report.html"))
        .contains("is at 8f00aa11bb22, with everything applied.");
  }

  @Test
  void aForkThatDoesNotCompile_isJoinedByTheCommandThatTheCompilerNames() {
    shop.addMigration("AddColour", "8f00aa11bb22", "");
    shop.addMigration("AddWeight", "9e11bb22cc33", "");
    Build refused = shop.maven("migrate:upgrade").fails();
    assertThat(refused.output())
        .contains("join them: mvn migrate:merge -Dmigrate.revisions=8f00aa11bb22,9e11bb22cc33");

    shop.maven(
            "migrate:merge",
            "migrate:upgrade",
            "-Dmigrate.revisions=8f00aa11bb22,9e11bb22cc33",
            "-Dmigrate.revId=6d28b9f3e4a2")
        .succeeds();
    assertThat(shop.versions()).containsExactly("6d28b9f3e4a2");
  }

  @Test
  void aForkIsUndoneByRebase_unlessTheDatabaseHasBeenThroughIt() {
    shop.addMigration("AddColour", "8f00aa11bb22", "");
    shop.maven("migrate:upgrade").succeeds();
    shop.addMigration("AddWeight", "9e11bb22cc33", "");

    Build refused = shop.maven("migrate:rebase", "-Dmigrate.revision=8f00").fails();
    assertThat(refused.output())
        .contains("[already-applied] The database has been through what would move.");

    shop.maven("migrate:rebase", "migrate:upgrade", "-Dmigrate.revision=9e11").succeeds();
    assertThat(shop.read(MIGRATIONS + "AddWeight.java"))
        .contains("downRevision = \"8f00aa11bb22\"");
    assertThat(shop.versions()).containsExactly("9e11bb22cc33");
  }

  @Test
  void json_isAllThatAQuietMavenPrints() throws Exception {
    Build build = shop.maven("-q", "migrate:history", "-Dmigrate.json").succeeds();
    JsonNode history = new ObjectMapper().readTree(build.standardOutput());
    assertThat(history).hasSize(7);
    assertThat(history.get(0).get("revision").asText()).isEqualTo("7e50c3a6f812");
    assertThat(history.get(1).get("downRevisions")).hasSize(2);
  }

  @Test
  void log_saysWhichVersionRan() throws Exception {
    shop.maven("migrate:upgrade").succeeds();
    Build build = shop.maven("-q", "migrate:log", "-Dmigrate.json").succeeds();

    JsonNode log = new ObjectMapper().readTree(build.standardOutput());
    JsonNode first = log.get("steps").get(0);
    assertThat(first.get("tool").asText()).isEqualTo("Lambic " + System.getProperty("it.version"));
    assertThat(first.get("databaseUser").isNull()).as("%s", first).isTrue();
  }

  @Test
  void anEmptyProject_isSetUpByInit() {
    Project empty = Project.in(temporary.resolve("empty"));
    empty.write("pom.xml", """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>fresh</artifactId>
          <version>1</version>
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
            <migrate.url>%s</migrate.url>
          </properties>
          <dependencies>
            <dependency>
              <groupId>com.h2database</groupId>
              <artifactId>h2</artifactId>
              <version>2.5.252</version>
              <scope>runtime</scope>
            </dependency>
          </dependencies>
        </project>
        """.formatted(empty.url()));
    empty
        .maven(
            "dev.lambic:migrate-maven-plugin:" + System.getProperty("it.version") + ":init",
            "-Dmigrate.editPom")
        .succeeds();
    empty.maven("migrate:upgrade").succeeds();
    assertThat(empty.tables()).containsExactly("account", "alembic_version");
  }
}
