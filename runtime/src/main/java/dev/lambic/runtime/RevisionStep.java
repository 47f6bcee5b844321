package dev.lambic.runtime;

import dev.lambic.Migration;
import dev.lambic.script.RevisionMap;
import dev.lambic.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Applies or undoes one revision. Two steps are equal if revision and direction are. */
public final class RevisionStep extends MigrationStep {
  private final RevisionMap map;
  private final Script revision;
  private final boolean isUpgrade;

  /** Makes the step that applies a revision of the map, or undoes it. */
  public RevisionStep(RevisionMap map, Script revision, boolean isUpgrade) {
    this.map = map;
    this.revision = revision;
    this.isUpgrade = isUpgrade;
  }

  /** Returns the revision. */
  public Script revision() {
    return revision;
  }

  @Override
  public boolean isUpgrade() {
    return isUpgrade;
  }

  @Override
  public boolean isStamp() {
    return false;
  }

  @Override
  public List<String> fromRevisions() {
    return isUpgrade ? needs() : List.of(revision.revision());
  }

  @Override
  public List<String> toRevisions() {
    return isUpgrade ? List.of(revision.revision()) : needs();
  }

  @Override
  public List<String> fromRevisionsNoDeps() {
    return isUpgrade ? revision.downRevisions() : List.of(revision.revision());
  }

  @Override
  public List<String> toRevisionsNoDeps() {
    return isUpgrade ? List.of(revision.revision()) : revision.downRevisions();
  }

  private List<String> needs() {
    return revision.normalizedDownRevisions();
  }

  @Override
  public boolean isTransactional() {
    return revision.isTransactional();
  }

  @Override
  public String doc() {
    return revision.message();
  }

  @Override
  public MigrationFunction migrationFunction() {
    Migration migration = revision.newMigration();
    return isUpgrade ? migration::upgrade : migration::downgrade;
  }

  @Override
  HeadChange headChange(HeadRows rows) {
    String id = revision.revision();
    if (!isUpgrade) {
      return new HeadChange(List.of(id), rows.uncoveredBy(map, revision));
    }
    List<String> leaving = new ArrayList<>(needs());
    leaving.removeIf(parent -> !rows.contains(parent));
    if (rows.size() > leaving.size()) {
      leaving.sort(null);
    }
    return new HeadChange(leaving, List.of(id));
  }

  @Override
  public MigrationInfo info() {
    return new MigrationInfo(
        map, isUpgrade, false, List.of(revision.revision()), needs(), revision.message());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RevisionStep step
        && step.revision.equals(revision)
        && step.isUpgrade == isUpgrade;
  }

  @Override
  public int hashCode() {
    return Objects.hash(revision, isUpgrade);
  }
}
