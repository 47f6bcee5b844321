package dev.lambic.script;

import dev.lambic.Migration;
import dev.lambic.error.MultipleHeadsException;
import dev.lambic.error.NearMisses;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.ResolutionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A checked history: every revision, found by id, unique beginning of an id, branch label, or the words {@code head},
 * {@code heads} and {@code base}. Immutable. Mirrors Alembic's {@code RevisionMap}.
 */
public final class RevisionMap {
  private static final int MOST_NAMED = 5;

  /** An id shorter than this is only found by all of its characters, as in Alembic. */
  private static final int SHORTEST_ABBREVIATED = 4;

  private final List<Script> scripts;
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private final RevisionGraph graph;
  private final IntFunction<Migration> migrations;

  private RevisionMap(List<RevisionEntry> entries, IntFunction<Migration> migrations) {
    this.migrations = migrations;
    this.scripts = IntStream.range(0, entries.size())
        .mapToObj(position -> new Script(this, position, entries.get(position)))
        .toList();
    entries.forEach(entry -> positions.put(entry.id(), positions.size()));
    for (Script script : scripts) {
      script.branchLabels().forEach(label -> positions.put(label, script.position()));
    }
    this.graph = new RevisionGraph(edges(entries, true), edges(entries, false));
  }

  /**
   * Checks a history and makes its map.
   *
   * @param entries the revisions, in load order
   * @param migrations makes the migration of the entry at a position
   * @throws dev.lambic.error.RevisionException for the first thing that is wrong with the history
   */
  public static RevisionMap of(List<RevisionEntry> entries, IntFunction<Migration> migrations) {
    List<GraphDefect> defects = check(entries);
    if (!defects.isEmpty()) {
      throw defects.get(0).toException();
    }
    return new RevisionMap(entries, migrations);
  }

  /** Returns everything that is wrong with the history that these entries describe; nothing, if it is sound. */
  public static List<GraphDefect> check(List<RevisionEntry> entries) {
    return GraphCheck.check(entries);
  }

  /** Returns every revision, in load order. */
  public List<Script> scripts() {
    return scripts;
  }

  /** Returns the ids of the revisions that are no other's parent. */
  public List<String> heads() {
    return scripts.stream().filter(Script::isHead).map(Script::revision).toList();
  }

  /** Returns the ids of the revisions that no other needs, neither as parent nor as dependency. */
  public List<String> realHeads() {
    return scripts.stream().filter(Script::isRealHead).map(Script::revision).toList();
  }

  /** Returns the ids of the revisions without parents. */
  public List<String> bases() {
    return scripts.stream().filter(Script::isBase).map(Script::revision).toList();
  }

  /**
   * Returns the head, or nothing in an empty history.
   *
   * @throws MultipleHeadsException if there are several
   */
  public Optional<String> getCurrentHead() {
    List<String> heads = heads();
    if (heads.size() > 1) {
      throw new MultipleHeadsException(Problem.of(
              ProblemId.MULTIPLE_HEADS, "'head' could be any of " + heads.size() + " revisions.")
          .with("heads", labels(heads))
          .fix("name one of them, or all of them with 'heads'.")
          .fix("join them: add a revision whose 'downRevision' lists all of them."));
    }
    return heads.stream().findFirst();
  }

  /**
   * Returns the one revision that a symbol names, or nothing for {@code base}.
   *
   * @throws ResolutionException if it names none, or could mean several
   * @throws MultipleHeadsException if it is {@code head} or {@code heads} and there are several
   */
  public Optional<Script> getRevision(String symbol) {
    return switch (symbol) {
      case "base" -> Optional.empty();
      case "head", "heads" -> getCurrentHead().map(this::script);
      default -> Optional.of(scripts.get(resolve(symbol)));
    };
  }

  /**
   * Returns the revisions that a symbol names: all real heads for {@code heads}, none for {@code base}, else one.
   *
   * @throws ResolutionException if it names no revision, or is a beginning that several ids share
   * @throws MultipleHeadsException if it is {@code head} and there are several
   */
  public List<Script> getRevisions(String symbol) {
    return symbol.equals("heads")
        ? realHeads().stream().map(this::script).toList()
        : getRevision(symbol).stream().toList();
  }

  private int resolve(String symbol) {
    Integer exact = positions.get(symbol);
    if (exact != null) {
      return exact;
    }
    List<String> beginnings = symbol.isEmpty()
        ? List.of()
        : positions.keySet().stream()
            .filter(key -> key.startsWith(symbol) && key.length() >= SHORTEST_ABBREVIATED)
            .toList();
    if (beginnings.size() > 1) {
      throw new ResolutionException(Problem.of(
              ProblemId.AMBIGUOUS_REVISION,
              beginnings.size() + " revisions begin with '" + symbol + "'.")
          .with("candidates", labels(beginnings))
          .fix("add characters until only one of them matches."));
    }
    if (beginnings.isEmpty()) {
      throw new ResolutionException(unknown(symbol));
    }
    return position(beginnings.get(0));
  }

  private Problem unknown(String symbol) {
    List<String> near = NearMisses.of(symbol, positions.keySet());
    return Problem.of(ProblemId.UNKNOWN_REVISION, "No revision matches '" + symbol + "'.")
        .with("found", summary())
        .didYouMean(near.stream().map(key -> scripts.get(position(key)).label()).toList())
        .fix(
            "list the revisions with 'history', and pass an id, the beginning of one, or a branch label.");
  }

  /** Returns the size of the history and its heads, for messages. */
  String summary() {
    String count = scripts.size() == 1 ? "1 revision" : scripts.size() + " revisions";
    List<String> heads = heads();
    return heads.isEmpty()
        ? count
        : count + "; " + (heads.size() == 1 ? "head " : "heads ") + labels(heads);
  }

  /** Returns how messages name revisions: the first few, and how many more there are. */
  String labels(Collection<String> keys) {
    List<String> named = new ArrayList<>();
    keys.stream()
        .limit(MOST_NAMED)
        .forEach(key -> named.add(scripts.get(position(key)).label()));
    if (keys.size() > MOST_NAMED) {
      named.add("and " + (keys.size() - MOST_NAMED) + " more");
    }
    return String.join(", ", named);
  }

  /** Returns the ids of the parents of a revision, and of what it depends on besides, each once. */
  public List<String> neededBy(String id) {
    return ids(graph.needs(position(id)));
  }

  /**
   * Returns those of the candidates that neither the given revisions nor the other candidates need: the rows that come
   * back to the version table when what stood above them has been undone.
   */
  public List<String> uncoveredBy(Collection<String> revisions, Collection<String> candidates) {
    BitSet covered = graph.ancestors(set(revisions));
    BitSet uncovered = set(candidates);
    uncovered.andNot(covered);
    BitSet below = new BitSet();
    uncovered.stream()
        .forEach(position -> Arrays.stream(graph.needs(position)).forEach(below::set));
    uncovered.andNot(graph.ancestors(below));
    return ids(uncovered.stream().toArray());
  }

  RevisionGraph graph() {
    return graph;
  }

  Migration create(int position) {
    return migrations.apply(position);
  }

  /** Tells whether a revision of exactly this id exists. */
  public boolean contains(String id) {
    Integer position = positions.get(id);
    return position != null && scripts.get(position).revision().equals(id);
  }

  /** Returns the id of the revision that an id or a branch label names. */
  String idOf(String key) {
    return scripts.get(position(key)).revision();
  }

  List<String> ids(int[] revisions) {
    return Arrays.stream(revisions)
        .mapToObj(position -> scripts.get(position).revision())
        .toList();
  }

  List<Script> scripts(Collection<Integer> revisions) {
    return revisions.stream().map(scripts::get).toList();
  }

  BitSet set(Collection<String> ids) {
    BitSet set = new BitSet(scripts.size());
    ids.forEach(id -> set.set(position(id)));
    return set;
  }

  /** Returns the revision of exactly this id. */
  Script script(String id) {
    return scripts.get(position(id));
  }

  private int position(String key) {
    Integer position = positions.get(key);
    if (position == null) {
      throw new IllegalStateException("the history has no revision '" + key + "'");
    }
    return position;
  }

  private int[][] edges(List<RevisionEntry> entries, boolean parents) {
    return entries.stream()
        .map(entry -> parents ? entry.downRevisions() : entry.dependsOn())
        .map(names -> names.stream().mapToInt(this::position).distinct().toArray())
        .toArray(int[][]::new);
  }
}
