package dev.lambic.script;

import java.util.List;

/**
 * One move of a stamp: rows of the version table that give way to others, without a migration being run.
 *
 * @param from the revisions that give way
 * @param to the revisions that take their place; none when the rows are only removed
 * @param isUpgrade whether the move goes up the history
 * @param branchMove whether a branch as a whole comes or goes: {@code from} or {@code to} is empty
 */
public record StampMove(List<String> from, List<String> to, boolean isUpgrade, boolean branchMove) {
  public StampMove {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }
}
