package dev.lambic.runtime;

import dev.lambic.script.RevisionMap;
import java.util.List;

/** Moves rows of the version table without running a migration. */
public final class StampStep extends MigrationStep {
  private final RevisionMap map;
  private final List<String> from;
  private final List<String> to;
  private final boolean isUpgrade;

  /** Makes the step that replaces rows by others; {@code to} is empty when they are only removed. */
  public StampStep(RevisionMap map, List<String> from, List<String> to, boolean isUpgrade) {
    this.map = map;
    this.from = List.copyOf(from);
    this.to = List.copyOf(to);
    this.isUpgrade = isUpgrade;
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
  HeadChange headChange(List<String> heads) {
    return HeadChange.of(heads.stream().filter(from::contains).toList(), to);
  }

  @Override
  public MigrationInfo info() {
    return new MigrationInfo(
        map, isUpgrade, true, isUpgrade ? to : from, isUpgrade ? from : to, "");
  }
}
