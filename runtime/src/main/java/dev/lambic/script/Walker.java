package dev.lambic.script;

import static dev.lambic.script.Symbols.BASE;
import static dev.lambic.script.Symbols.NONE;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.RevisionException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts steps along parents, for one symbol, whose text goes into errors. */
final class Walker {

  /** What becomes of a walk that goes further than the history does. */
  enum PastEnd {
    /** It is an error. */
    REFUSE,
    /** It ends where the history does: at the last revision, or at {@link Symbols#BASE}. */
    CLIP,
    /** It ends at {@link Symbols#NONE}. */
    NOWHERE
  }

  private final Symbols symbols;
  private final RevisionGraph graph;
  private final List<Script> scripts;
  private final String symbol;

  Walker(Symbols symbols, RevisionGraph graph, List<Script> scripts, String symbol) {
    this.symbols = symbols;
    this.graph = graph;
    this.scripts = scripts;
    this.symbol = symbol;
  }

  /**
   * Walks up.
   *
   * @param start where to begin; {@link Symbols#NONE} below the bases
   * @param branch what to stay on a line with, or null
   */
  int up(int start, int steps, @Nullable String branch, PastEnd pastEnd) {
    int at = start;
    BitSet line = null;
    for (int step = 0; step < steps; step++) {
      List<Integer> next = at == NONE ? symbols.bases() : list(graph.children(at));
      if (branch != null && !branch.isEmpty() && !next.isEmpty()) {
        line = line == null ? symbols.lineage(branch, false) : line;
        next = next.stream().filter(line::get).toList();
      }
      if (next.isEmpty()) {
        return tooFar(at, step, pastEnd);
      }
      at = only(next, step);
    }
    return at;
  }

  /**
   * Walks down.
   *
   * @param start where to begin; {@link Symbols#NONE} above the heads
   */
  int down(int start, int steps, PastEnd pastEnd) {
    int at = start;
    for (int step = 0; step < steps; step++) {
      if (at == BASE) {
        return tooFar(BASE, step, pastEnd);
      }
      List<Integer> next = at == NONE ? symbols.heads() : list(graph.parents(at));
      at = next.isEmpty() ? BASE : only(next, step);
    }
    return at;
  }

  private int tooFar(int end, int taken, PastEnd pastEnd) {
    if (pastEnd == PastEnd.REFUSE) {
      throw new RevisionException(Problem.of(
              ProblemId.WALK_PAST_END,
              "'" + symbol + "' asks for more steps than there are: the history ends after " + taken
                  + ".")
          .with("found", RevisionMap.summary(scripts, symbols.heads()))
          .fix("ask for fewer steps, or for 'head' or 'base'."));
    }
    return pastEnd == PastEnd.CLIP ? end : NONE;
  }

  private int only(List<Integer> next, int taken) {
    if (next.size() > 1) {
      throw new RevisionException(Problem.of(
              ProblemId.AMBIGUOUS_WALK,
              "'" + symbol + "' comes to a fork after " + taken
                  + (taken == 1 ? " step." : " steps."))
          .with("candidates", RevisionMap.labels(scripts, next))
          .fix("pass the id of the revision instead."));
    }
    return next.get(0);
  }

  private static List<Integer> list(int[] revisions) {
    return Arrays.stream(revisions).boxed().toList();
  }
}
