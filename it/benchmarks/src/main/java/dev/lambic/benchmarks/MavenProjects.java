package dev.lambic.benchmarks;

import dev.lambic.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import liquibase.Liquibase;
import org.flywaydb.core.Flyway;
import org.h2.Driver;

/** Writes a Maven project for each contender: the same history, a database of its own, the plugin as its guide has it. */
record MavenProjects(Path folder, Path repository) {
  /** The database, as a project's POM has it, and its file. */
  private static final String URL = "jdbc:h2:${project.basedir}/database";

  static final String DATABASE_FILE = "database.mv.db";

  /** Returns the builds that are compared; the first does nothing at all. */
  List<MavenBuild> write(History history) throws IOException {
    Folders.delete(folder);
    Path lambic = lambic(history);
    Path flyway = flyway(history);
    Path liquibase = liquibase(history);
    return List.of(
        build(lambic, "validate"),
        build(lambic, "process-classes"),
        build(lambic, "migrate:upgrade"),
        build(lambic, "migrate:upgrade-no-fork"),
        build(flyway, "flyway:migrate"),
        build(liquibase, "liquibase:update", "-Dliquibase.analytics.enabled=false"));
  }

  private MavenBuild build(Path project, String... arguments) {
    return new MavenBuild(project, repository, List.of(arguments));
  }

  private Path lambic(History history) throws IOException {
    Path project = project("lambic", LAMBIC_POM.formatted(URL, lambicVersion(), h2Version()));
    for (JavaFileObject source : RevisionSources.of(history.revisions())) {
      Path file = project.resolve("src/main/java" + source.getName());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getCharContent(false));
    }
    return project;
  }

  private Path flyway(History history) throws IOException {
    String version = Jars.versionOf(Flyway.class, "flyway-core");
    Path project = project("flyway", FLYWAY_POM.formatted(URL, version, h2Version()));
    Path sql = Files.createDirectories(project.resolve("sql"));
    try (Stream<Path> files = Files.list(history.sqlFolder())) {
      for (Path file : files.toList()) {
        Files.copy(file, sql.resolve(file.getFileName()));
      }
    }
    return project;
  }

  private Path liquibase(History history) throws IOException {
    String version = Jars.versionOf(Liquibase.class, "liquibase-core");
    Path project = project("liquibase", LIQUIBASE_POM.formatted(URL, version, h2Version()));
    Files.copy(history.folder().resolve(history.changeLog()), project.resolve("changelog.sql"));
    return project;
  }

  /** With a folder {@code .mvn}, by which Maven knows that the project ends there. */
  private Path project(String name, String pom) throws IOException {
    Path project = folder.resolve(name);
    Files.createDirectories(project.resolve(".mvn"));
    Files.writeString(project.resolve("pom.xml"), pom);
    return project;
  }

  private static String lambicVersion() {
    return Jars.versionOf(Command.class, "lambic-runtime");
  }

  private static String h2Version() {
    return Jars.versionOf(Driver.class, "h2");
  }

  private static final String LAMBIC_POM = """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>com.acme</groupId>
        <artifactId>lambic</artifactId>
        <version>1.0.0</version>
        <properties>
          <maven.compiler.release>17</maven.compiler.release>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          <migrate.url>%1$s</migrate.url>
          <migrate.user>sa</migrate.user>
        </properties>
        <dependencies>
          <dependency>
            <groupId>dev.lambic</groupId>
            <artifactId>lambic-runtime</artifactId>
            <version>%2$s</version>
          </dependency>
          <dependency>
            <groupId>com.h2database</groupId>
            <artifactId>h2</artifactId>
            <version>%3$s</version>
            <scope>runtime</scope>
          </dependency>
        </dependencies>
        <build>
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
              <configuration>
                <annotationProcessorPaths>
                  <path>
                    <groupId>dev.lambic</groupId>
                    <artifactId>lambic-processor</artifactId>
                    <version>%2$s</version>
                  </path>
                </annotationProcessorPaths>
              </configuration>
            </plugin>
            <plugin>
              <groupId>dev.lambic</groupId>
              <artifactId>migrate-maven-plugin</artifactId>
              <version>%2$s</version>
            </plugin>
          </plugins>
        </build>
      </project>
      """;

  private static final String FLYWAY_POM = """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>com.acme</groupId>
        <artifactId>flyway</artifactId>
        <version>1.0.0</version>
        <packaging>pom</packaging>
        <build>
          <plugins>
            <plugin>
              <groupId>org.flywaydb</groupId>
              <artifactId>flyway-maven-plugin</artifactId>
              <version>%2$s</version>
              <configuration>
                <url>%1$s</url>
                <user>sa</user>
                <locations>
                  <location>filesystem:${project.basedir}/sql</location>
                </locations>
              </configuration>
              <dependencies>
                <dependency>
                  <groupId>com.h2database</groupId>
                  <artifactId>h2</artifactId>
                  <version>%3$s</version>
                </dependency>
              </dependencies>
            </plugin>
          </plugins>
        </build>
      </project>
      """;

  private static final String LIQUIBASE_POM = """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>com.acme</groupId>
        <artifactId>liquibase</artifactId>
        <version>1.0.0</version>
        <packaging>pom</packaging>
        <build>
          <plugins>
            <plugin>
              <groupId>org.liquibase</groupId>
              <artifactId>liquibase-maven-plugin</artifactId>
              <version>%2$s</version>
              <configuration>
                <url>%1$s</url>
                <username>sa</username>
                <searchPath>${project.basedir}</searchPath>
                <changeLogFile>changelog.sql</changeLogFile>
                <showSummary>OFF</showSummary>
                <showBanner>false</showBanner>
              </configuration>
              <dependencies>
                <dependency>
                  <groupId>com.h2database</groupId>
                  <artifactId>h2</artifactId>
                  <version>%3$s</version>
                </dependency>
              </dependencies>
            </plugin>
          </plugins>
        </build>
      </project>
      """;
}
