package dev.lambic.benchmarks;

import dev.lambic.operations.Operations;
import dev.lambic.processor.RevisionProcessor;
import dev.lambic.runtime.ContextOptions;
import dev.lambic.runtime.MigrationContext;
import dev.lambic.script.Script;
import dev.lambic.script.ScriptDirectory;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes histories: the revisions as classes that Lambic's processor has indexed, and for the others the very statements
 * that Lambic makes of them.
 */
final class HistoryWriter {
  private final Path folder;
  private final Set<Path> written = new HashSet<>();

  /** One for each jar, so that its classes are loaded once, as where they are on the class path. */
  private final Map<Path, ClassLoader> loaders = new HashMap<>();

  HistoryWriter(Path folder) {
    this.folder = folder;
  }

  /** Returns a line of so many revisions for a database; the files are made when they are first asked for. */
  History history(Database database, int revisions) throws Exception {
    Path jar = jar(revisions);
    ClassLoader loader = loaders.get(jar);
    if (loader == null) {
      loader =
          new URLClassLoader(new URL[] {jar.toUri().toURL()}, HistoryWriter.class.getClassLoader());
      loaders.put(jar, loader);
    }
    History history = new History(database, revisions, jar.getParent(), loader);
    if (written.add(history.sqlFolder())) {
      writeSql(history, ScriptDirectory.load(loader).upgradePlan("head", List.of()));
    }
    return history;
  }

  /** Returns such a line as classes alone, which are the same for every database. */
  Path jar(int revisions) throws IOException {
    Path place = folder.resolve("history-" + revisions);
    Path jar = place.resolve("revisions.jar");
    if (written.add(jar)) {
      Folders.delete(place);
      Path classes = Files.createDirectories(place.resolve("classes"));
      Compilation.of(RevisionSources.of(revisions)).to(classes).with(new RevisionProcessor());
      pack(classes, jar);
    }
    return jar;
  }

  private static void pack(Path classes, Path jar) throws IOException {
    URI uri = URI.create("jar:" + jar.toUri());
    try (FileSystem archive = FileSystems.newFileSystem(uri, Map.of("create", "true"));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.sorted().toList()) {
        Path inside = archive.getPath("/" + classes.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(inside);
        } else {
          Files.copy(file, inside);
        }
      }
    }
  }

  private static void writeSql(History history, List<Script> scripts) throws Exception {
    Files.createDirectories(history.sqlFolder());
    List<String> all = new ArrayList<>();
    StringBuilder changeLog = new StringBuilder("--liquibase formatted sql\n");
    int number = 0;
    for (Script script : scripts) {
      List<String> statements = statements(history.database(), script);
      all.addAll(statements);
      String sql = String.join(";\n", statements) + ";\n";
      number++;
      Files.writeString(
          history.sqlFolder().resolve("V%d__change_customers.sql".formatted(number)), sql);
      changeLog.append("\n--changeset acme:").append(number).append('\n').append(sql);
    }
    Files.write(history.statementFile(), all);
    Files.writeString(history.folder().resolve(history.changeLog()), changeLog);
  }

  /** What a script says, and what the database would be told, is the same; each statement in one line. */
  private static List<String> statements(Database database, Script script) throws Exception {
    StringBuilder output = new StringBuilder();
    MigrationContext context = MigrationContext.configure(ContextOptions.builder()
        .dialectName(database.dialect())
        .outputBuffer(output)
        .build());
    script.newMigration().upgrade(new Operations(context));
    List<String> statements = Stream.of(output.toString().split(";\n\n"))
        .map(sql -> sql.strip().replaceAll("\\s+", " "))
        .toList();
    if (statements.size() != History.STATEMENTS) {
      throw new IllegalStateException("a revision of other than three statements: " + statements);
    }
    return statements;
  }
}
