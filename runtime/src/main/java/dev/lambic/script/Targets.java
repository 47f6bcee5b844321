package dev.lambic.script;

import static dev.lambic.script.Symbols.NONE;

import dev.lambic.error.MultipleHeadsException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.ResolutionException;
import dev.lambic.error.RevisionException;
import dev.lambic.script.Walker.PastEnd;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out what a command aims at, from what its user wrote and from where the database stands. */
final class Targets {
  /** What a downgrade aims at; the position may be {@link Symbols#NONE} or {@link Symbols#BASE}, for everything. */
  record Down(@Nullable String branch, int position, List<Problem> warnings) {}

  private final List<Script> scripts;
  private final RevisionGraph graph;
  private final Symbols symbols;

  Targets(List<Script> scripts, RevisionGraph graph, Symbols symbols) {
    this.scripts = scripts;
    this.graph = graph;
    this.symbols = symbols;
  }

  /**
   * Returns what an upgrade aims at.
   *
   * @param pastEnd what becomes of a walk that goes too far
   */
  List<Integer> upgrade(String target, Slices.End start, PastEnd pastEnd) {
    Optional<RelativeSymbol> parsed = RelativeSymbol.parse(target);
    if (parsed.isEmpty()) {
      return symbols.all(target).stream().map(at -> revision(at, target)).toList();
    }
    RelativeSymbol relative = parsed.get();
    if (relative.symbol() != null) {
      int end = counted(relative, relative.isUp(), relative.symbol(), target, pastEnd);
      return List.of(revision(end, target));
    }
    if (!relative.isUp()) {
      throw unsuitable(
          target, "An upgrade goes up the history", "pass '+1' or the id of a later revision.");
    }
    int from = startOfUpgrade(relative.branch(), start, target);
    int end = walker(target).up(from, relative.steps(), relative.branch(), pastEnd);
    return List.of(revision(end, target));
  }

  private int startOfUpgrade(@Nullable String branch, Slices.End start, String target) {
    if (branch == null && start.isSymbol()) {
      return symbols.one(start.names().get(0));
    }
    if (branch == null) {
      refuseSeveral(target, start.names());
      return start.names().isEmpty() ? NONE : revisions(start).get(0);
    }
    List<Integer> at = revisions(start).stream().filter(one -> one >= 0).toList();
    List<Integer> starts = symbols.filter(at, branch, false);
    if (starts.isEmpty()) {
      List<Integer> applied = graph.ancestors(Symbols.set(at)).stream().boxed().toList();
      BitSet onBranch = Symbols.set(symbols.filter(applied, branch, false));
      starts = graph.tips(onBranch).stream().boxed().toList();
    }
    refuseSeveral(target, starts.stream().map(one -> scripts.get(one).label()).toList());
    return starts.isEmpty() ? NONE : starts.get(0);
  }

  private static void refuseSeveral(String target, List<String> starts) {
    if (starts.size() > 1) {
      throw new RevisionException(Problem.of(
              ProblemId.AMBIGUOUS_WALK,
              "'" + target + "' could start at any of " + starts.size() + " revisions.")
          .with("in database", String.join(", ", starts))
          .fix(
              "pass the id of the revision to upgrade to, or count along one branch: 'label@+1'."));
    }
  }

  /** Walks as many steps as a symbol says from the revision that it names itself. */
  private int counted(
      RelativeSymbol relative, boolean up, String from, String target, PastEnd pastEnd) {
    if (up) {
      return walker(target).up(origin(from, target), relative.steps(), relative.branch(), pastEnd);
    }
    int start = origin(relative.branch() == null ? from : relative.branch() + "@" + from, target);
    return walker(target).down(start, relative.steps(), pastEnd);
  }

  private int origin(String symbol, String target) {
    try {
      return symbols.one(symbol);
    } catch (MultipleHeadsException e) {
      throw symbol.equals(target)
          ? e
          : new MultipleHeadsException(e.problem().with("asked for", "'" + target + "'"));
    }
  }

  /**
   * Returns what a downgrade aims at.
   *
   * @param pastEnd what becomes of a walk that goes too far
   */
  Down downgrade(String target, Slices.End from, PastEnd pastEnd) {
    Optional<RelativeSymbol> parsed = RelativeSymbol.parse(target);
    if (parsed.isEmpty()) {
      int at = target.lastIndexOf('@');
      String branch = at <= 0 ? null : target.substring(0, at);
      return new Down(branch, origin(target.substring(at + 1), target), List.of());
    }
    RelativeSymbol relative = parsed.get();
    if (relative.symbol() != null) {
      boolean up = relative.sign() == '+' || relative.steps() == 0;
      int end = counted(relative, up, relative.symbol(), target, pastEnd);
      return new Down(relative.branch(), end, List.of());
    }
    if (relative.sign() == '+' || relative.steps() == 0) {
      throw unsuitable(
          target,
          "A downgrade goes down the history",
          "pass '-1' or the id of an earlier revision.");
    }
    List<Problem> warnings = new ArrayList<>();
    String row = startOfDowngrade(relative.branch(), from, target, warnings);
    String branch = relative.branch() == null ? row : relative.branch();
    int end = walker(target).down(symbols.one(branch + "@" + row), relative.steps(), pastEnd);
    return new Down(branch, end, warnings);
  }

  private String startOfDowngrade(
      @Nullable String branch, Slices.End from, String target, List<Problem> warnings) {
    List<String> rows = from.names();
    if (branch != null) {
      List<Integer> at = from.isSymbol() ? List.of(symbols.find(rows.get(0))) : revisions(rows);
      return startOnBranch(branch, at, target);
    }
    if (from.isSymbol()) {
      return rows.get(0);
    }
    if (rows.isEmpty()) {
      throw new RevisionException(Problem.of(
              ProblemId.WALK_PAST_END,
              "'" + target + "' asks for more steps than there are: nothing has been applied.")
          .fix("pass the id of a revision to count from: 'id" + target + "'."));
    }
    if (new LinkedHashSet<>(rows).size() > 1) {
      warnings.add(Problem.of(
              ProblemId.AMBIGUOUS_DOWNGRADE,
              "'" + target + "' could start at any of " + rows.size() + " revisions; it starts at '"
                  + rows.get(0) + "'.")
          .with("in database", String.join(", ", rows))
          .fix("say which branch to go down: '" + rows.get(0) + "@" + target + "'."));
    }
    revisions(rows.subList(0, 1));
    return rows.get(0);
  }

  private String startOnBranch(String branch, List<Integer> at, String target) {
    List<Integer> starts = symbols.filter(at, branch, false);
    if (starts.isEmpty()) {
      List<Integer> current = allCurrent(at).stream().boxed().toList();
      starts = symbols.filter(current, branch, false);
    }
    if (starts.size() != 1) {
      String headline = starts.isEmpty()
          ? "'" + target + "' has nowhere to start: the database has nothing of branch '" + branch
              + "'."
          : "'" + target + "' could start at any of " + starts.size() + " revisions.";
      throw new RevisionException(Problem.of(ProblemId.AMBIGUOUS_WALK, headline)
          .with("in database", at.isEmpty() ? "no revision" : RevisionMap.labels(scripts, at))
          .fix("pass the id of the revision to downgrade to."));
    }
    return scripts.get(starts.get(0)).revision();
  }

  /** The rows and the ends of the branches that they imply: what is applied and has no applied child. */
  BitSet allCurrent(List<Integer> rows) {
    return graph.lineTips(graph.ancestors(Symbols.set(rows)));
  }

  /** Returns the revisions that an end of a slice names, or where else it leads. */
  List<Integer> revisions(Slices.End end) {
    return end.isSymbol() ? symbols.all(end.names().get(0)) : revisions(end.names());
  }

  /**
   * Returns the revisions that the rows of the version table name.
   *
   * @throws ResolutionException if this history does not have one of them
   */
  List<Integer> revisions(List<String> rows) {
    List<Integer> revisions = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String row : rows) {
      try {
        revisions.add(symbols.find(row));
      } catch (ResolutionException e) {
        if (e.problem().id() != ProblemId.UNKNOWN_REVISION) {
          throw e;
        }
        unknown.add(row);
      }
    }
    if (!unknown.isEmpty()) {
      throw new ResolutionException(databaseAhead(rows, unknown));
    }
    return revisions;
  }

  private Problem databaseAhead(List<String> rows, List<String> unknown) {
    return Problem.of(
            ProblemId.DATABASE_AHEAD,
            "The database stands on "
                + (unknown.size() == 1 ? "a revision" : "revisions")
                + " that this build does not have: "
                + String.join(", ", unknown)
                + ".")
        .with("in database", String.join(", ", rows))
        .with("in project", RevisionMap.summary(scripts, symbols.heads()))
        .fix(
            "run the build that has the revision: most likely a newer one was here, and was then rolled back.")
        .fix(
            "if the class was removed for good, put it back, downgrade with it, and remove it again.");
  }

  private static int revision(int position, String target) {
    if (position < 0) {
      throw unsuitable(target, "An upgrade leads to a revision", "pass the id of one.");
    }
    return position;
  }

  private static RevisionException unsuitable(String target, String rule, String fix) {
    return new RevisionException(
        Problem.of(ProblemId.UNSUITABLE_REVISION, rule + "; '" + target + "' does not.")
            .fix(fix));
  }

  private Walker walker(String target) {
    return new Walker(symbols, graph, scripts, target);
  }
}
