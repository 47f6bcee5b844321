package dev.lambic.script;

import java.util.List;

/**
 * One move of a stamp: rows of the version table that give way to others, without a migration being run.
 *
 * @param from the revisions that give way
 * @param to the revisions that take their place; none when the rows are only removed
 * @param isUpgrade whether the move goes up the history
 */
public record StampMove(List<String> from, List<String> to, boolean isUpgrade) {
  public StampMove {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }
}
