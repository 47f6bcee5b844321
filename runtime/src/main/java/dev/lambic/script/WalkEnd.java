package dev.lambic.script;

import java.util.Optional;

/**
 * Where a symbol leads: to a revision, below the first one, or past that. Only symbols that count steps down from the
 * heads ({@code -N}, {@code label@-N}) lead anywhere but to a revision.
 *
 * @param kind which of them it is
 * @param revision the revision, exactly if the kind is {@link Kind#REVISION}
 */
public record WalkEnd(Kind kind, Optional<Script> revision) {

  /** The places that a walk can end at. */
  public enum Kind {
    /** A revision. */
    REVISION,
    /** Below a revision without parents: what {@code base} means. Alembic's {@code "base"}. */
    BASE,
    /** Further down than there is anything. Alembic's {@code None}. */
    PAST_END
  }

  static WalkEnd at(Script revision) {
    return new WalkEnd(Kind.REVISION, Optional.of(revision));
  }

  static WalkEnd nowhere(Kind kind) {
    return new WalkEnd(kind, Optional.empty());
  }
}
