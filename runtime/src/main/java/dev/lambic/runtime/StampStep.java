package dev.lambic.runtime;

import dev.lambic.script.RevisionMap;
import java.util.List;
import java.util.Objects;

/** Moves rows of the version table without running a migration. */
public final class StampStep extends MigrationStep {
  private final RevisionMap map;
  private final List<String> from;
  private final List<String> to;
  private final boolean isUpgrade;
  private final boolean branchMove;

  /**
   * Makes the step that replaces rows by others.
   *
   * @param from the rows that give way
   * @param to the revision that takes their place, or none when they are only removed
   * @param branchMove whether a branch as a whole comes or goes: {@code from} or {@code to} is empty
   */
  public StampStep(
      RevisionMap map, List<String> from, List<String> to, boolean isUpgrade, boolean branchMove) {
    this.map = map;
    this.from = List.copyOf(from);
    this.to = List.copyOf(to);
    this.isUpgrade = isUpgrade;
    this.branchMove = branchMove;
  }

  /** Returns the ids of the rows that give way. */
  public List<String> from() {
    return from;
  }

  /** Returns the ids of the rows that take their place. */
  public List<String> to() {
    return to;
  }

  /** Tells whether a branch as a whole comes or goes. */
  public boolean branchMove() {
    return branchMove;
  }

  @Override
  public boolean isUpgrade() {
    return isUpgrade;
  }

  @Override
  public boolean isStamp() {
    return true;
  }

  @Override
  public List<String> fromRevisions() {
    return from;
  }

  @Override
  public List<String> toRevisions() {
    return to;
  }

  @Override
  public List<String> fromRevisionsNoDeps() {
    return from;
  }

  @Override
  public List<String> toRevisionsNoDeps() {
    return to;
  }

  @Override
  public String doc() {
    return "";
  }

  @Override
  public MigrationFunction migrationFunction() {
    return op -> {};
  }

  @Override
  HeadChange headChange(HeadRows rows) {
    // Every stamp step is planned from the first rows: an earlier one may have moved them up
    // already.
    boolean isMovedAlready = isUpgrade && !from.stream().allMatch(rows::contains);
    boolean isNew = to.stream().noneMatch(rows::contains);
    return isMovedAlready && isNew ? new HeadChange(List.of(), to) : new HeadChange(from, to);
  }

  @Override
  public MigrationInfo info() {
    return new MigrationInfo(
        map, isUpgrade, true, isUpgrade ? to : from, isUpgrade ? from : to, "");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StampStep step
        && step.from.equals(from)
        && step.to.equals(to)
        && step.isUpgrade == isUpgrade
        && step.branchMove == branchMove;
  }

  @Override
  public int hashCode() {
    return Objects.hash(from, to, isUpgrade, branchMove);
  }
}
