package dev.lambic.runtime;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the rows of the version table change with a step: some are deleted, then some inserted, then at most one is moved
 * from one revision to another.
 *
 * @param deletes the rows that go
 * @param inserts the rows that come
 * @param update the row that is moved
 */
record HeadChange(List<String> deletes, List<String> inserts, Optional<Move> update) {

  /** A row that names another revision afterwards. */
  record Move(String from, String to) {}

  HeadChange {
    deletes = List.copyOf(deletes);
    inserts = List.copyOf(inserts);
  }

  /**
   * Returns the change that takes some rows away and puts others in their place, with as few statements as possible: the
   * last row that leaves becomes the last that comes, where there are both.
   */
  static HeadChange of(List<String> leaving, List<String> coming) {
    if (leaving.isEmpty() || coming.isEmpty()) {
      return new HeadChange(leaving, coming, Optional.empty());
    }
    int last = leaving.size() - 1;
    int end = coming.size() - 1;
    return new HeadChange(
        leaving.subList(0, last),
        coming.subList(0, end),
        Optional.of(new Move(leaving.get(last), coming.get(end))));
  }

  /** Returns all rows that go or are moved away. */
  List<String> leaving() {
    return Stream.concat(deletes.stream(), update.stream().map(Move::from)).toList();
  }

  /** Returns all rows that come or are moved to. */
  List<String> coming() {
    return Stream.concat(inserts.stream(), update.stream().map(Move::to)).toList();
  }
}
