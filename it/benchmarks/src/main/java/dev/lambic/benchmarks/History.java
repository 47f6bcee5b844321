package dev.lambic.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of revisions, in the form that each contender wants it in; {@link HistoryWriter} makes the files.
 *
 * @param database whose SQL it is
 * @param revisions how many there are
 * @param folder where the files are
 * @param loader what loads the revisions
 */
record History(Database database, int revisions, Path folder, ClassLoader loader) {
  static final int STATEMENTS = 3;

  /** Returns the revisions as classes, with their index. */
  Path jar() {
    return folder.resolve("revisions.jar");
  }

  /** Returns the folder with a file of SQL for each revision. */
  Path sqlFolder() {
    return folder.resolve("flyway-" + database.dialect());
  }

  /** Returns the name of the file with all revisions as change sets, which is in the folder. */
  String changeLog() {
    return "liquibase-" + database.dialect() + ".sql";
  }

  /** Returns the file with all statements, one in a line. */
  Path statementFile() {
    return folder.resolve("statements-" + database.dialect() + ".sql");
  }

  /** Returns the statements of each revision, in order. */
  List<List<String>> statements() {
    try {
      List<String> lines = Files.readAllLines(statementFile());
      List<List<String>> statements = new ArrayList<>();
      for (int i = 0; i < lines.size(); i += STATEMENTS) {
        statements.add(lines.subList(i, i + STATEMENTS));
      }
      return statements;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
