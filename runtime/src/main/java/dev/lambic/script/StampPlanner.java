package dev.lambic.script;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.RevisionException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Works out how the rows of the version table have to change so that they name what is to be stamped. */
final class StampPlanner {
  private final List<Script> scripts;
  private final RevisionGraph graph;
  private final Symbols symbols;
  private final Targets targets;

  StampPlanner(List<Script> scripts, RevisionGraph graph, Symbols symbols, Targets targets) {
    this.scripts = scripts;
    this.graph = graph;
    this.symbols = symbols;
    this.targets = targets;
  }

  List<StampMove> plan(List<String> words, List<String> rows) {
    List<Integer> at = targets.revisions(rows);
    Set<Integer> collected = new LinkedHashSet<>();
    for (String word : words) {
      collected.addAll(symbols.filter(at, word, true));
    }
    List<Integer> from = List.copyOf(collected);
    List<Integer> wanted = new ArrayList<>();
    for (String word : words) {
      wanted.addAll(symbols.all(word));
    }
    if (wanted.isEmpty() || wanted.contains(Symbols.NONE)) {
      return from.stream()
          .map(row -> move(List.of(row), List.of(), false, true))
          .toList();
    }
    if (wanted.contains(Symbols.BASE)) {
      throw past(words);
    }
    List<Integer> coming =
        wanted.stream().filter(revision -> !collected.contains(revision)).toList();
    List<StampMove> moves =
        new LinkedHashSet<>(coming).stream().map(revision -> to(revision, from)).toList();
    return isFeasible(moves) && !isRepeatedAndOverlapping(coming)
        ? moves
        : consistent(Symbols.set(at), Symbols.set(from), Symbols.set(wanted));
  }

  /** Alembic works each move out from the first rows: a move down then finds that an earlier one has taken them away. */
  private static boolean isFeasible(List<StampMove> moves) {
    List<StampMove> replacing =
        moves.stream().filter(move -> !move.branchMove()).toList();
    return replacing.stream().skip(1).allMatch(StampMove::isUpgrade);
  }

  /** Alembic fails on a revision that is named twice; where it is one of two rows of a line, it would not even help. */
  private boolean isRepeatedAndOverlapping(List<Integer> coming) {
    BitSet set = Symbols.set(coming);
    return set.cardinality() < coming.size()
        && !graph.tips(graph.ancestors(set)).equals(set);
  }

  /** Where Alembic has no answer: the rows end as the newest of what is wanted and of what stays. */
  private List<StampMove> consistent(BitSet rows, BitSet collected, BitSet wanted) {
    BitSet goal = (BitSet) rows.clone();
    goal.andNot(collected);
    goal.or(wanted);
    goal = graph.tips(graph.ancestors(goal));
    BitSet leaving = (BitSet) collected.clone();
    leaving.andNot(goal);
    goal.andNot(rows);
    List<Integer> from = leaving.stream().boxed().toList();
    if (goal.isEmpty()) {
      return from.stream()
          .map(row -> move(List.of(row), List.of(), false, true))
          .toList();
    }
    List<StampMove> moves = new ArrayList<>();
    for (int revision : goal.stream().toArray()) {
      boolean isFirst = moves.isEmpty() && !from.isEmpty();
      boolean isDown =
          isFirst && graph.descendants(Symbols.set(List.of(revision))).intersects(leaving);
      moves.add(move(isFirst ? from : List.of(), List.of(revision), !isDown, !isFirst));
    }
    return moves;
  }

  private StampMove to(int revision, List<Integer> from) {
    BitSet rows = Symbols.set(from);
    BitSet self = Symbols.set(List.of(revision));
    boolean isBelow = graph.descendants(self).intersects(rows);
    boolean isAbove = graph.ancestors(self).intersects(rows);
    if (isBelow && isAbove) {
      throw new RevisionException(Problem.of(
              ProblemId.OVERLAPPING_REVISIONS,
              "Of the rows that '" + scripts.get(revision).revision()
                  + "' would take the place of, some need others.")
          .with("in database", RevisionMap.labels(scripts, from))
          .fix("stamp 'base' first: it empties the version table."));
    }
    return isBelow || isAbove
        ? move(from, List.of(revision), isAbove, false)
        : move(List.of(), List.of(revision), true, true);
  }

  private StampMove move(
      List<Integer> from, List<Integer> to, boolean isUpgrade, boolean branchMove) {
    return new StampMove(ids(from), ids(to), isUpgrade, branchMove);
  }

  private List<String> ids(List<Integer> revisions) {
    return revisions.stream().map(one -> scripts.get(one).revision()).toList();
  }

  private RevisionException past(List<String> words) {
    return new RevisionException(Problem.of(
            ProblemId.WALK_PAST_END,
            "'" + String.join(", ", words) + "' leads below the first revision.")
        .with("found", RevisionMap.summary(scripts, symbols.heads()))
        .fix("to empty the version table, stamp 'base'."));
  }
}
