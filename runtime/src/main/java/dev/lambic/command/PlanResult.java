package dev.lambic.command;

import dev.lambic.runtime.ChangedRevision;
import dev.lambic.runtime.PlannedStep;
import java.util.List;

/**
 * What an upgrade or a downgrade would do now.
 *
 * @param rows the revisions that the database stands on, sorted
 * @param steps what would run, in order; empty if there is nothing to do
 * @param changed the revisions that the database has been through and that would execute something else today
 */
public record PlanResult(
    List<String> rows, List<PlannedStep> steps, List<ChangedRevision> changed) {
  public PlanResult {
    rows = List.copyOf(rows);
    steps = List.copyOf(steps);
    changed = List.copyOf(changed);
  }
}
