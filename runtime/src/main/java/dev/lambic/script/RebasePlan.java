package dev.lambic.script;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.RevisionException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How one line of the history is put on top of another: the lowest revision of the line gets other parents, and all above
 * it come along as they are.
 *
 * @param lowest the revision whose parents change
 * @param parents the ids of its parents from then on
 * @param onto the revision that the line comes to stand on
 * @param moved all revisions of the line, newest first
 */
public record RebasePlan(Script lowest, List<String> parents, Script onto, List<Script> moved) {

  public RebasePlan {
    parents = List.copyOf(parents);
    moved = List.copyOf(moved);
  }

  /**
   * Works out how a head gets on top of another.
   *
   * @param head the head that is to move, with all that it does not share with the other
   * @param onto the head to put it on
   * @throws RevisionException if one of them is no head, if what would move does not begin at one revision, or if the
   *     history would not be sound afterwards
   */
  static RebasePlan of(RevisionMap map, Script head, Script onto) {
    refuseInner(head);
    refuseInner(onto);
    if (head.equals(onto)) {
      throw new RevisionException(
          cannot("Revision '" + head.revision() + "' cannot be put on top of itself.")
              .fix("name two heads."));
    }
    BitSet kept = map.graph().ancestors(set(onto));
    BitSet moving = map.graph().ancestors(set(head));
    moving.andNot(kept);
    if (moving.isEmpty()) {
      throw new RevisionException(cannot("'" + onto.revision() + "' needs '" + head.revision()
              + "', so that this cannot come after it.")
          .with("revision", onto.label())
          .fix("move '" + onto.revision() + "' instead."));
    }
    List<Script> starts = moving.stream()
        .filter(one -> startsLine(map, one, moving))
        .mapToObj(map.scripts()::get)
        .toList();
    if (starts.size() != 1) {
      throw new RevisionException(
          cannot("What leads to '" + head.revision() + "' begins at " + starts.size()
                  + " revisions, which cannot all come right after '" + onto.revision() + "'.")
              .with(
                  "begins at",
                  RevisionMap.firstFew(starts.stream().map(Script::label).toList()))
              .fix("join the heads with 'merge'."));
    }
    Script lowest = starts.get(0);
    List<String> parents = new ArrayList<>(lowest.downRevisions());
    int first = parents.isEmpty() ? 0 : firstKept(map, parents, kept);
    parents.removeIf(parent -> isIn(map, parent, kept));
    parents.add(Math.min(first, parents.size()), onto.revision());
    RevisionMap.of(edited(map, lowest, parents), position -> {
      throw new IllegalStateException("only the shape is looked at");
    });
    return new RebasePlan(
        lowest,
        parents,
        onto,
        map.graph().newestFirst(moving, set(head)).stream()
            .map(map.scripts()::get)
            .toList());
  }

  private static boolean startsLine(RevisionMap map, int revision, BitSet moving) {
    int[] parents = map.graph().parents(revision);
    for (int parent : parents) {
      if (!moving.get(parent)) {
        return true;
      }
    }
    return parents.length == 0;
  }

  private static int firstKept(RevisionMap map, List<String> parents, BitSet kept) {
    int first = 0;
    while (!isIn(map, parents.get(first), kept)) {
      first++;
    }
    return first;
  }

  private static boolean isIn(RevisionMap map, String id, BitSet set) {
    return map.set(List.of(id)).intersects(set);
  }

  /** Returns what the classes would say then. */
  private static List<RevisionEntry> edited(RevisionMap map, Script lowest, List<String> parents) {
    List<RevisionEntry> entries = new ArrayList<>(map.entries());
    RevisionEntry old = lowest.entry();
    entries.set(
        lowest.position(),
        new RevisionEntry(
            old.id(),
            parents,
            old.dependsOn(),
            old.branchLabels(),
            old.message(),
            old.createDate(),
            old.className(),
            old.isReversible(),
            old.isTransactional()));
    return entries;
  }

  /**
   * Refuses to move what a database has been through: its version table would then say other than what it said.
   *
   * @param rows the rows of its version table
   * @throws RevisionException if one of the revisions that move is among them, or is needed by one
   */
  void refuseApplied(RevisionMap map, List<String> rows) {
    BitSet applied = map.graph().ancestors(map.set(rows));
    List<String> both = moved.stream()
        .filter(one -> applied.get(one.position()))
        .map(Script::label)
        .toList();
    if (!both.isEmpty()) {
      throw new RevisionException(Problem.of(
              ProblemId.ALREADY_APPLIED,
              "The database has been through what would move. Nothing has been changed.")
          .with("applied", String.join("\n", both))
          .fix("move the other head, if that has been applied nowhere.")
          .fix("or downgrade the database first, or join the heads with 'merge'."));
    }
  }

  private static void refuseInner(Script script) {
    if (!script.isHead()) {
      throw new RevisionException(cannot("Revision '" + script.revision() + "' is not a head.")
          .with("revision", script.label())
          .with("before", String.join(", ", script.nextRevisions()))
          .fix("name the heads that have come together; 'heads' lists them."));
    }
  }

  private static BitSet set(Script script) {
    BitSet set = new BitSet();
    set.set(script.position());
    return set;
  }

  private static Problem cannot(String headline) {
    return Problem.of(ProblemId.CANNOT_REBASE, headline);
  }
}
