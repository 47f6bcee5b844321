package dev.lambic.script;

import dev.lambic.Migration;
import java.util.Arrays;
import java.util.List;

/**
 * One revision and its place in the history. Mirrors Alembic's {@code Script}. Two scripts are equal if they are the same
 * revision of the same map.
 */
public final class Script {
  private final RevisionMap map;
  private final int position;
  private final RevisionEntry entry;

  Script(RevisionMap map, int position, RevisionEntry entry) {
    this.map = map;
    this.position = position;
    this.entry = entry;
  }

  /** Returns the id. */
  public String revision() {
    return entry.id();
  }

  /** Returns the ids of the parents, as declared; none for the first revision of a history. */
  public List<String> downRevisions() {
    return entry.downRevisions();
  }

  /** Returns the ids of what the revision depends on besides its parents, labels replaced by the revisions they name. */
  public List<String> dependencies() {
    return entry.dependsOn().stream().map(map::idOf).toList();
  }

  /** Returns the branch labels that the revision declares. */
  public List<String> branchLabels() {
    return entry.branchLabels();
  }

  /** Returns the ids of the revisions whose parent this is, in load order. */
  public List<String> nextRevisions() {
    return map.ids(map.graph().children(position));
  }

  /** Returns what the revision does, in the words of its author; may be empty. */
  public String message() {
    return entry.message();
  }

  /** Returns when the revision was written, in the words of its author; may be empty. */
  public String createDate() {
    return entry.createDate();
  }

  /** Returns the binary name of the class: what Alembic calls the path. */
  public String className() {
    return entry.className();
  }

  /** Tells whether the class has a {@code downgrade} method. */
  public boolean isReversible() {
    return entry.isReversible();
  }

  /** Tells whether nothing comes after this revision, by parents or by dependencies. */
  public boolean isRealHead() {
    return map.graph().dependents(position).length == 0;
  }

  /** Tells whether no revision has this one as its parent. */
  public boolean isHead() {
    return map.graph().children(position).length == 0;
  }

  /** Tells whether the revision has no parent. */
  public boolean isBase() {
    return entry.downRevisions().isEmpty();
  }

  /** Tells whether several revisions have this one as their parent. */
  public boolean isBranchPoint() {
    return map.graph().children(position).length > 1;
  }

  /** Tells whether the revision has several parents. */
  public boolean isMergePoint() {
    return entry.downRevisions().size() > 1;
  }

  /** Makes a new instance of the migration. */
  public Migration newMigration() {
    return map.create(position);
  }

  /** Returns {@code id (message)}, as errors name a revision. */
  public String label() {
    return entry.label();
  }

  /**
   * Returns the line of {@code history}: {@code 1975ea83b712 -> 27c6a30d7c24 (head), add account.email}.
   *
   * @param isCurrent whether the database stands on this revision
   */
  public String logEntry(boolean isCurrent) {
    StringBuilder line = new StringBuilder();
    line.append(
        entry.downRevisions().isEmpty() ? "<base>" : String.join(", ", entry.downRevisions()));
    if (!entry.dependsOn().isEmpty()) {
      line.append(" (").append(String.join(", ", dependencies())).append(')');
    }
    line.append(" -> ").append(headEntry(isCurrent));
    line.append(isBranchPoint() ? " (branchpoint)" : "");
    line.append(isMergePoint() ? " (mergepoint)" : "");
    line.append(message().isEmpty() ? "" : ", " + message());
    return line.toString();
  }

  /**
   * Returns the line of {@code heads} and {@code current}: {@code 27c6a30d7c24 (head)}.
   *
   * @param isCurrent whether the database stands on this revision and the line is to say so
   */
  public String headEntry(boolean isCurrent) {
    StringBuilder line = new StringBuilder(revision());
    if (!branchLabels().isEmpty()) {
      line.append(" (").append(String.join(", ", branchLabels())).append(')');
    }
    if (isRealHead()) {
      line.append(" (head)");
    } else if (isHead()) {
      line.append(" (effective head)");
    }
    return line.append(isCurrent ? " (current)" : "").toString();
  }

  /**
   * Returns everything about the revision, over several lines, each ended by a line feed.
   *
   * @param isCurrent whether the database stands on this revision and the text is to say so
   */
  public String verboseEntry(boolean isCurrent) {
    StringBuilder text = new StringBuilder();
    text.append("Rev: ").append(headEntry(isCurrent));
    text.append(isBranchPoint() ? " (branchpoint)" : "");
    text.append(isMergePoint() ? " (mergepoint)" : "").append('\n');
    if (isMergePoint()) {
      text.append("Merges: ").append(String.join(", ", downRevisions())).append('\n');
    } else {
      text.append("Parent: ")
          .append(isBase() ? "<base>" : downRevisions().get(0))
          .append('\n');
    }
    if (!entry.dependsOn().isEmpty()) {
      text.append("Also depends on: ").append(String.join(", ", dependencies())).append('\n');
    }
    if (isBranchPoint()) {
      text.append("Branches into: ").append(String.join(", ", nextRevisions())).append('\n');
    }
    if (!branchLabels().isEmpty()) {
      text.append("Branch names: ").append(String.join(", ", branchLabels())).append('\n');
    }
    text.append("Path: ").append(className()).append('\n');
    if (!createDate().isEmpty()) {
      text.append("Create Date: ").append(createDate()).append('\n');
    }
    if (!message().isEmpty()) {
      text.append('\n');
      Arrays.stream(message().split("\n", -1))
          .forEach(line -> text.append("    ").append(line).append('\n'));
    }
    return text.toString();
  }

  int position() {
    return position;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Script script && script.map == map && script.position == position;
  }

  @Override
  public int hashCode() {
    return revision().hashCode();
  }

  /** Returns the line of {@code history}. */
  @Override
  public String toString() {
    return logEntry(false);
  }
}
