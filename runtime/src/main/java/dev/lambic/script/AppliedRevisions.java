package dev.lambic.script;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * What a database has been through, as steps undo it: says which revisions no applied revision needs any more, so that
 * they have to come back to the version table. Each step costs no more than the edges of its revision. Not safe for use
 * by several threads.
 */
public final class AppliedRevisions {
  private final RevisionMap map;
  private final BitSet applied;

  /** Whether the rows were the tips of what is applied, as they are when nobody else has written them. */
  private final boolean isConsistent;

  /** For each revision, how many applied revisions need it. */
  private final int[] neededBy;

  AppliedRevisions(RevisionMap map, BitSet rows) {
    RevisionGraph graph = map.graph();
    this.map = map;
    this.applied = graph.ancestors(rows);
    this.isConsistent = graph.tips(applied).equals(rows);
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
   * @param rows the rows of the version table before, of which the revision is one
   * @return the ids that have to come back to the version table, in the order in which the revision names them
   */
  public List<String> undo(Script script, Collection<String> rows) {
    int revision = script.position();
    BitSet needs = isConsistent ? noLongerNeeded(revision) : notImplied(revision, rows);
    return Arrays.stream(map.graph().needs(revision))
        .filter(needs::get)
        .mapToObj(need -> map.scripts().get(need).revision())
        .filter(id -> !rows.contains(id))
        .toList();
  }

  private BitSet noLongerNeeded(int revision) {
    BitSet uncovered = new BitSet();
    if (applied.get(revision)) {
      applied.clear(revision);
      for (int need : map.graph().needs(revision)) {
        uncovered.set(need, --neededBy[need] == 0);
      }
    }
    return uncovered;
  }

  /** What Alembic brings back: all that the revision needs and no other row implies, whatever these imply of each other. */
  private BitSet notImplied(int revision, Collection<String> rows) {
    RevisionGraph graph = map.graph();
    BitSet others = map.set(rows);
    others.clear(revision);
    BitSet uncovered = new BitSet();
    for (int need : graph.normalizedNeeds(revision)) {
      uncovered.set(need);
    }
    if (others.isEmpty()) {
      return graph.tips(graph.ancestors(uncovered));
    }
    uncovered.andNot(graph.ancestors(others));
    return uncovered;
  }
}
