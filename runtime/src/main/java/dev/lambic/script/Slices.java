package dev.lambic.script;

import static dev.lambic.script.Symbols.BASE;
import static dev.lambic.script.Symbols.NONE;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.RangeNotAncestorException;
import dev.lambic.error.RevisionException;
import dev.lambic.script.Walker.PastEnd;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Cuts the part out of a history that lies between two ends, and sorts it, newest first. */
final class Slices {
  /**
   * One end of a slice.
   *
   * @param names one symbol as a user wrote it, or the rows of the version table
   * @param isSymbol which of the two it is
   */
  record End(List<String> names, boolean isSymbol) {
    static End symbol(String symbol) {
      return new End(List.of(symbol), true);
    }

    static End rows(List<String> rows) {
      return new End(rows, false);
    }

    @Override
    public String toString() {
      return names.isEmpty() ? "base" : String.join(", ", names);
    }
  }

  private final List<Script> scripts;
  private final RevisionGraph graph;
  private final Symbols symbols;
  private final Targets targets;

  Slices(List<Script> scripts, RevisionGraph graph, Symbols symbols, Targets targets) {
    this.scripts = scripts;
    this.graph = graph;
    this.symbols = symbols;
    this.targets = targets;
  }

  List<Script> iterate(End upper, End lower, Set<IterateOption> options) {
    List<Integer> sorted = options.contains(IterateOption.SELECT_FOR_DOWNGRADE)
        ? downgrade(upper, lower, options)
        : upgrade(upper, lower, options);
    return sorted.stream().map(scripts::get).toList();
  }

  private List<Integer> upgrade(End upper, End lower, Set<IterateOption> options) {
    PastEnd pastEnd = pastEnd(options);
    boolean implicitBase = options.contains(IterateOption.IMPLICIT_BASE);
    List<Integer> goals = upper.isSymbol()
        ? targets.upgrade(upper.names().get(0), lower, pastEnd)
        : targets.revisions(upper.names());
    BitSet heads = onBranchOf(lower, Symbols.set(goals));
    refuseOverlap(goals, heads);
    BitSet slice = graph.ancestors(heads);
    List<Integer> start = targets.revisions(lower);
    if (!implicitBase
        && start.stream().anyMatch(one -> one == BASE || (one >= 0 && !slice.get(one)))) {
      throw notAncestor(lower, start, upper, goals);
    }
    if (!start.isEmpty() && start.get(0) == NONE) {
      int clipped = targets.downgrade(lower.names().get(0), upper, pastEnd).position();
      start = clipped >= 0 ? List.of(clipped) : List.of();
    }
    BitSet bottom = Symbols.set(start.stream().map(one -> at(one, lower)).toList());
    BitSet applied = graph.ancestors(bottom);
    refuseOverlap(start, bottom);
    slice.andNot(applied);
    if (options.contains(IterateOption.INCLUSIVE)) {
      slice.or(bottom);
    }
    if (!implicitBase && !bottom.isEmpty()) {
      slice.and(graph.lineBelow(bottom));
    }
    return graph.newestFirst(slice, heads);
  }

  /** Of the upper ends, leaves those on the branch that the lower end names, as in {@code billing@base}. */
  private BitSet onBranchOf(End lower, BitSet heads) {
    int at = lower.isSymbol() ? lower.names().get(0).indexOf('@') : -1;
    if (at < 0) {
      return heads;
    }
    String name = lower.names().get(0).substring(0, at);
    int named = symbols.one(name);
    String label = name;
    if (named >= 0 && scripts.get(named).revision().equals(name)) {
      List<String> labels = scripts.get(named).branchLabels();
      if (labels.size() != 1) {
        throw new RevisionException(Problem.of(
                ProblemId.UNKNOWN_BRANCH,
                "'" + name + "' is a revision with "
                    + (labels.isEmpty() ? "no branch label." : "several branch labels."))
            .with("range", lower.toString())
            .with("branch labels", labels.isEmpty() ? "none" : String.join(", ", labels))
            .fix("name a branch label before the '@'."));
      }
      label = labels.get(0);
    }
    BitSet onBranch = new BitSet();
    for (int head : heads.stream().toArray()) {
      onBranch.set(head, scripts.get(head).branchLabels().contains(label));
    }
    return onBranch;
  }

  private List<Integer> downgrade(End upper, End lower, Set<IterateOption> options) {
    Targets.Down target = targets.downgrade(lower.names().get(0), upper, pastEnd(options));
    BitSet roots = roots(target, options.contains(IterateOption.INCLUSIVE));
    BitSet heads =
        Symbols.set(targets.revisions(upper).stream().map(one -> at(one, upper)).toList());
    BitSet applied = graph.ancestors(heads);
    BitSet undone = graph.descendants(roots);
    undone.and(applied);
    if (options.contains(IterateOption.IMPLICIT_BASE)) {
      BitSet others = (BitSet) applied.clone();
      others.andNot(graph.ancestors(roots));
      undone.or(others);
    }
    if (target.position() >= 0 && undone.isEmpty() && !heads.get(target.position())) {
      throw notBelow(lower, upper, target.position());
    }
    return graph.newestFirst(undone, heads);
  }

  private static PastEnd pastEnd(Set<IterateOption> options) {
    return options.contains(IterateOption.CLIP_RELATIVE) ? PastEnd.CLIP : PastEnd.REFUSE;
  }

  /** What has to go first: the children of what stays, on the branch that was named if there is a choice. */
  private BitSet roots(Targets.Down target, boolean inclusive) {
    BitSet roots = new BitSet();
    int choices;
    if (target.position() < 0) {
      symbols.bases().forEach(roots::set);
      // Alembic finds a base once more by each of its labels, and so has a choice where a lone base
      // has one.
      choices = symbols.bases().stream()
          .mapToInt(base -> 1 + scripts.get(base).declaredBranchLabels().size())
          .sum();
    } else if (inclusive) {
      roots.set(target.position());
      choices = 1;
    } else {
      for (int child : graph.children(target.position())) {
        roots.set(child);
      }
      choices = roots.cardinality();
    }
    if (target.branch() != null && choices > 1) {
      BitSet branch = new BitSet();
      branch.set(symbols.branch(target.branch()));
      roots.and(graph.lineAbove(branch));
      if (roots.isEmpty()) {
        throw new RevisionException(Problem.of(
                ProblemId.NOT_ON_BRANCH,
                "Nothing of branch '" + target.branch() + "' comes directly after "
                    + (target.position() < 0
                        ? "base."
                        : "'" + scripts.get(target.position()).revision() + "'."))
            .with("branch", scripts.get(symbols.branch(target.branch())).label())
            .fix("name a revision above the target before the '@', or no branch at all."));
      }
    }
    return roots;
  }

  private int at(int position, End end) {
    if (position < 0) {
      throw new RevisionException(
          Problem.of(ProblemId.WALK_PAST_END, "'" + end + "' leads past the end of the history.")
              .with("found", RevisionMap.summary(scripts, symbols.heads()))
              .fix("ask for fewer steps."));
    }
    return position;
  }

  /** Refuses ends of which one needs another: it would be unclear which of them is meant. */
  private void refuseOverlap(List<Integer> ends, BitSet all) {
    if (graph.tips(graph.ancestors(all)).equals(all)) {
      return;
    }
    for (int end : ends) {
      BitSet needed = graph.ancestors(Symbols.set(List.of(end)));
      needed.and(all);
      needed.clear(end);
      if (all.get(end) && !needed.isEmpty()) {
        throw new RevisionException(
            Problem.of(
                    ProblemId.OVERLAPPING_REVISIONS,
                    "Of the revisions that are meant, '" + scripts.get(end).revision()
                        + "' needs others of them.")
                .with("revision", scripts.get(end).label())
                .with(
                    "needs", RevisionMap.labels(scripts, needed.stream().boxed().toList()))
                .fix(
                    "name the newer ones only; if these are the rows of the version table, stamp 'base', and then what is really applied."));
      }
    }
  }

  private RangeNotAncestorException notAncestor(
      End lower, List<Integer> from, End upper, List<Integer> to) {
    return new RangeNotAncestorException(Problem.of(
            ProblemId.NOT_AN_ANCESTOR,
            "The history does not lead from '" + lower + "' to '" + upper + "'.")
        .with("from", labels(from))
        .with("to", labels(to))
        .fix("name the older revision first, and two revisions of one line."));
  }

  private String labels(List<Integer> revisions) {
    List<Integer> known = revisions.stream().filter(one -> one >= 0).toList();
    return known.isEmpty() ? "base" : RevisionMap.labels(scripts, known);
  }

  private RangeNotAncestorException notBelow(End lower, End upper, int target) {
    return new RangeNotAncestorException(Problem.of(
            ProblemId.NOT_AN_ANCESTOR,
            "There is no way down to '" + lower + "' from where the database is.")
        .with("in database", upper.names().isEmpty() ? "no revision" : upper.toString())
        .with("target", scripts.get(target).label())
        .fix("pass a revision that the database has been through; 'history' lists them in order."));
  }
}
