package dev.lambic.script;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What a database has been through, as steps undo it: says which revisions no applied revision needs any more, so that
 * they have to come back to the version table. Each step costs no more than the edges of its revision. Not safe for use
 * by several threads.
 */
public final class AppliedRevisions {
  private final RevisionMap map;
  private final BitSet applied;

  /** For each revision, how many applied revisions need it. */
  private final int[] neededBy;

  AppliedRevisions(RevisionMap map, BitSet rows) {
    RevisionGraph graph = map.graph();
    this.map = map;
    this.applied = graph.ancestors(rows);
    this.neededBy = new int[graph.size()];
    applied.stream().forEach(one -> {
      for (int need : graph.needs(one)) {
        neededBy[need]++;
      }
    });
  }

  /**
   * Takes note that a revision has been undone.
   *
   * @return the ids of what the revision needed and nothing that is still applied needs, in the order in which the
   *     revision names them
   */
  public List<String> undo(Script script) {
    RevisionGraph graph = map.graph();
    int revision = script.position();
    List<String> uncovered = new ArrayList<>();
    if (applied.get(revision)) {
      applied.clear(revision);
      for (int need : graph.needs(revision)) {
        if (--neededBy[need] == 0) {
          uncovered.add(map.scripts().get(need).revision());
        }
      }
    }
    return uncovered;
  }
}
