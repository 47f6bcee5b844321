package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.config.Config;
import dev.lambic.script.ScriptDirectory;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Server;
import org.junit.jupiter.api.Test;

class SharedParametersTest extends GoalTest {

  @Test
  @InjectMojo(goal = "upgrade")
  @MojoParameter(name = "versionTable", value = "shop_version")
  @MojoParameter(name = "versionTableSchema", value = "admin")
  @MojoParameter(name = "transactionPerMigration", value = "true")
  void parametersBecomeTheConfiguration(UpgradeMojo upgrade) throws Exception {
    ProjectBuild build = shop.build("upgrade");
    try (ProjectClassLoader loader = build.classLoader()) {
      Config config = upgrade.config(upgrade.options(), loader, ScriptDirectory.of(List.of()));

      assertThat(config.displayUrl()).contains(shop.url);
      assertThat(config.contextOptions().versionTable().name()).hasToString("admin.shop_version");
      assertThat(config.contextOptions().transactionPerMigration()).isTrue();
    }
  }

  @Test
  @InjectMojo(goal = "current")
  @MojoParameter(name = "url", value = "jdbc:h2:mem:configured")
  void configuredUrlGoesBeforeTheProperty(CurrentMojo current) throws Exception {
    current.execute();

    assertThat(log.lines()).singleElement().asString().startsWith("jdbc:h2:mem:configured is at");
  }

  @Test
  @InjectMojo(goal = "current")
  @MojoParameter(name = "user", value = "shop")
  @MojoParameter(name = "password", value = "correct horse")
  void userAndPasswordReachTheDatabase(CurrentMojo current) throws Exception {
    execute("CREATE USER shop PASSWORD 'correct horse' ADMIN");

    current.execute();

    assertThat(log.lines()).hasSize(1);
  }

  @Test
  @InjectMojo(goal = "current")
  @MojoParameter(name = "user", value = "shop")
  void refusedPassword_isNotShown(CurrentMojo current) throws Exception {
    execute("CREATE USER shop PASSWORD 'correct horse' ADMIN");
    shop.withProperty("migrate.password", "battery staple");

    assertThatThrownBy(current::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("""

            [connection-failed] There is no connection to the database.
              where: goal 'current' (<url>, -Dmigrate.url)
              url: %s
              user: shop
              database says: Wrong user name or password [28000-252] (SQLState 28000)
              fix: correct 'user' and 'password'; the database is there, but does not let them in.""".formatted(shop.url));
  }

  @Test
  @InjectMojo(goal = "current")
  @MojoParameter(name = "driver", value = "org.h2.Drover")
  void missingDriver_mayAlsoBeGivenToThePlugin(CurrentMojo current) {
    assertThatThrownBy(current::execute).hasMessage("""

            [missing-driver] The driver class 'org.h2.Drover' is not on the class path.
              where: goal 'current' (<url>, -Dmigrate.url)
              url: %s
              fix:
                1. add the jar that holds it to the dependencies, or correct the name in 'driver'.
                2. or give the driver to the goals alone: as a <dependency> of migrate-maven-plugin.""".formatted(shop.url));
  }

  @Test
  @InjectMojo(goal = "upgrade")
  void missingUrl_isSaidInXmlToo(UpgradeMojo upgrade) throws Exception {
    shop.session.getUserProperties().clear();

    assertThatThrownBy(upgrade::execute)
        .isInstanceOf(MojoFailureException.class)
        .extracting(failure -> failure.getMessage().replaceAll("<version>.*?<", "<version>1.2.3<"))
        .isEqualTo("""

            [missing-option] Goal 'upgrade' does not know which database to connect to.
              where: project 'shop' (<url>, -Dmigrate.url)
              fix:
                1. pass it: mvn migrate:upgrade -Dmigrate.url=jdbc:h2:./shop
                2. or let the environment have it: MIGRATE_URL=jdbc:h2:./shop
                3. or keep it in the POM:
                   <plugin>
                     <groupId>dev.lambic</groupId>
                     <artifactId>migrate-maven-plugin</artifactId>
                     <version>1.2.3</version>
                     <configuration>
                       <url>jdbc:h2:./shop</url>
                     </configuration>
                   </plugin>""");
  }

  @Test
  @InjectMojo(goal = "downgrade")
  @MojoParameter(name = "skip", value = "true")
  void skippedGoal_doesNotEvenLookAtItsParameters(DowngradeMojo downgrade) throws Exception {
    downgrade.execute();

    assertThat(log.lines()).containsExactly("Skipped: 'skip' (migrate.skip) is set.");
  }

  @Test
  @InjectMojo(goal = "downgrade")
  void projectWithoutClasses_isSkippedWithoutAWord(DowngradeMojo downgrade) throws Exception {
    shop.project.setPackaging("pom");

    downgrade.execute();

    assertThat(log.lines()).isEmpty();
  }

  @Test
  @InjectMojo(goal = "upgrade")
  void contextClassLoaderIsLeftAsItWas(UpgradeMojo upgrade) throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();

    upgrade.execute();

    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  @Test
  @InjectMojo(goal = "upgrade")
  void withStackTraces_theCauseIsShown(UpgradeMojo upgrade) {
    shop.session.getRequest().setShowErrors(true);
    shop.withProperty("migrate.url", "jdbc:h2:mem:none;IFEXISTS=TRUE;PASSWORD=battery");

    assertThatThrownBy(upgrade::execute)
        .hasMessageContaining("url: jdbc:h2:mem:none;IFEXISTS=TRUE;PASSWORD=****")
        .hasStackTraceContaining("Caused by: org.h2.jdbc.Jdbc")
        .satisfies(failure -> assertThat(failure).hasStackTraceContaining("IFEXISTS"));
  }

  private String urlOf(CurrentMojo current) throws Exception {
    return current.options().value(DatabaseOption.URL);
  }

  @Test
  @InjectMojo(goal = "current")
  @MojoParameter(name = "propertiesFile", value = "target/unit.properties")
  void theFirstPlaceThatHasAValueCounts(CurrentMojo current) throws Exception {
    shop.write("../unit.properties", "migrate.url=file\n");
    shop.session.getUserProperties().clear();
    shop.project.getProperties().setProperty("migrate.url", "pom");
    assertThat(urlOf(current)).isEqualTo("file");
    shop.session.getSystemProperties().setProperty("env.MIGRATE_URL", "environment");
    assertThat(urlOf(current)).isEqualTo("environment");
    shop.withProperty("migrate.url", "line");
    assertThat(urlOf(current)).isEqualTo("line");
  }

  @Test
  @InjectMojo(goal = "current")
  void missingPropertiesFile_isRefused(CurrentMojo current) {
    assertThatThrownBy(
            () -> Options.of(shop.build("current"), log).resolve(new File("no.properties")))
        .hasMessage("""
            [unusable-properties] The properties file does not exist.
              where: <propertiesFile>, -Dmigrate.propertiesFile
              file: no.properties
              fix: correct the name; where it is relative, it begins in the project's directory.""");
  }

  @Test
  void unknownKeyInThePropertiesFile_isRefused() throws Exception {
    Path file = Path.of("target/wrong.properties");
    Files.writeString(file, "migrate.urll=x\n");
    assertThatThrownBy(() -> Options.of(shop.build("current"), log).resolve(file.toFile()))
        .hasMessage("""
            [unusable-properties] The properties file has an unknown key 'migrate.urll'.
              file: target/wrong.properties
              keys: migrate.url, migrate.user, migrate.password, migrate.serverId, migrate.driver, migrate.versionTable, migrate.versionTableSchema
              did you mean: migrate.url, migrate.user
              fix: correct the key, or remove the line.""");
  }

  @Test
  @InjectMojo(goal = "current")
  @MojoParameter(name = "serverId", value = "shop-bd")
  void unknownServer_isRefused(CurrentMojo current) {
    Server server = new Server();
    server.setId("shop-db");
    shop.session.getRequest().setServers(List.of(server));
    assertThatThrownBy(current::execute).hasMessage("""

        [unusable-server] The settings have no server 'shop-bd'.
          where: <serverId>, -Dmigrate.serverId
          servers: shop-db
          did you mean: shop-db
          fix:
            add it to ~/.m2/settings.xml:
            <servers>
              <server>
                <id>shop-bd</id>
                <username>...</username>
                <password>...</password>
              </server>
            </servers>""");
  }

  @Test
  @InjectMojo(goal = "current")
  @MojoParameter(name = "serverId", value = "shop-db")
  void loginOfTheServer_reachesTheDatabase(CurrentMojo current) throws Exception {
    execute("CREATE USER shop PASSWORD 'correct horse' ADMIN");
    Server server = new Server();
    server.setId("shop-db");
    server.setUsername("shop");
    server.setPassword("correct horse");
    shop.session.getRequest().setServers(List.of(server));

    current.execute();

    assertThat(log.lines()).hasSize(1);
  }
}
