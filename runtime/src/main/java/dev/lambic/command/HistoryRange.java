package dev.lambic.command;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.RevisionException;
import dev.lambic.script.Script;
import dev.lambic.script.ScriptDirectory;
import java.util.List;

/**
 * A part of the history, as users write it: {@code older:newer}.
 *
 * @param older its older end; {@code base} where none is given
 * @param newer its newer end; {@code heads} where none is given
 */
record HistoryRange(String older, String newer) {
  private static final String CURRENT = "current";

  static HistoryRange parse(String text) {
    if (text.isEmpty()) {
      return new HistoryRange("base", "heads");
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new RevisionException(Problem.of(
              ProblemId.UNSUITABLE_REVISION,
              "A range of the history has two ends; '" + text + "' has one.")
          .fix("write 'older:newer', such as '" + text + ":' for all that came after it."));
    }
    String older = text.substring(0, colon);
    String newer = text.substring(colon + 1);
    return new HistoryRange(older.isEmpty() ? "base" : older, newer.isEmpty() ? "heads" : newer);
  }

  boolean namesCurrent() {
    return older.equals(CURRENT) || newer.equals(CURRENT);
  }

  List<Script> in(ScriptDirectory script, List<String> rows) {
    return script.walkRevisions(
        older.equals(CURRENT) ? one(rows, "base") : older,
        newer.equals(CURRENT) ? one(rows, "base") : newer);
  }

  private static String one(List<String> rows, String none) {
    if (rows.size() > 1) {
      throw new RevisionException(Problem.of(
              ProblemId.MULTIPLE_CURRENT_REVISIONS,
              "The database stands on " + rows.size() + " revisions, not on one.")
          .with("in database", String.join(", ", rows))
          .fix("name one of them instead of 'current'."));
    }
    return rows.isEmpty() ? none : rows.get(0);
  }
}
