package dev.lambic.script;

import dev.lambic.Migration;
import dev.lambic.error.MultipleHeadsException;
import dev.lambic.error.ResolutionException;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A checked history: every revision, and what the symbols mean that name revisions. Immutable. Mirrors Alembic's {@code
 * RevisionMap}.
 *
 * <p>A symbol is an id, the unique beginning of one with at least four characters, a branch label, {@code head}, {@code
 * heads} or {@code base}. Each of them can stand behind a branch, {@code billing@head}, where the branch is a label or a
 * revision: the symbol then means what is on a line with it. Where a command says so, a symbol may also count steps:
 * {@code +2}, {@code -1}, {@code ae10+1}, {@code billing@+1}.
 */
public final class RevisionMap {
  private static final int MOST_NAMED = 5;

  private final List<Script> scripts;
  private final RevisionGraph graph;
  private final Symbols symbols;
  private final Targets targets;
  private final Slices slices;
  private final StampPlanner stamps;
  private final IntFunction<Migration> migrations;
  private volatile @Nullable List<List<String>> branchLabels;

  private RevisionMap(List<RevisionEntry> entries, IntFunction<Migration> migrations) {
    this.migrations = migrations;
    this.scripts = IntStream.range(0, entries.size())
        .mapToObj(position -> new Script(this, position, entries.get(position)))
        .toList();
    Map<String, Integer> positions = new LinkedHashMap<>();
    entries.forEach(entry -> positions.put(entry.id(), positions.size()));
    for (Script script : scripts) {
      script.declaredBranchLabels().forEach(label -> positions.put(label, script.position()));
    }
    this.graph = new RevisionGraph(
        edges(entries, RevisionEntry::downRevisions, positions),
        edges(entries, RevisionEntry::dependsOn, positions));
    this.symbols = new Symbols(scripts, graph, positions);
    this.targets = new Targets(scripts, graph, symbols);
    this.slices = new Slices(scripts, graph, symbols, targets);
    this.stamps = new StampPlanner(scripts, graph, symbols, targets);
  }

  private static int[][] edges(
      List<RevisionEntry> entries,
      Function<RevisionEntry, List<String>> names,
      Map<String, Integer> positions) {
    int[][] edges = new int[entries.size()][];
    for (int i = 0; i < edges.length; i++) {
      List<String> ends = names.apply(entries.get(i));
      edges[i] = new int[ends.size()];
      for (int j = 0; j < edges[i].length; j++) {
        edges[i][j] = Objects.requireNonNull(positions.get(ends.get(j)));
      }
    }
    return edges;
  }

  /**
   * Checks a history and makes its map.
   *
   * @param entries the revisions, in load order
   * @param migrations makes the migration of the entry at a position
   * @throws dev.lambic.error.RevisionException for the first thing that is wrong with the history
   */
  public static RevisionMap of(List<RevisionEntry> entries, IntFunction<Migration> migrations) {
    GraphCheck.refuseUnsound(entries);
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

  /** Returns what the classes say of the revisions, in load order. */
  List<RevisionEntry> entries() {
    return scripts.stream().map(Script::entry).toList();
  }

  /** Returns every name that a revision can be found by: all ids in load order, and then all branch labels. */
  public List<String> keys() {
    return symbols.keys();
  }

  /** Returns the ids of the revisions that are no other's parent, in load order. */
  public List<String> heads() {
    return ids(symbols.heads());
  }

  /** Returns the ids of the revisions that no other needs, neither as parent nor as dependency, in load order. */
  public List<String> realHeads() {
    return ids(symbols.realHeads());
  }

  /** Returns the ids of the revisions without parents, in load order. */
  public List<String> bases() {
    return ids(symbols.bases());
  }

  /** Returns the ids of the revisions that need no other, neither as parent nor as dependency, in load order. */
  public List<String> realBases() {
    return ids(symbols.realBases());
  }

  /**
   * Returns the head, or nothing in an empty history.
   *
   * @throws MultipleHeadsException if there are several
   */
  public Optional<String> getCurrentHead() {
    return script(symbols.currentHead(null)).map(Script::revision);
  }

  /**
   * Returns the head of a branch, or nothing in an empty history.
   *
   * @param branch a branch label, or a revision on the branch
   * @throws MultipleHeadsException if there are several
   * @throws ResolutionException if there is no such branch
   */
  public Optional<String> getCurrentHead(String branch) {
    return script(symbols.currentHead(branch)).map(Script::revision);
  }

  /**
   * Returns the one revision that a symbol names, or nothing for {@code base}.
   *
   * @throws ResolutionException if it names none, or could mean several
   * @throws MultipleHeadsException if it is {@code head} or {@code heads} and there are several
   */
  public Optional<Script> getRevision(String symbol) {
    return script(symbols.one(symbol));
  }

  /**
   * Returns the revisions that a symbol names: all real heads for {@code heads}, none for {@code base}, the revisions N
   * steps below the heads for {@code -N}, else one.
   *
   * @throws ResolutionException if it names no revision, or is a beginning that several ids share
   * @throws MultipleHeadsException if it is {@code head} and there are several
   */
  public List<Script> getRevisions(String symbol) {
    return resolve(symbol).stream().flatMap(end -> end.revision().stream()).toList();
  }

  /** Returns what each of the symbols names, one after the other; see {@link #getRevisions(String)}. */
  public List<Script> getRevisions(Collection<String> symbols) {
    return symbols.stream().flatMap(symbol -> getRevisions(symbol).stream()).toList();
  }

  /**
   * Returns where a symbol leads, also where that is no revision: {@code -N} and {@code label@-N} can lead below the first
   * revision, and past that. Mirrors all that Alembic's {@code get_revisions} can return.
   *
   * @throws ResolutionException if it names no revision, or is a beginning that several ids share
   * @throws MultipleHeadsException if it is {@code head} and there are several
   */
  public List<WalkEnd> resolve(String symbol) {
    return symbols.all(symbol).stream()
        .map(at -> switch (at) {
          case Symbols.NONE -> WalkEnd.nowhere(WalkEnd.Kind.PAST_END);
          case Symbols.BASE -> WalkEnd.nowhere(WalkEnd.Kind.BASE);
          default -> WalkEnd.at(scripts.get(at));
        })
        .toList();
  }

  /**
   * Returns those of the revisions that are on a line with what a symbol names: that lead to it or come after it.
   *
   * @param revisions revisions of this map
   * @param symbol a symbol; every revision is on a line with {@code base}
   * @param includeDependencies whether the lines go through dependencies as well as through parents
   * @throws ResolutionException if the symbol names no revision
   */
  public List<Script> filterForLineage(
      Collection<Script> revisions, String symbol, boolean includeDependencies) {
    return scripts(symbols.filter(
        revisions.stream().map(Script::position).toList(), symbol, includeDependencies));
  }

  /**
   * Returns the revisions that an upgrade aims at.
   *
   * @param target a symbol, which may count steps; {@code +N} counts from the rows
   * @param rows the rows of the version table, as read
   * @throws dev.lambic.error.RevisionException if that is no revision, or could be several
   */
  public List<Script> upgradeTargets(String target, List<String> rows) {
    return scripts(targets.upgrade(target, Slices.End.rows(rows), Walker.PastEnd.REFUSE));
  }

  /**
   * Returns what a downgrade aims at.
   *
   * @param target a symbol, which may count steps; {@code -N} counts from the first row
   * @param rows the rows of the version table, as read
   * @throws dev.lambic.error.RevisionException if that is neither a revision nor {@code base}, or could be several
   */
  public DowngradeTarget downgradeTarget(String target, List<String> rows) {
    Targets.Down down = targets.downgrade(target, Slices.End.rows(rows), Walker.PastEnd.REFUSE);
    return new DowngradeTarget(
        Optional.ofNullable(down.branch()), script(down.position()), down.warnings());
  }

  /**
   * Returns the revisions that rows of the version table stand for: their own, and the ends of the branches that these
   * imply through dependencies. In load order. Mirrors Alembic's {@code _get_all_current}.
   *
   * @throws ResolutionException if this history does not have one of them
   */
  public List<Script> getAllCurrent(Collection<String> rows) {
    return scripts(targets.allCurrent(targets.revisions(List.copyOf(rows))).stream()
        .boxed()
        .toList());
  }

  /**
   * Returns the revisions between two ends, newest first.
   *
   * @param upper the newer end: a symbol, which may count steps up from the lower end
   * @param lower the older end: a symbol, which may count steps down from the upper end where that is one revision
   * @throws dev.lambic.error.RangeNotAncestorException if the history does not lead from one to the other
   * @throws dev.lambic.error.RevisionException if an end names no revision
   */
  public List<Script> iterateRevisions(String upper, String lower, IterateOption... options) {
    return iterate(Slices.End.symbol(upper), Slices.End.symbol(lower), options);
  }

  List<Script> iterate(Slices.End upper, Slices.End lower, IterateOption... options) {
    Set<IterateOption> set = EnumSet.noneOf(IterateOption.class);
    set.addAll(List.of(options));
    return slices.iterate(upper, lower, set);
  }

  List<StampMove> stamp(List<String> targets, List<String> rows) {
    return stamps.plan(targets, rows);
  }

  /** Tells whether a revision of exactly this id exists. */
  public boolean contains(String id) {
    Integer position = symbols.exact(id);
    return position != null && scripts.get(position).revision().equals(id);
  }

  /** Returns what is applied where the rows of a version table are these; rows that this history lacks are left out. */
  public AppliedRevisions applied(Collection<String> rows) {
    return new AppliedRevisions(this, set(rows));
  }

  /** Returns the revisions of these ids; ids that this history lacks are left out. */
  BitSet set(Collection<String> ids) {
    BitSet set = new BitSet();
    for (String id : ids) {
      Integer position = symbols.exact(id);
      if (position != null && contains(id)) {
        set.set(position);
      }
    }
    return set;
  }

  RevisionGraph graph() {
    return graph;
  }

  Migration create(int position) {
    return migrations.apply(position);
  }

  /** Returns the labels that each revision carries; worked out when first asked for, as plans hardly ever need them. */
  List<String> branchLabels(int position) {
    List<List<String>> spread = branchLabels;
    if (spread == null) {
      spread = BranchLabels.spread(
          graph, scripts.stream().map(Script::declaredBranchLabels).toList());
      branchLabels = spread;
    }
    return spread.get(position);
  }

  /** Returns the id of the revision that an id or a branch label names. */
  String idOf(String key) {
    return scripts.get(Objects.requireNonNull(symbols.exact(key))).revision();
  }

  List<String> ids(int[] revisions) {
    return IntStream.of(revisions).mapToObj(one -> scripts.get(one).revision()).toList();
  }

  private List<String> ids(Collection<Integer> revisions) {
    return revisions.stream().map(one -> scripts.get(one).revision()).toList();
  }

  private List<Script> scripts(Collection<Integer> revisions) {
    return revisions.stream().map(scripts::get).toList();
  }

  private Optional<Script> script(int position) {
    return position < 0 ? Optional.empty() : Optional.of(scripts.get(position));
  }

  /** Returns the size of a history and its heads, for messages. */
  static String summary(List<Script> scripts, List<Integer> heads) {
    String count = scripts.size() == 1 ? "1 revision" : scripts.size() + " revisions";
    return heads.isEmpty()
        ? count
        : count + "; " + (heads.size() == 1 ? "head " : "heads ") + labels(scripts, heads);
  }

  /** Returns how messages name revisions: the first few, and how many more there are. */
  static String labels(List<Script> scripts, Collection<Integer> revisions) {
    return firstFew(revisions.stream().map(one -> scripts.get(one).label()).toList());
  }

  static String firstFew(List<String> names) {
    return names.size() <= MOST_NAMED
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMED)) + ", and " + (names.size() - MOST_NAMED)
            + " more";
  }
}
