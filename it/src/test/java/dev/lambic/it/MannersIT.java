package dev.lambic.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.it.Project.Build;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin in builds of many kinds. */
class MannersIT {
  private static final String MIGRATIONS = "src/main/java/com/example/shop/migrations/";

  @TempDir
  Path temporary;

  private Project shop;

  @BeforeEach
  void copy() {
    shop = Project.quickstart(temporary.resolve("shop"));
  }

  @Test
  void modulesAtATime_keepApart() {
    Project root = Project.in(temporary.resolve("root"));
    List<String> names = List.of("alpha", "beta", "gamma");
    for (String name : names) {
      Project module = Project.quickstart(root.folder().resolve(name));
      module
          .replace(
              "pom.xml", "<artifactId>shop</artifactId>", "<artifactId>" + name + "</artifactId>")
          .replace("pom.xml", "</modelVersion>", """
              </modelVersion>
                <parent>
                  <groupId>com.example</groupId>
                  <artifactId>root</artifactId>
                  <version>1.0.0</version>
                </parent>""")
          .replaceIn("CreateAccount", "Ada Lovelace", name + " Lovelace");
    }
    root.write("plain/pom.xml", """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>com.example</groupId>
            <artifactId>root</artifactId>
            <version>1.0.0</version>
          </parent>
          <artifactId>plain</artifactId>
        </project>
        """);
    root.write("pom.xml", """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>root</artifactId>
          <version>1.0.0</version>
          <packaging>pom</packaging>
          <properties>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
            <maven.compiler.release>17</maven.compiler.release>
          </properties>
          <modules>
            <module>alpha</module>
            <module>beta</module>
            <module>gamma</module>
            <module>plain</module>
          </modules>
          <build>
            <pluginManagement>
              <plugins>
                <plugin>
                  <groupId>org.apache.maven.plugins</groupId>
                  <artifactId>maven-resources-plugin</artifactId>
                  <version>3.3.1</version>
                </plugin>
                <plugin>
                  <groupId>org.apache.maven.plugins</groupId>
                  <artifactId>maven-compiler-plugin</artifactId>
                  <version>3.16.0</version>
                </plugin>
              </plugins>
            </pluginManagement>
          </build>
        </project>
        """);

    Build build = root.maven(
            "-T4",
            "dev.lambic:migrate-maven-plugin:" + System.getProperty("it.version") + ":upgrade")
        .succeeds();

    for (String name : names) {
      Project module = Project.in(root.folder().resolve(name));
      assertThat(module.versions()).containsExactly("7e50c3a6f812");
      assertThat(module.query("SELECT first_name FROM account ORDER BY id").get(0))
          .isEqualTo(name);
    }
    assertThat(build.output())
        .contains("Skipped: the module has no revisions.")
        .doesNotContain("not marked as thread-safe", "[WARNING]");
  }

  @Test
  void valuesComeFromTheFirstPlaceThatHasThem_andSecretsAreShownNowhere() {
    shop.maven("compile").succeeds();
    String other = "jdbc:h2:" + shop.folder().resolve("target/other");
    shop.write("production.properties", "migrate.url=" + other + "\nmigrate.password=hunter2\n");

    Build file = shop.maven(
            "-X", "migrate:current-no-fork", "-Dmigrate.propertiesFile=production.properties")
        .succeeds();
    assertThat(file.output())
        .contains(
            "migrate.url = " + other + " (from " + shop.folder().resolve("production.properties"))
        .contains("migrate.password = **** (from ")
        .doesNotContain("hunter2", "maven-compiler-plugin:3.16.0:compile");

    Build environment = shop.maven(
            List.of("MIGRATE_URL=jdbc:h2:mem:env", "MIGRATE_PASSWORD=hunter2"),
            "-X",
            "migrate:current-no-fork",
            "-Dmigrate.propertiesFile=production.properties")
        .succeeds();
    assertThat(environment.output()).contains("jdbc:h2:mem:env is at no revision");

    Build line = shop.maven(
            List.of("MIGRATE_URL=jdbc:h2:mem:env"),
            "migrate:current-no-fork",
            "-Dmigrate.url=jdbc:h2:mem:line")
        .succeeds();
    assertThat(line.output()).contains("jdbc:h2:mem:line is at no revision");
  }

  @Test
  void encryptedPasswordOfAServer_isDecrypted_andShownNowhere() {
    // 'correct horse', encrypted with the master password 'lambic'.
    shop.write("security.xml", """
        <settingsSecurity>
          <master>%s</master>
        </settingsSecurity>
        """.formatted(encrypted("--encrypt-master-password", "lambic")));
    String password = encrypted("--encrypt-password", "correct horse");
    shop.withServer("shop-db", "shop", password);
    shop.maven("migrate:upgrade").succeeds();
    shop.execute("CREATE USER shop PASSWORD 'correct horse' ADMIN");

    Build build = shop.maven(
            "-X",
            "migrate:current",
            "-Dmigrate.serverId=shop-db",
            "-Dsettings.security=" + shop.folder().resolve("security.xml"))
        .succeeds();
    assertThat(build.output())
        .contains("migrate.user = shop (from server 'shop-db' of settings.xml)")
        .contains("7e50c3a6f812 (head)")
        .doesNotContain("correct horse");
  }

  private String encrypted(String how, String password) {
    Build build = shop.maven(
            how, password, "-Dsettings.security=" + shop.folder().resolve("security.xml"))
        .succeeds();
    return build
        .output()
        .lines()
        .filter(line -> line.startsWith("{"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void namedModule_runsAsAnyOther() {
    shop.write("src/main/java/module-info.java", """
        module com.example.shop {
          requires dev.lambic.runtime;
          requires java.sql;
          provides dev.lambic.script.RevisionIndex with %s;
        }
        """.formatted(index()));
    shop.maven("migrate:upgrade").succeeds();
    assertThat(shop.versions()).containsExactly("7e50c3a6f812");
    shop.maven("migrate:revision", "migrate:upgrade", "-Dmigrate.revId=8f00aa11bb22")
        .succeeds();
    assertThat(shop.versions()).containsExactly("8f00aa11bb22");
  }

  /** The name hangs on the module's package alone. */
  private String index() {
    shop.maven("compile").succeeds();
    String services = shop.read("target/classes/META-INF/services/dev.lambic.script.RevisionIndex");
    return services.strip();
  }

  @Test
  void lombok_worksBesideTheProcessor() {
    shop.replace("pom.xml", "<annotationProcessorPaths>", """
        <annotationProcessorPaths>
                    <path>
                      <groupId>org.projectlombok</groupId>
                      <artifactId>lombok</artifactId>
                      <version>1.18.48</version>
                    </path>""");
    shop.replace("pom.xml", "<dependencies>", """
        <dependencies>
            <dependency>
              <groupId>org.projectlombok</groupId>
              <artifactId>lombok</artifactId>
              <version>1.18.48</version>
              <scope>provided</scope>
            </dependency>""");
    shop.write("src/main/java/com/example/shop/Colour.java", """
        package com.example.shop;

        @lombok.Value
        public class Colour {
          String name;
        }
        """);
    shop.addMigration(
        "AddColour",
        "8f00aa11bb22",
        "op.execute(\"ALTER TABLE product ADD COLUMN \""
            + " + new com.example.shop.Colour(\"colour\").getName() + \" VARCHAR(20)\");");
    shop.maven("migrate:upgrade").succeeds();
    assertThat(shop.columnsOf("product")).contains("colour");
    shop.maven("migrate:revision", "-Dmigrate.classNamePattern={slug}").succeeds();
    assertThat(shop.read(MIGRATIONS + "Revision.java")).contains("downRevision = \"8f00aa11bb22\"");
  }
}
