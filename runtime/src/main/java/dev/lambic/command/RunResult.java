package dev.lambic.command;

import dev.lambic.runtime.MigrationInfo;
import java.util.List;

/**
 * What an upgrade, a downgrade or a stamp has done.
 *
 * @param before the revisions that the database stood on before, sorted
 * @param steps what ran, in order; empty if there was nothing to do
 * @param after the revisions that it stands on now, sorted
 */
public record RunResult(List<String> before, List<MigrationInfo> steps, List<String> after) {
  public RunResult {
    before = List.copyOf(before);
    steps = List.copyOf(steps);
    after = List.copyOf(after);
  }
}
