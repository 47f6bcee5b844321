package dev.lambic.script;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants a new revision to be. {@link RevisionDraft} works out what that comes to in a history.
 *
 * @param message what it is to do, in a few words; may be empty
 * @param heads symbols of the revisions that it is to come right after; {@code base} for none
 * @param splice whether these may be revisions that others come after already
 * @param branchLabels names for the branch that is to begin with it
 * @param dependsOn symbols of what it is to need besides
 * @param id its id; nothing for a random one
 * @param packageName the package of its class; nothing for that of its parent
 */
public record RevisionRequest(
    String message,
    List<String> heads,
    boolean splice,
    List<String> branchLabels,
    List<String> dependsOn,
    Optional<String> id,
    Optional<String> packageName) {

  public RevisionRequest {
    heads = List.copyOf(heads);
    branchLabels = List.copyOf(branchLabels);
    dependsOn = List.copyOf(dependsOn);
  }

  /** Begins the request for a revision that comes after the only head there is. */
  public static Builder builder(String message) {
    return new Builder(message);
  }

  /** Begins a request that is this one so far. */
  public Builder toBuilder() {
    Builder builder = new Builder(message);
    builder.heads = heads;
    builder.splice = splice;
    builder.branchLabels = branchLabels;
    builder.dependsOn = dependsOn;
    builder.id = id;
    builder.packageName = packageName;
    return builder;
  }

  /** Collects the parts of a request. */
  public static final class Builder {
    private String message;
    private List<String> heads = List.of("head");
    private boolean splice;
    private List<String> branchLabels = List.of();
    private List<String> dependsOn = List.of();
    private Optional<String> id = Optional.empty();
    private Optional<String> packageName = Optional.empty();

    private Builder(String message) {
      this.message = message;
    }

    /** What the revision is to do, in a few words. */
    public Builder message(String words) {
      this.message = words;
      return this;
    }

    /** What the revision is to come right after; {@code head}, if it is not called. */
    public Builder heads(String... symbols) {
      this.heads = Arrays.asList(symbols);
      return this;
    }

    /** Whether to allow parents that are no heads, which makes a branch. */
    public Builder splice(boolean allowed) {
      this.splice = allowed;
      return this;
    }

    /** Names for the branch that is to begin with the revision. */
    public Builder branchLabels(String... labels) {
      this.branchLabels = Arrays.asList(labels);
      return this;
    }

    /** What the revision is to need besides its parents: ids, beginnings of ids, or branch labels. */
    public Builder dependsOn(String... symbols) {
      this.dependsOn = Arrays.asList(symbols);
      return this;
    }

    /** The id; a random one, if it is not called. */
    public Builder id(String id) {
      this.id = Optional.of(id);
      return this;
    }

    /** The package of its class; that of its parent, if it is not called. Alembic's {@code version_path}. */
    public Builder packageName(String name) {
      this.packageName = Optional.of(name);
      return this;
    }

    /** Returns the request. */
    public RevisionRequest build() {
      return new RevisionRequest(message, heads, splice, branchLabels, dependsOn, id, packageName);
    }
  }
}
