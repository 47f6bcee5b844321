package dev.lambic.runtime;

/**
 * What somebody has found out, or brought about by hand, about a step that was cut short.
 *
 * @param kind how the step is to count
 * @param statements how many of its statements count as carried out; of no meaning for the other kinds
 */
public record Resolution(Kind kind, int statements) {
  /** How a step that was cut short is to count. */
  public enum Kind {
    /** As one that has run to its end. */
    APPLIED,
    /** As one that has never begun. */
    ROLLED_BACK,
    /** As one that goes on behind a statement. */
    DONE_UP_TO
  }

  /** All that the step does is there: the version table is to say so. */
  public static final Resolution APPLIED = new Resolution(Kind.APPLIED, 0);

  /** Nothing of what the step does is there any more: it is to begin anew. */
  public static final Resolution ROLLED_BACK = new Resolution(Kind.ROLLED_BACK, 0);

  /** The first statements of the step have been carried out, and no others: it is to go on behind them. */
  public static Resolution doneUpTo(int statements) {
    if (statements < 0) {
      throw new IllegalArgumentException("a number of statements is not negative: " + statements);
    }
    return statements == 0 ? ROLLED_BACK : new Resolution(Kind.DONE_UP_TO, statements);
  }
}
