package dev.lambic.script;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.RevisionException;
import java.util.List;

/**
 * A part of the history, as users write it: {@code older:newer}, each of them optional.
 *
 * @param older the symbol of its older end; {@code base} where none is given
 * @param newer the symbol of its newer end; {@code heads} where none is given
 */
public record HistoryRange(String older, String newer) {
  private static final String CURRENT = "current";

  /**
   * Reads a range.
   *
   * @param text the range; empty for the whole history
   * @throws RevisionException if it does not have exactly one colon
   */
  public static HistoryRange parse(String text) {
    if (text.isEmpty()) {
      return new HistoryRange("base", "heads");
    }
    String range = text.strip();
    int colon = range.indexOf(':');
    if (colon < 0 || colon != range.lastIndexOf(':')) {
      throw new RevisionException(Problem.of(
              ProblemId.UNSUITABLE_REVISION,
              "A range of the history has two ends; '" + text + "' has "
                  + (colon < 0 ? "one." : "more."))
          .fix("write 'older:newer', such as '" + range.split(":", 2)[0]
              + ":' for all that came after it."));
    }
    String older = range.substring(0, colon);
    String newer = range.substring(colon + 1);
    return new HistoryRange(older.isEmpty() ? "base" : older, newer.isEmpty() ? "heads" : newer);
  }

  /** Tells whether an end is where the database stands. */
  public boolean namesCurrent() {
    return older.equals(CURRENT) || newer.equals(CURRENT);
  }

  List<Script> in(RevisionMap map, List<String> rows) {
    // As in Alembic, 'current' has its meaning at one end only: the newer, if it is there.
    boolean newerIsCurrent = newer.equals(CURRENT);
    Slices.End upper = newerIsCurrent ? current(rows, "heads") : Slices.End.symbol(newer);
    Slices.End lower =
        older.equals(CURRENT) && !newerIsCurrent ? current(rows, "base") : Slices.End.symbol(older);
    return map.iterate(upper, lower, IterateOption.INCLUSIVE, IterateOption.CLIP_RELATIVE);
  }

  private static Slices.End current(List<String> rows, String none) {
    return rows.isEmpty() ? Slices.End.symbol(none) : Slices.End.rows(rows);
  }
}
