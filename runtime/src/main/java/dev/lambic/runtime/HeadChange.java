package dev.lambic.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the rows of the version table change with a step: some are deleted, some inserted, at most one is moved from one
 * revision to another. What leaves and what comes is sorted, so that the same step always writes the same statements.
 *
 * @param deletes the rows that go
 * @param inserts the rows that come
 * @param update the row that is moved
 */
record HeadChange(List<String> deletes, List<String> inserts, Optional<Move> update) {

  /** A row that names another revision afterwards. */
  record Move(String from, String to) {}

  /** Returns the change that takes some rows away and puts others in their place, with as few statements as possible. */
  static HeadChange of(List<String> leaving, List<String> coming) {
    List<String> deletes = new ArrayList<>(leaving.stream().sorted().toList());
    List<String> inserts = new ArrayList<>(coming.stream().sorted().toList());
    Optional<Move> update = deletes.isEmpty() || inserts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Move(deletes.remove(deletes.size() - 1), inserts.remove(inserts.size() - 1)));
    return new HeadChange(List.copyOf(deletes), List.copyOf(inserts), update);
  }
}
