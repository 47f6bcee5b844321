package dev.lambic.command;

import dev.lambic.script.Script;
import java.util.List;

/**
 * Where a database stands.
 *
 * @param scripts the revisions that the version table names, and the ends of the branches that they imply through
 *     dependencies, in the order of their ids
 * @param unknown the ids in the version table that the history does not have
 */
public record CurrentResult(List<Script> scripts, List<String> unknown) {
  public CurrentResult {
    scripts = List.copyOf(scripts);
    unknown = List.copyOf(unknown);
  }
}
