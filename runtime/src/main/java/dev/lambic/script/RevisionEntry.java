package dev.lambic.script;

import java.util.List;
import java.util.Objects;

/**
 * What one class says about its revision, word for word: the values of its {@link dev.lambic.Revision} annotation, and
 * what the compiler saw of the class. Nothing in it has been checked against other revisions.
 *
 * @param id the revision's id
 * @param downRevisions the ids of its parents
 * @param dependsOn ids and branch labels of what it needs besides
 * @param branchLabels names for the branch that begins here
 * @param message what it does, or empty
 * @param createDate when it was written, or empty
 * @param className the class's binary name
 * @param isReversible whether the class has a {@code downgrade} method
 * @param isTransactional whether the revision may run inside a transaction
 */
public record RevisionEntry(
    String id,
    List<String> downRevisions,
    List<String> dependsOn,
    List<String> branchLabels,
    String message,
    String createDate,
    String className,
    boolean isReversible,
    boolean isTransactional) {

  public RevisionEntry {
    Objects.requireNonNull(id, "id");
    downRevisions = List.copyOf(downRevisions);
    dependsOn = List.copyOf(dependsOn);
    branchLabels = List.copyOf(branchLabels);
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(createDate, "createDate");
    Objects.requireNonNull(className, "className");
  }

  /** Begins the entry of a reversible revision without parents. */
  public static Builder builder(String id, String className) {
    return new Builder(id, className);
  }

  /** Returns {@code id (message)}, or {@code id (class)} for a revision without a message: how errors name it. */
  public String label() {
    return id + " (" + (message.isEmpty() ? className : message) + ")";
  }

  /** Collects the parts of an entry; generated indexes are made of these calls. */
  public static final class Builder {
    private final String id;
    private final String className;
    private List<String> downRevisions = List.of();
    private List<String> dependsOn = List.of();
    private List<String> branchLabels = List.of();
    private String message = "";
    private String createDate = "";
    private boolean isReversible = true;
    private boolean isTransactional = true;

    private Builder(String id, String className) {
      this.id = id;
      this.className = className;
    }

    /** The ids of the parents; none, if it is not called. */
    public Builder downRevision(String... ids) {
      this.downRevisions = List.of(ids);
      return this;
    }

    /** Ids and branch labels of what the revision needs besides. */
    public Builder dependsOn(String... idsOrLabels) {
      this.dependsOn = List.of(idsOrLabels);
      return this;
    }

    /** Names for the branch that begins here. */
    public Builder branchLabels(String... labels) {
      this.branchLabels = List.of(labels);
      return this;
    }

    /** What the revision does. */
    public Builder message(String text) {
      this.message = text;
      return this;
    }

    /** When the revision was written. */
    public Builder createDate(String text) {
      this.createDate = text;
      return this;
    }

    /** Marks the revision as one whose class has no {@code downgrade} method. */
    public Builder irreversible() {
      this.isReversible = false;
      return this;
    }

    /** Marks the revision as one that may not run inside a transaction. */
    public Builder nonTransactional() {
      this.isTransactional = false;
      return this;
    }

    /** Returns the entry. */
    public RevisionEntry build() {
      return new RevisionEntry(
          id,
          downRevisions,
          dependsOn,
          branchLabels,
          message,
          createDate,
          className,
          isReversible,
          isTransactional);
    }
  }
}
