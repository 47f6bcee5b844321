package dev.lambic.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** A copy of the quickstart, in a folder of its own, built by the Maven that runs these tests. */
final class Project {
  private static final Path LOCAL_REPOSITORY = Path.of(System.getProperty("it.local.repository"));
  private static final String CHANGES = "src/main/java/com/example/shop/migrations/";

  /** Some Mavens print it at the end even where there are no colours. */
  private static final String RESET_COLOURS = "\u001B\\[0?m";

  private final Path folder;
  private String server = "";

  private Project(Path folder) {
    this.folder = folder;
  }

  /** Copies the quickstart, sources alone, as a fresh clone has it. */
  static Project quickstart(Path folder) {
    Path source = Path.of(System.getProperty("it.quickstart"));
    try {
      Files.walkFileTree(source, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
            throws IOException {
          if (directory.endsWith("target")) {
            return FileVisitResult.SKIP_SUBTREE;
          }
          Files.createDirectories(folder.resolve(source.relativize(directory)));
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
            throws IOException {
          Files.copy(file, folder.resolve(source.relativize(file)));
          return FileVisitResult.CONTINUE;
        }
      });
      return new Project(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A project in a folder, whatever is in it. */
  static Project in(Path folder) {
    try {
      Files.createDirectories(folder);
      return new Project(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Gives the user's settings a server. */
  void withServer(String id, String user, String password) {
    server = "<servers><server><id>" + id + "</id><username>" + user + "</username><password>"
        + password + "</password></server></servers>";
  }

  /** Replaces a text in a file; it must be there. */
  Project replace(String file, String text, String replacement) {
    String content = read(file);
    assertThat(content).as(file).contains(text);
    return write(file, content.replace(text, replacement));
  }

  /** Replaces a text in a migration. */
  Project replaceIn(String migration, String text, String replacement) {
    return replace(CHANGES + migration + ".java", text, replacement);
  }

  /** Returns where a text first stands in a migration, as Maven writes positions: {@code [13,10]}. */
  String positionIn(String migration, String text) {
    List<String> lines = read(CHANGES + migration + ".java").lines().toList();
    for (int line = 0; line < lines.size(); line++) {
      int column = lines.get(line).indexOf(text);
      if (column >= 0) {
        return "[" + (line + 1) + "," + (column + 1) + "]";
      }
    }
    throw new AssertionError(migration + " does not contain " + text);
  }

  /** Adds a migration that comes after the quickstart's last one. */
  Project addMigration(String name, String id, String upgrade) {
    return write(CHANGES + name + ".java", """
        package com.example.shop.migrations;

        import dev.lambic.Migration;
        import dev.lambic.Revision;
        import dev.lambic.operations.Operations;

        @Revision(id = "%s", downRevision = "7e50c3a6f812", message = "added by a test")
        public final class %s implements Migration {
          @Override
          public void upgrade(Operations op) {
            %s
          }
        }
        """.formatted(id, name, upgrade));
  }

  Project write(String file, String content) {
    try {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs Maven as a user would, and returns what it printed. */
  Build maven(String... arguments) {
    return maven(List.of(), arguments);
  }

  /** Runs Maven with environment variables, each {@code NAME=value}. */
  Build maven(List<String> environment, String... arguments) {
    // Each stream has a thread of its own.
    List<String> output = Collections.synchronizedList(new ArrayList<>());
    List<String> standardOutput = new ArrayList<>();
    InvocationRequest request = new DefaultInvocationRequest()
        .setBaseDirectory(folder.toFile())
        .setBatchMode(true)
        .setNoTransferProgress(true)
        .setUserSettingsFile(settings())
        .setLocalRepositoryDirectory(LOCAL_REPOSITORY.toFile())
        .setJavaHome(new File(System.getProperty("it.java.home")))
        .addArgs(List.of(arguments))
        .setOutputHandler(line -> {
          output.add(line);
          standardOutput.add(line);
        })
        .setErrorHandler(output::add);
    environment.forEach(one -> request.addShellEnvironment(
        one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1)));
    DefaultInvoker maven = new DefaultInvoker();
    maven.setMavenHome(new File(System.getProperty("it.maven.home")));
    try {
      InvocationResult result = maven.execute(request);
      return new Build(result.getExitCode(), text(output), text(standardOutput));
    } catch (MavenInvocationException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines).replaceAll(RESET_COLOURS, "");
  }

  /** Lets the build take from the outer build's repository what it has downloaded already. */
  private File settings() {
    Path settings = folder.resolveSibling(folder.getFileName() + "-settings.xml");
    String url = Path.of(System.getProperty("it.outer.repository")).toUri().toString();
    String repository = "<id>outer</id><url>" + url
        + "</url><releases><checksumPolicy>ignore</checksumPolicy></releases>"
        + "<snapshots><enabled>false</enabled></snapshots>";
    write(settings.toString(), """
        <settings>
          %2$s
          <profiles>
            <profile>
              <id>outer</id>
              <repositories><repository>%1$s</repository></repositories>
              <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
            </profile>
          </profiles>
          <activeProfiles><activeProfile>outer</activeProfile></activeProfiles>
        </settings>
        """.formatted(repository, server));
    return settings.toFile();
  }

  /** Returns the URL of the project's own database. */
  String url() {
    return "jdbc:h2:" + folder.resolve("target/shop");
  }

  void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Asks the project's own database; each row becomes one string, its columns joined by a blank. */
  List<String> query(String sql) {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> result = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        result.add(String.join(" ", row));
      }
      return result;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the tables, less the journal. */
  List<String> tables() {
    return names("SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'"
            + " AND table_name NOT LIKE '%_JOURNAL'")
        .stream()
        .sorted()
        .toList();
  }

  List<String> columnsOf(String table) {
    return names("SELECT column_name FROM information_schema.columns WHERE table_schema = 'PUBLIC'"
        + " AND table_name = '" + table.toUpperCase(Locale.ROOT) + "' ORDER BY ordinal_position");
  }

  List<String> indexes() {
    return names("SELECT index_name FROM information_schema.indexes WHERE table_schema = 'PUBLIC'"
        + " AND index_name LIKE 'IX%' ORDER BY 1");
  }

  /** H2's own LOWER follows the locale of the JVM. */
  private List<String> names(String sql) {
    return query(sql).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  List<String> versions() {
    return query("SELECT version_num FROM alembic_version ORDER BY 1");
  }

  /**
   * What a run of Maven came to.
   *
   * @param output what a terminal shows: with JDK 24 and later, the JVM's warnings about Maven's own libraries, too
   * @param standardOutput what a pipe gets
   */
  record Build(int exitCode, String output, String standardOutput) {
    Build succeeds() {
      assertThat(exitCode).as(output).isZero();
      return this;
    }

    Build fails() {
      assertThat(exitCode).as(output).isNotZero();
      return this;
    }

    /** Counts the lines that contain a text. */
    long linesWith(String text) {
      return output.lines().filter(line -> line.contains(text)).count();
    }
  }
}
