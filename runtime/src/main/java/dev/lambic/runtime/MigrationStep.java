package dev.lambic.runtime;

import dev.lambic.script.RevisionMap;
import dev.lambic.script.Script;
import dev.lambic.script.StampMove;
import java.util.List;
import java.util.Optional;

/**
 * One step of a run: what it does, and how the rows of the version table change with it. Mirrors Alembic's {@code
 * MigrationStep}.
 */
public abstract sealed class MigrationStep permits RevisionStep, StampStep {

  MigrationStep() {}

  /** Returns the step that applies a revision. */
  public static RevisionStep upgradeFrom(RevisionMap map, Script script) {
    return new RevisionStep(map, script, true);
  }

  /** Returns the step that undoes a revision. */
  public static RevisionStep downgradeFrom(RevisionMap map, Script script) {
    return new RevisionStep(map, script, false);
  }

  /** Returns the step that moves rows of the version table and does nothing else. */
  public static StampStep stampFrom(RevisionMap map, StampMove move) {
    return new StampStep(map, move.from(), move.to(), move.isUpgrade(), move.branchMove());
  }

  /** Tells whether the step goes up the history. */
  public abstract boolean isUpgrade();

  /** Tells whether the step goes down the history. */
  public final boolean isDowngrade() {
    return !isUpgrade();
  }

  /** Tells whether the step only moves rows of the version table. */
  public abstract boolean isStamp();

  /** Returns the id at the upper end of the step, the first if there are several; nothing if there is none. */
  public final Optional<String> upRevision() {
    return info().upRevisionId();
  }

  /** Returns the id at the lower end of the step, the first if there are several; nothing if there is none. */
  public final Optional<String> downRevision() {
    return info().downRevisionIds().stream().findFirst();
  }

  /** Returns the ids of the revisions that the step leaves, dependencies among them. */
  public abstract List<String> fromRevisions();

  /** Returns the ids of the revisions that the step arrives at, dependencies among them. */
  public abstract List<String> toRevisions();

  /** Returns the ids of the revisions that the step leaves, parents alone. */
  public abstract List<String> fromRevisionsNoDeps();

  /** Returns the ids of the revisions that the step arrives at, parents alone. */
  public abstract List<String> toRevisionsNoDeps();

  /** Tells whether the step may run inside a transaction. */
  public boolean isTransactional() {
    return true;
  }

  /** Returns what the revision does, in the words of its author; may be empty. */
  public abstract String doc();

  /** Returns what the step does to the database. */
  public abstract MigrationFunction migrationFunction();

  /** Returns how the version table changes from these rows. */
  abstract HeadChange headChange(HeadRows rows);

  /** Returns the facts of the step, for listeners and results. */
  public abstract MigrationInfo info();

  /** Returns {@code upgrade}, {@code downgrade} or {@code stamp_revision}. */
  public final String name() {
    if (isStamp()) {
      return "stamp_revision";
    }
    return isUpgrade() ? "upgrade" : "downgrade";
  }

  /** Returns {@code upgrade 1975ea83b712 -> 27c6a30d7c24}. */
  public final String shortLog() {
    return name() + " " + String.join(", ", fromRevisionsNoDeps()) + " -> "
        + String.join(", ", toRevisionsNoDeps());
  }

  /** Returns {@link #shortLog}, and what the revision does. */
  @Override
  public final String toString() {
    return doc().isEmpty() ? shortLog() : shortLog() + ", " + doc();
  }
}
