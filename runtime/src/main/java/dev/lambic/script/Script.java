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

  /**
   * Returns the {@link #dependencies}, each once, without those that an ancestor by parents depends on as well: what the
   * version table has to know of.
   */
  public List<String> normalizedDependencies() {
    return map.ids(map.graph().normalizedDependencies(position));
  }

  /** Returns the ids of the parents and then of the dependencies, each once. */
  public List<String> allDownRevisions() {
    return map.ids(map.graph().needs(position));
  }

  /** Returns the ids of the parents and then the {@link #normalizedDependencies}, each once. */
  public List<String> normalizedDownRevisions() {
    return map.ids(map.graph().normalizedNeeds(position));
  }

  /**
   * Returns the branch labels that the revision carries, sorted: those that it declares, and those that have come to it
   * from the revisions around it, up a line and down again as far as nothing branches off.
   */
  public List<String> branchLabels() {
    return map.branchLabels(position);
  }

  /** Returns the branch labels that the revision declares. */
  public List<String> declaredBranchLabels() {
    return entry.branchLabels().stream().filter(label -> !label.isEmpty()).toList();
  }

  /** Returns the ids of the revisions whose parent this is, in load order. */
  public List<String> nextRevisions() {
    return map.ids(map.graph().children(position));
  }

  /** Returns the ids of the revisions whose parent or dependency this is, in load order. */
  public List<String> allNextRevisions() {
    return map.ids(map.graph().dependents(position));
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

  /** Tells whether the revision may run inside a transaction. */
  public boolean isTransactional() {
    return entry.isTransactional();
  }

  /** Tells whether no revision has this one as its parent. */
  public boolean isHead() {
    return map.graph().children(position).length == 0;
  }

  /** Tells whether nothing comes after this revision, by parents or by dependencies. */
  public boolean isRealHead() {
    return map.graph().dependents(position).length == 0;
  }

  /** Tells whether the revision has no parent. */
  public boolean isBase() {
    return entry.downRevisions().isEmpty();
  }

  /** Tells whether the revision has neither a parent nor a dependency. */
  public boolean isRealBase() {
    return isBase() && entry.dependsOn().isEmpty();
  }

  /** Tells whether several revisions have this one as their parent. */
  public boolean isBranchPoint() {
    return map.graph().children(position).length > 1;
  }

  /** Tells whether several revisions have this one as their parent or dependency. */
  public boolean isRealBranchPoint() {
    return map.graph().dependents(position).length > 1;
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
    String dependencies =
        entry.dependsOn().isEmpty() ? "" : " (" + String.join(", ", entry.dependsOn()) + ")";
    return parents() + dependencies + " -> " + headEntry(isCurrent) + points() + comment();
  }

  /**
   * Returns the line of {@code heads}: {@code 27c6a30d7c24 (billing) (head)}.
   *
   * @param isCurrent whether the database stands on this revision and the line is to say so
   */
  public String headEntry(boolean isCurrent) {
    String labels = branchLabels().isEmpty() ? "" : " (" + String.join(", ", branchLabels()) + ")";
    return revision() + labels + standing(isCurrent);
  }

  /**
   * Returns the line of {@code current}: {@code 27c6a30d7c24 (head)}.
   *
   * @param isCurrent whether the version table itself names this revision, rather than one that implies it
   */
  public String currentEntry(boolean isCurrent) {
    return revision() + standing(isCurrent) + points();
  }

  /**
   * Returns the line of {@code branches}: {@code 3f0b8c51d9e6 (billing) (branchpoint)}.
   *
   * @param withMessage whether to add what the revision does
   */
  public String branchEntry(boolean withMessage) {
    return headEntry(false) + points() + (withMessage ? comment() : "");
  }

  /**
   * Returns the line beside a drawn history: {@code 27c6a30d7c24 (head), add account.email}.
   *
   * @param isCurrent whether the database stands on this revision
   */
  public String graphEntry(boolean isCurrent) {
    return headEntry(isCurrent) + comment();
  }

  private String standing(boolean isCurrent) {
    String head = isRealHead() ? " (head)" : isHead() ? " (effective head)" : "";
    return head + (isCurrent ? " (current)" : "");
  }

  private String points() {
    return (isBranchPoint() ? " (branchpoint)" : "") + (isMergePoint() ? " (mergepoint)" : "");
  }

  private String parents() {
    return isBase() ? "<base>" : String.join(", ", downRevisions());
  }

  private String comment() {
    return message().isEmpty() ? "" : ", " + message();
  }

  /**
   * Returns everything about the revision, over several lines, each ended by a line feed.
   *
   * @param isCurrent whether the database stands on this revision
   */
  public String verboseEntry(boolean isCurrent) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "Rev",
        revision() + (isHead() ? " (head)" : "") + points() + (isCurrent ? " (current)" : ""));
    line(text, isMergePoint() ? "Merges" : "Parent", parents());
    line(text, "Also depends on", String.join(", ", entry.dependsOn()));
    line(text, "Branches into", isBranchPoint() ? String.join(", ", nextRevisions()) : "");
    line(text, "Branch names", String.join(", ", branchLabels()));
    line(text, "Path", className());
    line(text, "Create Date", createDate());
    if (!message().isEmpty()) {
      text.append('\n');
      Arrays.stream(message().split("\n", -1))
          .forEach(line -> text.append("    ").append(line).append('\n'));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append(name).append(": ").append(value).append('\n');
    }
  }

  int position() {
    return position;
  }

  RevisionEntry entry() {
    return entry;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Script script && script.map == map && script.position == position;
  }

  @Override
  public int hashCode() {
    return revision().hashCode();
  }

  /** Returns {@code 1975ea83b712 -> 27c6a30d7c24 (head), add account.email}, by parents alone and without labels. */
  @Override
  public String toString() {
    return parents() + " -> " + revision() + (isHead() ? " (head)" : "") + points() + comment();
  }
}
