package dev.lambic.script;

import dev.lambic.error.MultipleHeadsException;
import dev.lambic.error.NearMisses;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.ResolutionException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the revisions that symbols name: ids and unique beginnings of ids, branch labels, {@code head}, {@code heads},
 * {@code base}, each of them also behind {@code label@}. Revisions are positions in load order.
 */
final class Symbols {
  /** No revision: what {@code base} names, and where a walk leads that goes too far. */
  static final int NONE = -1;

  /** Where a walk leads that goes one step below a revision without parents. */
  static final int BASE = -2;

  /** A key shorter than this is only found by all of its characters, as in Alembic. */
  private static final int SHORTEST_ABBREVIATED = 4;

  /** The ids that a symbol stands for, not looked up yet, and what stands before its {@code @}. */
  private record Split(List<String> ids, @Nullable String branch) {

    /** Returns the branch that the ids have to be on, or null; as in Alembic, an empty one is none. */
    @Nullable
    String limit() {
      return branch == null || branch.isEmpty() ? null : branch;
    }
  }

  private final List<Script> scripts;
  private final RevisionGraph graph;
  private final Map<String, Integer> positions;

  /**
   * @param positions where each id, and then each branch label, is found, in order
   */
  Symbols(List<Script> scripts, RevisionGraph graph, Map<String, Integer> positions) {
    this.scripts = scripts;
    this.graph = graph;
    this.positions = positions;
  }

  /** Returns the position of the revision of exactly this id or label, or null. */
  @Nullable
  Integer exact(String key) {
    return positions.get(key);
  }

  /** Returns all ids in load order, and then all labels. */
  List<String> keys() {
    return List.copyOf(positions.keySet());
  }

  List<Integer> heads() {
    return where(position -> graph.children(position).length == 0);
  }

  List<Integer> realHeads() {
    return where(position -> graph.dependents(position).length == 0);
  }

  List<Integer> bases() {
    return where(position -> graph.parents(position).length == 0);
  }

  List<Integer> realBases() {
    return where(position -> graph.needs(position).length == 0);
  }

  private List<Integer> where(IntPredicate test) {
    return IntStream.range(0, scripts.size()).filter(test).boxed().toList();
  }

  /** Returns the head of the whole history, or of a branch; {@link #NONE} in an empty one. */
  int currentHead(@Nullable String branch) {
    List<Integer> heads = heads();
    String symbol = "head";
    if (branch != null && !branch.isEmpty()) {
      heads = filter(heads, branch, false);
      symbol = branch + "@head";
    }
    if (heads.size() > 1) {
      throw new MultipleHeadsException(multiple(symbol, heads));
    }
    return heads.isEmpty() ? NONE : heads.get(0);
  }

  private Problem multiple(String symbol, List<Integer> heads) {
    return Problem.of(
            ProblemId.MULTIPLE_HEADS,
            "'" + symbol + "' could be any of " + heads.size() + " revisions.")
        .with("heads", RevisionMap.labels(scripts, heads))
        .fix("name one of them, or all of them with '" + symbol.replaceFirst("heads?$", "heads")
            + "'.")
        .fix("join them: add a revision whose 'downRevision' lists all of them.");
  }

  /** Returns the one revision that a symbol names, or {@link #NONE}. */
  int one(String symbol) {
    Split split = split(symbol);
    if (split.ids().size() > 1) {
      throw new MultipleHeadsException(
          multiple(symbol, split.ids().stream().map(positions::get).toList()));
    }
    if (split.ids().isEmpty()) {
      String limit = split.limit();
      if (limit != null) {
        branch(limit);
      }
      return NONE;
    }
    return find(split.ids().get(0), split.limit());
  }

  /** Returns the revisions that a symbol names; for {@code -N} where that leads from each head. */
  List<Integer> all(String symbol) {
    Split split = split(symbol);
    int down = split.ids().size() == 1 ? RelativeSymbol.stepsDown(split.ids().get(0)) : 0;
    if (down > 0) {
      Walker walker = new Walker(this, graph, scripts, symbol);
      return realHeads().stream()
          .filter(head ->
              split.branch() == null || scripts.get(head).branchLabels().contains(split.branch()))
          .map(head -> walker.down(head, down, Walker.PastEnd.NOWHERE))
          .toList();
    }
    return split.ids().stream().map(id -> find(id, split.limit())).toList();
  }

  private Split split(String symbol) {
    int at = symbol.indexOf('@');
    String branch = at < 0 ? null : symbol.substring(0, at);
    String id = symbol.substring(at + 1);
    return switch (id) {
      case "heads" ->
        new Split(
            ids(branch == null || branch.isEmpty() ? realHeads() : filter(heads(), branch, false)),
            branch);
      case "head" -> {
        int head = currentHead(branch);
        yield new Split(head == NONE ? List.of() : ids(List.of(head)), branch);
      }
      case "base" -> new Split(List.of(), branch);
      default -> new Split(List.of(id), branch);
    };
  }

  private List<String> ids(List<Integer> revisions) {
    return revisions.stream().map(position -> scripts.get(position).revision()).toList();
  }

  /** Returns the revision that an id, the beginning of one, or a label names. */
  int find(String key) {
    return find(key, null);
  }

  /** Returns the revision that a key names, which has to be on the line of a branch, if one is given. */
  private int find(String key, @Nullable String branch) {
    int branchRevision = branch == null ? NONE : branch(branch);
    Integer exact = positions.get(key);
    int found = exact != null ? exact : abbreviated(key, branch);
    if (branch != null && !lineage(List.of(branchRevision), false).get(found)) {
      throw new ResolutionException(Problem.of(
              ProblemId.NOT_ON_BRANCH, "Revision '" + key + "' is not on branch '" + branch + "'.")
          .with("revision", scripts.get(found).label())
          .with("branch", scripts.get(branchRevision).label())
          .fix("name a revision above or below '" + branch + "', or leave '" + branch + "@' out."));
    }
    return found;
  }

  /** Returns the revision that a branch is named after. */
  int branch(String name) {
    Integer exact = positions.get(name);
    if (exact != null) {
      return exact;
    }
    try {
      return abbreviated(name, null);
    } catch (ResolutionException e) {
      throw new ResolutionException(
          Problem.of(ProblemId.UNKNOWN_BRANCH, "There is no branch '" + name + "'.")
              .with("found", branches())
              .didYouMean(near(name))
              .fix("name a branch label, or a revision on the branch."));
    }
  }

  private String branches() {
    List<String> labels = keys().subList(scripts.size(), positions.size());
    return labels.isEmpty() ? "no branch labels" : "branch labels " + String.join(", ", labels);
  }

  private int abbreviated(String beginning, @Nullable String branch) {
    List<String> keys = beginning.isEmpty()
        ? List.of()
        : positions.keySet().stream()
            .filter(key -> key.startsWith(beginning)
                && key.codePointCount(0, key.length()) >= SHORTEST_ABBREVIATED)
            .toList();
    if (branch != null && !keys.isEmpty()) {
      BitSet line = lineage(branch, false);
      keys = keys.stream().filter(key -> line.get(position(key))).toList();
    }
    if (keys.size() > 1) {
      throw new ResolutionException(Problem.of(
              ProblemId.AMBIGUOUS_REVISION,
              keys.size() + " revisions begin with '" + beginning + "'.")
          .with("candidates", candidates(keys))
          .fix("add characters until only one of them matches."));
    }
    if (keys.isEmpty()) {
      throw new ResolutionException(unknown(beginning));
    }
    return position(keys.get(0));
  }

  private String candidates(List<String> keys) {
    return RevisionMap.firstFew(keys.stream().map(this::describe).toList());
  }

  private String describe(String key) {
    Script script = scripts.get(position(key));
    return script.revision().equals(key)
        ? script.label()
        : key + " (branch label of " + script.revision() + ")";
  }

  private Problem unknown(String symbol) {
    return Problem.of(ProblemId.UNKNOWN_REVISION, "No revision matches '" + symbol + "'.")
        .with("found", RevisionMap.summary(scripts, heads()))
        .didYouMean(near(symbol))
        .fix(
            "list the revisions with 'history', and pass an id, the beginning of one, or a branch label.");
  }

  private List<String> near(String symbol) {
    return NearMisses.of(symbol, positions.keySet()).stream()
        .map(this::describe)
        .toList();
  }

  private int position(String key) {
    return Objects.requireNonNull(positions.get(key));
  }

  /** Returns those of the revisions that are on a line with what a symbol names; all of them for {@code base}. */
  List<Integer> filter(Collection<Integer> revisions, String symbol, boolean includeDependencies) {
    if (revisions.isEmpty()) {
      return List.of();
    }
    BitSet line = lineage(symbol, includeDependencies);
    return revisions.stream().filter(line::get).toList();
  }

  /** Returns everything on a line with what a symbol names: with its label, or with its id. */
  BitSet lineage(String symbol, boolean includeDependencies) {
    Split split = split(symbol);
    List<String> names = new ArrayList<>(split.ids());
    String limit = split.limit();
    if (limit != null) {
      names.add(0, limit);
    }
    if (names.isEmpty()) {
      BitSet everything = new BitSet();
      everything.set(0, scripts.size());
      return everything;
    }
    return lineage(names.stream().map(this::find).toList(), includeDependencies);
  }

  private BitSet lineage(List<Integer> revisions, boolean includeDependencies) {
    BitSet start = set(revisions);
    BitSet line = includeDependencies ? graph.ancestors(start) : graph.lineAbove(start);
    line.or(includeDependencies ? graph.descendants(start) : graph.lineBelow(start));
    return line;
  }

  static BitSet set(Collection<Integer> revisions) {
    BitSet set = new BitSet();
    revisions.forEach(set::set);
    return set;
  }
}
