package dev.lambic.runtime;

import java.util.List;
import java.util.Optional;

/**
 * How the rows of the version table change with a step: some are deleted, then some inserted, then at most one is moved
 * from one revision to another. The last row that leaves becomes the last that comes, where there are both: that takes as
 * few statements as possible.
 *
 * @param leaving the rows that go or are moved away
 * @param coming the rows that come or are moved to
 */
record HeadChange(List<String> leaving, List<String> coming) {

  /** A row that names another revision afterwards. */
  record Move(String from, String to) {}

  HeadChange {
    leaving = List.copyOf(leaving);
    coming = List.copyOf(coming);
  }

  private boolean moves() {
    return !leaving.isEmpty() && !coming.isEmpty();
  }

  /** Returns the rows that go. */
  List<String> deletes() {
    return moves() ? leaving.subList(0, leaving.size() - 1) : leaving;
  }

  /** Returns the rows that come. */
  List<String> inserts() {
    return moves() ? coming.subList(0, coming.size() - 1) : coming;
  }

  /** Returns the row that is moved. */
  Optional<Move> update() {
    return moves()
        ? Optional.of(new Move(leaving.get(leaving.size() - 1), coming.get(coming.size() - 1)))
        : Optional.empty();
  }
}
