package dev.lambic.command;

import dev.lambic.script.Script;
import java.util.List;

/**
 * Where a database stands.
 *
 * @param scripts the revisions that the version table names, and the ends of the branches that they imply through
 *     dependencies, in the order of their ids
 * @param unknown the ids in the version table that the history does not have
 * @param rows all ids in the version table, sorted
 * @param heads the ids that would be in it if everything had been applied
 */
public record CurrentResult(
    List<Script> scripts, List<String> unknown, List<String> rows, List<String> heads) {
  public CurrentResult {
    scripts = List.copyOf(scripts);
    unknown = List.copyOf(unknown);
    rows = List.copyOf(rows);
    heads = List.copyOf(heads);
  }

  /** Tells whether the database stands on all heads of the history, and on nothing else. */
  public boolean isAtHeads() {
    return rows.size() == heads.size() && rows.containsAll(heads);
  }
}
