package dev.lambic.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * What a step has executed so far, as far as a failure has to report it: how many statements, and which of them cannot be
 * rolled back any more.
 */
final class StatementLog {
  private static final int MOST_KEPT = 20;

  private final List<String> waiting = new ArrayList<>();
  private final List<String> permanent = new ArrayList<>();
  private int finished;
  private int permanentCount;
  private boolean leftTheContext;

  void clear() {
    waiting.clear();
    permanent.clear();
    finished = 0;
    permanentCount = 0;
    leftTheContext = false;
  }

  void started(String sql) {
    if (waiting.size() < MOST_KEPT) {
      waiting.add(sql);
    }
  }

  /** Notes that the statement has been executed, and whether it made itself and all before it permanent. */
  void finished(boolean isPermanent) {
    finished++;
    if (isPermanent) {
      permanentCount = finished;
      waiting.stream().limit(MOST_KEPT - permanent.size()).forEach(permanent::add);
      waiting.clear();
    }
  }

  /** Notes that the step has taken the connection, on which it may have executed what is not noted here. */
  void leftTheContext() {
    leftTheContext = true;
  }

  boolean hasLeftTheContext() {
    return leftTheContext;
  }

  /** The place of the statement at hand among those of the step, counted from 1. */
  int position() {
    return finished + 1;
  }

  /** How many statements a rollback undoes. */
  int reversibleCount() {
    return finished - permanentCount;
  }

  int permanentCount() {
    return permanentCount;
  }

  /** The first of the statements that no rollback undoes. */
  List<String> permanent() {
    return List.copyOf(permanent);
  }
}
