package dev.lambic.script;

import dev.lambic.Migration;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.IrreversibleMigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.RevisionException;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The history that a program can see: the revisions of all indexes on its class path, joined into one checked graph.
 * Loading it neither scans the class path nor loads a migration class. Immutable. Mirrors Alembic's {@code
 * ScriptDirectory}.
 */
public final class ScriptDirectory {
  private final List<RevisionIndex> indexes;
  private @Nullable RevisionMap map;

  private ScriptDirectory(List<RevisionIndex> indexes, @Nullable RevisionMap map) {
    this.indexes = List.copyOf(indexes);
    this.map = map;
  }

  /**
   * Loads the indexes that a class loader can see.
   *
   * @throws EnvironmentException if it sees none, or one that cannot be loaded
   * @throws dev.lambic.error.RevisionException if the revisions do not make a sound history
   */
  public static ScriptDirectory load(ClassLoader loader) {
    ScriptDirectory found = find(loader);
    found.revisionMap();
    return found;
  }

  /**
   * Finds the indexes that a class loader can see. They are read, and made into a history, when it is first asked for a
   * revision; only then is it known whether that is sound. A database that stands on the heads needs no more than that.
   *
   * @throws EnvironmentException if it sees none, or one that cannot be loaded
   */
  public static ScriptDirectory find(ClassLoader loader) {
    List<RevisionIndex> indexes = new ArrayList<>();
    try {
      for (RevisionIndex index : ServiceLoader.load(RevisionIndex.class, loader)) {
        indexes.add(index);
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new EnvironmentException(
          Problem.of(ProblemId.BROKEN_INDEX, "A revision index on the class path cannot be loaded.")
              .with("cause", String.valueOf(e.getMessage()))
              .fix(
                  "build the project anew ('mvn clean compile'), with one version of Lambic throughout."),
          e);
    }
    if (indexes.isEmpty()) {
      throw new EnvironmentException(
          Problem.of(ProblemId.NO_INDEX, "There is no revision index on the class path.")
              .with("where", "META-INF/services/" + RevisionIndex.class.getName())
              .fix(
                  "have the compiler run 'dev.lambic:lambic-processor' over the classes marked @Revision.")
              .fix("put the jar that holds the revisions on the class path."));
    }
    return lazy(indexes);
  }

  static ScriptDirectory lazy(List<RevisionIndex> indexes) {
    return new ScriptDirectory(indexes, null);
  }

  /**
   * Joins indexes into one history, sorted by id whatever the order they are given in.
   *
   * @throws dev.lambic.error.RevisionException if the revisions do not make a sound history
   */
  public static ScriptDirectory of(List<RevisionIndex> indexes) {
    return new ScriptDirectory(indexes, join(indexes));
  }

  private static RevisionMap join(List<RevisionIndex> indexes) {
    List<Located> located = new ArrayList<>();
    for (int number = 0; number < indexes.size(); number++) {
      List<RevisionEntry> entries = entriesOf(indexes.get(number));
      for (int position = 0; position < entries.size(); position++) {
        located.add(new Located(entries.get(position), indexes.get(number), number, position));
      }
    }
    located.sort(Comparator.comparing((Located one) -> one.entry().id())
        .thenComparing(one -> one.entry().className()));
    for (int i = 1; i < located.size(); i++) {
      refuseDuplicate(located.get(i - 1), located.get(i));
    }
    return RevisionMap.of(located.stream().map(Located::entry).toList(), position -> {
      Located one = located.get(position);
      return create(one.index(), one.position(), one.entry());
    });
  }

  /** An entry, and where it comes from. */
  private record Located(RevisionEntry entry, RevisionIndex index, int number, int position) {

    /** Returns the class, and the jar or folder that it was loaded from, as far as that is known. */
    String origin() {
      CodeSource source = index.getClass().getProtectionDomain().getCodeSource();
      return source == null || source.getLocation() == null
          ? entry.className()
          : entry.className() + " of " + source.getLocation();
    }
  }

  /** Refuses an id that two indexes have; within one, the map finds it. */
  private static void refuseDuplicate(Located first, Located second) {
    String id = second.entry().id();
    if (first.number() != second.number() && first.entry().id().equals(id)) {
      throw new RevisionException(Problem.of(
              ProblemId.DUPLICATE_REVISION,
              "Two indexes on the class path have the revision '" + id + "'.")
          .with("first", first.origin())
          .with("second", second.origin())
          .fix(
              "take one of them off the class path, or give the newer revision an id of its own."));
    }
  }

  private static List<RevisionEntry> entriesOf(RevisionIndex index) {
    try {
      return index.revisions();
    } catch (LinkageError e) {
      throw new EnvironmentException(
          Problem.of(
                  ProblemId.BROKEN_INDEX,
                  "A revision index was compiled against another version of Lambic.")
              .with("index", index.getClass().getName())
              .with("cause", e.toString())
              .fix(
                  "build the module that it belongs to anew, with the version that is on the class path."),
          e);
    }
  }

  private static Migration create(RevisionIndex index, int position, RevisionEntry entry) {
    try {
      return index.create(position);
    } catch (LinkageError e) {
      throw new EnvironmentException(
          Problem.of(
                  ProblemId.BROKEN_INDEX,
                  "The index lists a revision whose class cannot be loaded.")
              .with("revision", entry.label())
              .with("class", entry.className())
              .with("cause", e.toString())
              .fix("build the project anew: 'mvn clean compile'."),
          e);
    }
  }

  /** Returns a directory over a map, whose load order stays as it is. */
  public static ScriptDirectory of(RevisionMap map) {
    return new ScriptDirectory(List.of(), map);
  }

  /**
   * Returns the graph behind this directory.
   *
   * @throws dev.lambic.error.RevisionException if the revisions do not make a sound history
   */
  public synchronized RevisionMap revisionMap() {
    if (map == null) {
      map = join(indexes);
    }
    return map;
  }

  /** Returns the ids of the revisions that are no other's parent. */
  public List<String> getHeads() {
    return getHeads(false);
  }

  /**
   * Returns the ids of the heads.
   *
   * @param considerDependsOn whether a revision that another only depends on is no head either
   */
  public List<String> getHeads(boolean considerDependsOn) {
    return considerDependsOn ? revisionMap().realHeads() : revisionMap().heads();
  }

  /**
   * Returns the head, or nothing in an empty history.
   *
   * @throws dev.lambic.error.MultipleHeadsException if there are several
   */
  public Optional<String> getCurrentHead() {
    return revisionMap().getCurrentHead();
  }

  /**
   * Returns the revision without parents, or nothing in an empty history.
   *
   * @throws RevisionException if there are several
   */
  public Optional<String> getBase() {
    List<String> bases = getBases();
    if (bases.size() > 1) {
      throw new RevisionException(Problem.of(
              ProblemId.MULTIPLE_BASES,
              "The history has " + bases.size() + " revisions without parents, not one.")
          .with("bases", String.join(", ", bases))
          .fix("ask for all of them: 'getBases()'."));
    }
    return bases.stream().findFirst();
  }

  /** Returns the ids of the revisions without parents. */
  public List<String> getBases() {
    return revisionMap().bases();
  }

  /** Returns the one revision that a symbol names, or nothing for {@code base}; see {@link RevisionMap#getRevision}. */
  public Optional<Script> getRevision(String symbol) {
    return revisionMap().getRevision(symbol);
  }

  /** Returns the revisions that a symbol names; see {@link RevisionMap#getRevisions(String)}. */
  public List<Script> getRevisions(String symbol) {
    return revisionMap().getRevisions(symbol);
  }

  /** Returns the revisions that rows of the version table stand for; see {@link RevisionMap#getAllCurrent}. */
  public List<Script> getAllCurrent(Collection<String> rows) {
    return revisionMap().getAllCurrent(rows);
  }

  /**
   * Returns the ids that a symbol stands for: all real heads for {@code heads}, none for {@code base}, else one.
   *
   * @throws dev.lambic.error.RevisionException if it names no revision, or could mean several
   */
  public List<String> asRevisionNumber(String symbol) {
    return revisionMap().getRevisions(symbol).stream().map(Script::revision).toList();
  }

  /** Returns the whole history, newest first. */
  public List<Script> walkRevisions() {
    return walkRevisions("base", "heads");
  }

  /**
   * Returns a part of the history, both ends included, newest first.
   *
   * @param base the older end, or {@code base}
   * @param head the newer end; all heads for {@code "heads"}
   * @throws dev.lambic.error.RangeNotAncestorException if the history does not lead from one to the other
   */
  public List<Script> walkRevisions(String base, String head) {
    return revisionMap()
        .iterateRevisions(head, base, IterateOption.INCLUSIVE, IterateOption.CLIP_RELATIVE);
  }

  /** Returns the revisions between two ends; see {@link RevisionMap#iterateRevisions}. */
  public List<Script> iterateRevisions(String upper, String lower, IterateOption... options) {
    return revisionMap().iterateRevisions(upper, lower, options);
  }

  /**
   * Returns a part of the history, both ends included, newest first.
   *
   * @param range {@code older:newer}, each of them optional; empty for the whole history
   * @param current the rows of the version table, for the symbol {@code current}
   * @throws dev.lambic.error.RevisionException if the range cannot be read, or an end names no revision
   */
  public List<Script> history(String range, List<String> current) {
    return HistoryRange.parse(range).in(revisionMap(), current);
  }

  /**
   * Returns what an upgrade has to run, first things first; nothing if the database is there or beyond.
   *
   * @param target a symbol, which may count steps; {@code +N} counts up from where the database is
   * @param heads the rows of the version table
   * @throws dev.lambic.error.RevisionException if the target names no revision or is ambiguous, or a row is unknown
   */
  public List<Script> upgradePlan(String target, List<String> heads) {
    if (isAtHeads(target, heads)) {
      return List.of();
    }
    List<Script> plan = new ArrayList<>(revisionMap()
        .iterate(Slices.End.symbol(target), Slices.End.rows(heads), IterateOption.IMPLICIT_BASE));
    Collections.reverse(plan);
    return plan;
  }

  /** Tells whether that needs no look at the history: the compiler has written down where the one index ends. */
  private boolean isAtHeads(String target, List<String> rows) {
    List<String> ends = indexes.size() == 1 ? indexes.get(0).heads() : List.of();
    boolean isTarget = target.equals("heads") || (target.equals("head") && ends.size() == 1);
    return isTarget && !ends.isEmpty() && rows.size() == ends.size() && ends.containsAll(rows);
  }

  /**
   * Returns what a downgrade has to undo, last things first. {@link RevisionMap#downgradeTarget} tells what it aims at.
   *
   * @param target a symbol, which may count steps; {@code base} for everything, {@code -N} for so many steps down from
   *     where the database is
   * @param heads the rows of the version table
   * @throws dev.lambic.error.RevisionException if the target names no revision below the rows, or a row is unknown
   * @throws IrreversibleMigrationException if the way leads across a revision without {@code downgrade}
   */
  public List<Script> downgradePlan(String target, List<String> heads) {
    List<Script> plan = revisionMap()
        .iterate(
            Slices.End.rows(heads), Slices.End.symbol(target), IterateOption.SELECT_FOR_DOWNGRADE);
    List<String> stuck = plan.stream()
        .filter(script -> !script.isReversible())
        .map(Script::label)
        .toList();
    if (!stuck.isEmpty()) {
      throw new IrreversibleMigrationException(Problem.of(
              ProblemId.IRREVERSIBLE_REVISION,
              "The downgrade would have to undo what cannot be undone. Nothing has been changed.")
          .with("irreversible", String.join("\n", stuck))
          .fix("downgrade to a revision above it, or restore a backup.")
          .fix("give the class a 'downgrade' method and build again."));
    }
    return plan;
  }

  /**
   * Returns how the rows of the version table have to change so that they name the targets; nothing if they do. Mirrors
   * Alembic's {@code _stamp_revs}: each move is worked out from the rows as they are now.
   *
   * @param targets symbols; rows of other lines of the history stay as they are
   * @param heads the rows of the version table
   * @throws dev.lambic.error.RevisionException if a target names no revision, or a row is unknown
   */
  public List<StampMove> stampPlan(List<String> targets, List<String> heads) {
    return revisionMap().stamp(targets, heads);
  }

  /**
   * Returns the revisions that a database has been through, in load order.
   *
   * @param rows the rows of its version table; those that this history lacks are left out
   */
  public List<Script> applied(Collection<String> rows) {
    RevisionMap known = revisionMap();
    return known.graph().ancestors(known.set(rows)).stream()
        .mapToObj(known.scripts()::get)
        .toList();
  }

  /**
   * Works out what the request for a new revision comes to.
   *
   * @throws dev.lambic.error.RevisionException if the history cannot have such a revision
   */
  public RevisionDraft draft(RevisionRequest request) {
    return RevisionDraft.of(revisionMap(), request);
  }

  /** Returns this history as it would be with a new revision; nothing of it can run. */
  public ScriptDirectory with(RevisionDraft draft) {
    return with(draft.entry("(new " + draft.id() + ")", ""));
  }

  /** Returns this history as it will be once a class that has been written is compiled; nothing of it can run. */
  public ScriptDirectory with(RevisionEntry written) {
    List<RevisionEntry> entries = new ArrayList<>(revisionMap().entries());
    entries.add(written);
    return of(RevisionMap.of(entries, position -> {
      throw new IllegalStateException("only the shape is looked at");
    }));
  }

  /**
   * Works out how a head gets on top of another.
   *
   * @param head a symbol of the head that is to move
   * @param onto a symbol of the head to put it on
   * @param rows the rows of a version table that must not have been through what moves; none for no such check
   * @throws dev.lambic.error.RevisionException if that cannot be done
   */
  public RebasePlan rebasePlan(String head, String onto, List<String> rows) {
    RebasePlan plan = RebasePlan.of(revisionMap(), one(head), one(onto));
    plan.refuseApplied(revisionMap(), rows);
    return plan;
  }

  private Script one(String symbol) {
    return revisionMap()
        .getRevision(symbol)
        .orElseThrow(() -> new RevisionException(
            Problem.of(ProblemId.CANNOT_REBASE, "'" + symbol + "' does not name a revision.")
                .fix("name a head; 'heads' lists them.")));
  }
}
