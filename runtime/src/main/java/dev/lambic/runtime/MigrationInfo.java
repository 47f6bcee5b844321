package dev.lambic.runtime;

import dev.lambic.script.RevisionMap;
import java.util.List;
import java.util.Optional;

/**
 * The facts of a step that has run or is about to: for listeners and results. Mirrors Alembic's {@code MigrationInfo}.
 *
 * @param revisionMap the history that the ids belong to
 * @param isUpgrade whether the step goes up the history
 * @param isStamp whether the step only moves rows of the version table
 * @param upRevisionIds the ids at the upper end of the step: the revision applied or undone, or those stamped
 * @param downRevisionIds the ids at its lower end
 * @param doc what the revision does, in the words of its author; may be empty
 */
public record MigrationInfo(
    RevisionMap revisionMap,
    boolean isUpgrade,
    boolean isStamp,
    List<String> upRevisionIds,
    List<String> downRevisionIds,
    String doc) {

  public MigrationInfo {
    upRevisionIds = List.copyOf(upRevisionIds);
    downRevisionIds = List.copyOf(downRevisionIds);
  }

  /** Tells whether a migration runs with the step. */
  public boolean isMigration() {
    return !isStamp;
  }

  /** Returns the one id at the upper end, or nothing when there is none or there are several. */
  public Optional<String> upRevisionId() {
    return upRevisionIds.size() == 1 ? Optional.of(upRevisionIds.get(0)) : Optional.empty();
  }

  /** Returns the ids that the step leaves. */
  public List<String> sourceRevisionIds() {
    return isUpgrade ? downRevisionIds : upRevisionIds;
  }

  /** Returns the ids that the step arrives at. */
  public List<String> destinationRevisionIds() {
    return isUpgrade ? upRevisionIds : downRevisionIds;
  }
}
