package dev.lambic.schema;

import org.jspecify.annotations.Nullable;

/**
 * When a constraint is checked.
 *
 * @param deferrable whether the check may wait for the end of the transaction; null for the database's default
 * @param initially {@code DEFERRED} or {@code IMMEDIATE}; null for the database's default
 */
public record Deferral(
    @Nullable Boolean deferrable, @Nullable String initially) {
  /** Nothing is said about it. */
  public static final Deferral UNSTATED = new Deferral(null, null);

  /** Checked at the end of the transaction unless the transaction says otherwise. */
  public static final Deferral INITIALLY_DEFERRED = new Deferral(true, "DEFERRED");

  /** Checked at the end of each statement unless the transaction says otherwise. */
  public static final Deferral INITIALLY_IMMEDIATE = new Deferral(true, "IMMEDIATE");
}
