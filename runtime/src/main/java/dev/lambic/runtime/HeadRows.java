package dev.lambic.runtime;

import dev.lambic.script.AppliedRevisions;
import dev.lambic.script.RevisionMap;
import dev.lambic.script.Script;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows of the version table as steps change them, without a database. */
final class HeadRows {
  private final TreeSet<String> rows;

  /** What the rows stand for, kept up to date while steps only undo; null when it has to be worked out anew. */
  private @Nullable AppliedRevisions applied;

  HeadRows(Collection<String> rows) {
    this.rows = new TreeSet<>(rows);
  }

  List<String> toList() {
    return List.copyOf(rows);
  }

  boolean contains(String id) {
    return rows.contains(id);
  }

  int size() {
    return rows.size();
  }

  /** Returns what has to come back when a revision is undone, sorted: what nothing else implies that is applied. */
  List<String> uncoveredBy(RevisionMap map, Script undone) {
    if (applied == null) {
      applied = map.applied(rows);
    }
    return applied.undo(undone, rows).stream().sorted().toList();
  }

  /**
   * Takes over what a step changes.
   *
   * @return what it changes
   * @throws dev.lambic.error.RevisionException if the step does not fit the rows; they stay as they are then
   */
  HeadChange advance(MigrationStep step) {
    HeadChange change = step.headChange(this);
    if (step.isUpgrade() || step.isStamp()) {
      applied = null;
    }
    for (String id : change.leaving()) {
      if (!rows.contains(id)) {
        throw Failures.stepDoesNotFit(
            step, "takes away row '" + id + "', which is not there", toList());
      }
    }
    for (String id : change.coming()) {
      if (rows.contains(id)) {
        throw Failures.stepDoesNotFit(
            step, "adds row '" + id + "', which is there already", toList());
      }
    }
    rows.removeAll(change.leaving());
    rows.addAll(change.coming());
    return change;
  }
}
