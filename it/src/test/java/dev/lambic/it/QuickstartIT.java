package dev.lambic.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.it.Project.Build;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.h2.Driver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quickstart, used as its README says, and looked at with plain JDBC. */
class QuickstartIT {
  private static final List<String> TABLES_AT_HEAD =
      List.of("account", "alembic_version", "order_line", "orders", "product");

  @TempDir
  Path temporary;

  private Project shop;

  @BeforeEach
  void copy() {
    shop = Project.quickstart(temporary.resolve("shop"));
  }

  private void isAtHead() {
    assertThat(shop.versions()).containsExactly("7e50c3a6f812");
    assertThat(shop.tables()).isEqualTo(TABLES_AT_HEAD);
    assertThat(shop.columnsOf("account"))
        .containsExactly("id", "created_at", "email", "first_name", "last_name");
    assertThat(shop.indexes())
        .containsExactly("ix_account_email", "ix_orders_account_id", "ix_orders_placed_on");
    assertThat(shop.query("SELECT first_name, last_name, email FROM account ORDER BY id"))
        .containsExactly(
            "Ada Lovelace ada.lovelace@example.com", "Grace Hopper grace.hopper@example.com");
    assertThat(shop.query("SELECT status, total FROM orders ORDER BY id"))
        .containsExactly("paid; shipped 25.00", "new 40.50");
  }

  @Test
  void aFreshCloneCompilesOnce_upgradesAndShowsItsHistory() {
    Build build = shop.maven(
            "migrate:upgrade", "migrate:current", "migrate:history", "migrate:branches")
        .succeeds();
    isAtHead();
    assertThat(build.linesWith("Compiling 8 source files")).isEqualTo(1);
    assertThat(build.linesWith(":compile (default-compile)")).isEqualTo(1);
    assertThat(build.output())
        .contains("Running upgrade  -> 1975ea83b712, create account")
        .contains(
            "Running upgrade 4a91d2e07bc3, 5c7e1f84a2d0 -> 6d28b9f3e4a1, merge catalogue and names")
        .contains("7e50c3a6f812 (head)")
        .contains("27c6a30d7c24 -> 3f0b8c51d9e6 (branchpoint), create orders")
        .contains("<base> -> 1975ea83b712, create account")
        .contains("3f0b8c51d9e6 (branchpoint)", "             -> 4a91d2e07bc3");
  }

  @Test
  void downToBase_upAgain_andStamp() {
    shop.maven("migrate:upgrade").succeeds();
    isAtHead();

    Build down = shop.maven("migrate:downgrade", "-Dmigrate.revision=base").succeeds();
    assertThat(down.output()).contains("Running downgrade 1975ea83b712 -> , create account");
    assertThat(shop.tables()).containsExactly("alembic_version");
    assertThat(shop.versions()).isEmpty();

    shop.maven("migrate:upgrade", "-Dmigrate.revision=3f0b").succeeds();
    assertThat(shop.versions()).containsExactly("3f0b8c51d9e6");
    assertThat(shop.tables()).containsExactly("account", "alembic_version", "orders");
    assertThat(shop.query("SELECT name FROM account ORDER BY id"))
        .containsExactly("Ada Lovelace", "Grace Hopper");

    shop.maven("migrate:upgrade", "-Dmigrate.revision=4a91d2e07bc3").succeeds();
    assertThat(shop.versions()).containsExactly("4a91d2e07bc3");
    shop.maven("migrate:upgrade", "-Dmigrate.revision=5c7e1f84a2d0").succeeds();
    assertThat(shop.versions()).containsExactly("4a91d2e07bc3", "5c7e1f84a2d0");

    shop.maven("migrate:upgrade").succeeds();
    isAtHead();

    shop.maven("migrate:stamp", "-Dmigrate.revision=27c6a30d7c24").succeeds();
    assertThat(shop.versions()).containsExactly("27c6a30d7c24");
    assertThat(shop.tables()).isEqualTo(TABLES_AT_HEAD);
    shop.maven("migrate:stamp", "-Dmigrate.revision=head").succeeds();
    isAtHead();
  }

  @Test
  void planAndScript_sayWhatAnUpgradeDoes_withoutDoingIt() {
    Build plan = shop.maven("migrate:plan").succeeds();
    assertThat(plan.output())
        .contains("which is at <base>, 7 steps would run. Nothing has been executed.")
        .contains("1. upgrade <base> -> 1975ea83b712, create account")
        .contains("CREATE TABLE account (")
        .contains("The migration asks for a connection, but is only being written down.");
    assertThat(shop.tables()).isEmpty();

    shop.maven("migrate:upgrade", "-Dmigrate.sql=target/up.sql", "-Dmigrate.revision=3f0b")
        .succeeds();
    assertThat(shop.tables()).isEmpty();
    shop.execute("RUNSCRIPT FROM '" + shop.folder().resolve("target/up.sql") + "'");
    assertThat(shop.versions()).containsExactly("3f0b8c51d9e6");
    shop.maven("migrate:upgrade").succeeds();
    isAtHead();
  }

  @Test
  void nothingToDo_isSaidInOneLine() {
    shop.maven("migrate:upgrade").succeeds();
    Build again = shop.maven("migrate:upgrade").succeeds();
    assertThat(again.linesWith("Running upgrade")).isZero();
    assertThat(again.linesWith("Nothing to do")).isEqualTo(1);
  }

  @Test
  void aChangedMigrationIsCompiledBeforeItRuns() {
    shop.maven("migrate:upgrade").succeeds();
    shop.addMigration(
        "AddColour",
        "8f00aa11bb22",
        "op.execute(\"ALTER TABLE product ADD COLUMN colour VARCHAR(20)\");");
    shop.maven("migrate:upgrade").succeeds();
    assertThat(shop.versions()).containsExactly("8f00aa11bb22");
    assertThat(shop.columnsOf("product")).contains("colour");
  }

  @Test
  void boundToAPhase_aGoalTakesTheClassesThatTheBuildHasCompiled() {
    shop.replace(
        "pom.xml",
        "<artifactId>migrate-maven-plugin</artifactId>\n        <version>${lambic.version}</version>",
        """
        <artifactId>migrate-maven-plugin</artifactId>
                <version>${lambic.version}</version>
                <executions>
                  <execution>
                    <phase>process-classes</phase>
                    <goals>
                      <goal>upgrade</goal>
                    </goals>
                  </execution>
                </executions>""");
    Build build = shop.maven("process-classes").succeeds();
    assertThat(build.linesWith(":compile (default-compile)")).isEqualTo(1);
    isAtHead();
  }

  @Test
  void compiledInTheSameBuild_aGoalDoesNotCompileAgain() {
    Build build = shop.maven("compile", "migrate:upgrade").succeeds();
    assertThat(build.linesWith(":compile (default-compile)")).isEqualTo(1);
    isAtHead();
  }

  @Test
  void skip_doesNothingAtAll() {
    shop.maven("migrate:upgrade", "-Dmigrate.skip").succeeds();
    assertThat(shop.folder().resolve("target/classes")).doesNotExist();
    assertThat(shop.folder().resolve("target/shop.mv.db")).doesNotExist();
  }

  @Test
  void aProgramRunsTheSameUpgrade_withTheRuntimeAndTheDriverAlone() throws Exception {
    shop.maven("compile").succeeds();
    String classPath = Stream.of(
            shop.folder().resolve("target/classes").toString(),
            jar("dev/lambic/lambic-runtime"),
            Path.of(Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI())
                .toString())
        .reduce((left, right) -> left + java.io.File.pathSeparator + right)
        .orElseThrow();
    Process program = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            "com.example.shop.Upgrade",
            shop.url())
        .redirectErrorStream(true)
        .start();
    String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(program.waitFor()).as(output).isZero();
    assertThat(output).contains("7 steps; now at 7e50c3a6f812");
    isAtHead();
  }

  private static String jar(String artifact) throws IOException {
    Path folder = Path.of(System.getProperty("it.local.repository")).resolve(artifact);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".jar"))
          .findFirst()
          .orElseThrow();
    }
  }
}
