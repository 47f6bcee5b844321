package dev.lambic.processor;

import dev.lambic.script.RevisionEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of revisions that is short enough for one class.
 *
 * @param start the position in the index of the first of them
 * @param revisions the revisions, in the order of the index
 */
record IndexPart(int start, List<RevisionClass> revisions) {
  /** At 50 bytes of code for each and 8 for each value, a method stays below 40 of the 64 K that it may have. */
  private static final int MOST_REVISIONS = 250;

  private static final int MOST_VALUES = 3_000;

  /** The names of the classes make one constant, which may have 64 K bytes; a character may take three. */
  private static final int MOST_CHARACTERS = 20_000;

  IndexPart {
    revisions = List.copyOf(revisions);
  }

  static List<IndexPart> split(List<RevisionClass> revisions) {
    List<IndexPart> parts = new ArrayList<>();
    int start = 0;
    int values = 0;
    int characters = 0;
    for (int position = 0; position < revisions.size(); position++) {
      int own = values(revisions.get(position).entry());
      int name = revisions.get(position).name().length() + 1;
      boolean isFull = position - start == MOST_REVISIONS
          || values + own > MOST_VALUES
          || characters + name > MOST_CHARACTERS;
      if (isFull && position > start) {
        parts.add(new IndexPart(start, revisions.subList(start, position)));
        start = position;
        values = 0;
        characters = 0;
      }
      values += own;
      characters += name;
    }
    parts.add(new IndexPart(start, revisions.subList(start, revisions.size())));
    return parts;
  }

  private static int values(RevisionEntry entry) {
    return entry.downRevisions().size()
        + entry.dependsOn().size()
        + entry.branchLabels().size();
  }

  /** The position in the index behind the last revision. */
  int end() {
    return start + revisions.size();
  }
}
