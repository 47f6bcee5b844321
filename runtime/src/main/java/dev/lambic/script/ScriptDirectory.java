package dev.lambic.script;

import dev.lambic.Migration;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The history that a program can see: the revisions of all indexes on its class path, joined into one checked graph.
 * Loading it neither scans the class path nor loads a migration class. Immutable. Mirrors Alembic's {@code
 * ScriptDirectory}.
 */
public final class ScriptDirectory {
  private final RevisionMap map;
  private final Planner planner;

  private ScriptDirectory(RevisionMap map) {
    this.map = map;
    this.planner = new Planner(map);
  }

  /**
   * Loads the indexes that a class loader can see.
   *
   * @throws EnvironmentException if it sees none, or one that cannot be loaded
   * @throws dev.lambic.error.RevisionException if the revisions do not make a sound history
   */
  public static ScriptDirectory load(ClassLoader loader) {
    List<RevisionIndex> indexes = new ArrayList<>();
    try {
      ServiceLoader.load(RevisionIndex.class, loader).forEach(indexes::add);
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
    return of(indexes);
  }

  /**
   * Joins indexes into one history, sorted by id whatever the order they are given in.
   *
   * @throws dev.lambic.error.RevisionException if the revisions do not make a sound history
   */
  public static ScriptDirectory of(List<RevisionIndex> indexes) {
    record Located(RevisionEntry entry, RevisionIndex index, int position) {}
    List<Located> located = new ArrayList<>();
    for (RevisionIndex index : indexes) {
      List<RevisionEntry> entries = entriesOf(index);
      for (int position = 0; position < entries.size(); position++) {
        located.add(new Located(entries.get(position), index, position));
      }
    }
    located.sort(Comparator.comparing((Located one) -> one.entry().id())
        .thenComparing(one -> one.entry().className()));
    return new ScriptDirectory(
        RevisionMap.of(located.stream().map(Located::entry).toList(), position -> {
          Located one = located.get(position);
          return create(one.index(), one.position(), one.entry());
        }));
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

  /** Returns the graph behind this directory. */
  public RevisionMap revisionMap() {
    return map;
  }

  /** Returns the ids of the revisions that are no other's parent. */
  public List<String> getHeads() {
    return map.heads();
  }

  /**
   * Returns the head, or nothing in an empty history.
   *
   * @throws dev.lambic.error.MultipleHeadsException if there are several
   */
  public Optional<String> getCurrentHead() {
    return map.getCurrentHead();
  }

  /** Returns the ids of the revisions without parents. */
  public List<String> getBases() {
    return map.bases();
  }

  /** Returns the one revision that a symbol names, or nothing for {@code base}; see {@link RevisionMap#getRevision}. */
  public Optional<Script> getRevision(String symbol) {
    return map.getRevision(symbol);
  }

  /** Returns the revisions that a symbol names; see {@link RevisionMap#getRevisions}. */
  public List<Script> getRevisions(String symbol) {
    return map.getRevisions(symbol);
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
    return planner.range(base, head);
  }

  /**
   * Returns what an upgrade has to run, first things first; nothing if the database is there or beyond.
   *
   * @param target a symbol, or {@code +N} for so many steps up from where the database is
   * @param heads the rows of the version table
   * @throws dev.lambic.error.RevisionException if the target names no revision or is ambiguous, or a row is unknown
   */
  public List<Script> upgradePlan(String target, List<String> heads) {
    return planner.upgrade(target, heads);
  }

  /**
   * Returns what a downgrade has to undo, last things first.
   *
   * @param target a symbol, {@code base} for everything, or {@code -N} for so many steps down from where the database is
   * @param heads the rows of the version table
   * @throws dev.lambic.error.RevisionException if the target names no revision below the rows, or a row is unknown
   * @throws dev.lambic.error.IrreversibleMigrationException if the way leads across a revision without {@code downgrade}
   */
  public List<Script> downgradePlan(String target, List<String> heads) {
    return planner.downgrade(target, heads);
  }

  /**
   * Returns how the rows of the version table have to change so that they name the targets; nothing if they do.
   *
   * @param targets symbols; rows of other lines of the history stay as they are
   * @param heads the rows of the version table
   * @throws dev.lambic.error.RevisionException if a target names no revision, or a row is unknown
   */
  public List<StampMove> stampPlan(List<String> targets, List<String> heads) {
    return planner.stamp(targets, heads);
  }
}
