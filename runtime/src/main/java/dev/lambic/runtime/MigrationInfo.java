package dev.lambic.runtime;

import dev.lambic.script.RevisionMap;
import dev.lambic.script.Script;
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

  /** Returns the revision that the step is about; another name for {@link #upRevisionId}. */
  public Optional<String> revision() {
    return upRevisionId();
  }

  /** Returns the id at the upper end, the first if there are several; nothing if there is none. */
  public Optional<String> upRevisionId() {
    return upRevisionIds.stream().findFirst();
  }

  /** Returns the ids that the step leaves. */
  public List<String> sourceRevisionIds() {
    return isUpgrade ? downRevisionIds : upRevisionIds;
  }

  /** Returns the ids that the step arrives at. */
  public List<String> destinationRevisionIds() {
    return isUpgrade ? upRevisionIds : downRevisionIds;
  }

  /** Returns the revision of {@link #upRevisionId}. */
  public Optional<Script> upRevision() {
    return upRevisionId().flatMap(revisionMap::getRevision);
  }

  /** Returns the revisions of {@link #upRevisionIds}. */
  public List<Script> upRevisions() {
    return revisionMap.getRevisions(upRevisionIds);
  }

  /** Returns the revisions of {@link #downRevisionIds}. */
  public List<Script> downRevisions() {
    return revisionMap.getRevisions(downRevisionIds);
  }

  /** Returns the revisions of {@link #sourceRevisionIds}. */
  public List<Script> sourceRevisions() {
    return revisionMap.getRevisions(sourceRevisionIds());
  }

  /** Returns the revisions of {@link #destinationRevisionIds}. */
  public List<Script> destinationRevisions() {
    return revisionMap.getRevisions(destinationRevisionIds());
  }
}
