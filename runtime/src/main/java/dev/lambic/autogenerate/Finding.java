package dev.lambic.autogenerate;

import java.util.Objects;

/**
 * Something that a user should know about a comparison, and that no operation says.
 *
 * @param kind what sort of thing
 * @param text one sentence
 */
public record Finding(Kind kind, String text) {

  /** What sort of thing a finding is. */
  public enum Kind {
    /** Data would be lost, so that no operation was generated. */
    DESTRUCTIVE,
    /** Something looks as if it had been given another name; as it stands it is dropped and created. */
    LIKELY_RENAME,
    /** The database cannot make the change in place. */
    NOT_CHANGEABLE,
    /** An operation has no reverse, so that the downgrade leaves it out. */
    IRREVERSIBLE,
    /** What the database has and what the model says may be the same; only the database could tell, and it does not. */
    UNDECIDED,
    /** Something takes no part in the comparison: the model or the history holds more than can be described. */
    NOT_COMPARED
  }

  public Finding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
  }
}
