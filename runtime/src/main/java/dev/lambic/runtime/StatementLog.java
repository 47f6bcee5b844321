package dev.lambic.runtime;

import dev.lambic.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a step has executed so far, as far as a failure has to report it: how many statements, and which of them cannot be
 * rolled back any more.
 */
final class StatementLog {
  private static final int MOST_KEPT = 20;

  private final List<String> waiting = new ArrayList<>();
  private final List<String> doubtful = new ArrayList<>();
  private final List<String> permanent = new ArrayList<>();
  private int finished;
  private int doubtfulCount;
  private int permanentCount;
  private boolean hasCommitted;
  private int undone;
  private int skipped;
  private boolean leftTheContext;
  private @Nullable Problem firstFailed;

  void clear() {
    waiting.clear();
    doubtful.clear();
    permanent.clear();
    finished = 0;
    doubtfulCount = 0;
    permanentCount = 0;
    hasCommitted = false;
    undone = 0;
    skipped = 0;
    leftTheContext = false;
    firstFailed = null;
  }

  /** Notes that a statement has been executed, and whether it made itself and all before it permanent. */
  void finished(String sql, boolean isPermanent) {
    finished++;
    if (waiting.size() < MOST_KEPT) {
      waiting.add(sql);
    }
    if (isPermanent) {
      committed();
    }
  }

  /** Notes that a statement need not be executed, as an earlier run has done so. */
  void skipped() {
    skipped++;
  }

  /** Notes that everything so far is permanent, what ran before the step included. */
  void committed() {
    hasCommitted = true;
    permanentCount = finished;
    doubtfulCount = finished;
    move(doubtful, permanent);
    move(waiting, permanent);
  }

  /** Notes that a statement has failed, and whether it may have made all before it permanent all the same. */
  void failed(Problem problem, boolean mayHaveCommitted) {
    if (firstFailed == null) {
      firstFailed = problem;
    }
    if (mayHaveCommitted) {
      doubtfulCount = finished;
      move(waiting, doubtful);
    }
  }

  /** Notes that the effect of the last statements has been taken away again. */
  void undone(int count) {
    undone += count;
    finished -= count;
    doubtfulCount = Math.min(doubtfulCount, finished);
    permanentCount = Math.min(permanentCount, finished);
    for (List<String> noted : List.of(waiting, doubtful, permanent)) {
      while (!noted.isEmpty() && waiting.size() + doubtful.size() + permanent.size() > finished) {
        noted.remove(noted.size() - 1);
      }
    }
  }

  private static void move(List<String> from, List<String> to) {
    from.stream().limit(MOST_KEPT - to.size()).forEach(to::add);
    from.clear();
  }

  /** Notes that the step has taken the connection, on which it may have executed what is not noted here. */
  void leftTheContext() {
    leftTheContext = true;
  }

  boolean hasLeftTheContext() {
    return leftTheContext;
  }

  /** Tells whether something has been committed since the step began, so that not all of it can be rolled back. */
  boolean hasCommitted() {
    return hasCommitted;
  }

  /** The failure of the first statement of the step that has failed, whether or not the migration went on. */
  Optional<Problem> firstFailed() {
    return Optional.ofNullable(firstFailed);
  }

  /** The place of the statement at hand among those of the step, counted from 1. */
  int position() {
    return skipped + finished + undone + 1;
  }

  /** How many statements a rollback undoes. */
  int reversibleCount() {
    return finished - doubtfulCount;
  }

  /** How many statements may or may not be undone by a rollback. */
  int doubtfulCount() {
    return doubtfulCount - permanentCount;
  }

  /** The first of the statements that may or may not be undone by a rollback. */
  List<String> doubtful() {
    return List.copyOf(doubtful);
  }

  int permanentCount() {
    return permanentCount;
  }

  /** The first of the statements that no rollback undoes. */
  List<String> permanent() {
    return List.copyOf(permanent);
  }
}
