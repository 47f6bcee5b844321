package dev.lambic.schema;

import java.util.Objects;

/**
 * The name of a database object, and whether it must be quoted.
 *
 * @param text the name as the user wrote it; not empty
 * @param quoting whether the dialect decides about quotes or the user has
 * @param isFinal whether a naming convention leaves it alone; a final name that is too long for the database is cut as a
 *     generated one is, any other is refused
 */
public record Name(String text, Quoting quoting, boolean isFinal) {

  /** Who decides whether a name is put in quotes. */
  public enum Quoting {
    /** The dialect: reserved words, mixed case and odd characters are quoted, plain lower-case names are not. */
    WHEN_NEEDED,
    /** Always quoted. */
    ALWAYS,
    /** Never quoted: the database folds its case. For names made of plain characters only. */
    NEVER
  }

  public Name {
    Objects.requireNonNull(quoting, "quoting");
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          "a name of a database object needs at least one character");
    }
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("no database takes a name with the character U+0000");
    }
  }

  /** Makes a name that a naming convention may change. */
  public Name(String text, Quoting quoting) {
    this(text, quoting, false);
  }

  /** Returns a name that is quoted when the dialect needs it. */
  public static Name of(String text) {
    return new Name(text, Quoting.WHEN_NEEDED);
  }

  /** Returns a name that is always quoted. */
  public static Name quoted(String text) {
    return new Name(text, Quoting.ALWAYS);
  }

  /** Returns a name that no naming convention changes any more: Alembic's {@code op.f("...")}. */
  public static Name exact(String text) {
    return new Name(text, Quoting.WHEN_NEEDED, true);
  }

  /** Returns the bare text, without quotes, for messages. */
  @Override
  public String toString() {
    return text;
  }
}
