package dev.lambic.it.runs;

import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** The calls to the database at which a process is killed: a few, or all with {@code -Dit.kills=all}. */
final class KillPoints {
  private static final int SAMPLE = 6;

  private KillPoints() {}

  /** Returns the numbers of the calls of a run, out of those that the run makes when nobody kills it. */
  static List<Integer> of(Histories history, DatabaseKind kind, RemoteUrls urls)
      throws SQLException {
    int calls = undisturbedCalls(history, kind, urls);
    int step = System.getProperty("it.kills", "").equals("all") ? 1 : Math.max(1, calls / SAMPLE);
    return IntStream.rangeClosed(1, calls)
        .filter(point -> (point - 1) % step == 0)
        .boxed()
        .toList();
  }

  private static int undisturbedCalls(Histories history, DatabaseKind kind, RemoteUrls urls)
      throws SQLException {
    try (TestDatabase database = new TestDatabase(kind);
        Child child = new Child()) {
      child.awaitReady();
      child.upgrade(history, database, urls.of(database), 0);
      return Integer.parseInt(child.answer().split(" ", -1)[2], 10);
    }
  }
}
