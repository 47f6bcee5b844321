package dev.lambic.command;

import dev.lambic.config.Config;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.RevisionException;
import dev.lambic.runtime.EnvironmentContext;
import dev.lambic.runtime.MigrationInfo;
import dev.lambic.runtime.MigrationStep;
import dev.lambic.runtime.MigrationsFunction;
import dev.lambic.script.HistoryRange;
import dev.lambic.script.RebasePlan;
import dev.lambic.script.RevisionDraft;
import dev.lambic.script.RevisionMap;
import dev.lambic.script.RevisionRequest;
import dev.lambic.script.Script;
import dev.lambic.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The commands of Alembic's command line, as methods. Each reads the history once, and runs in the configured
 * environment if it needs the database. Nothing is printed: the results say what there is to say.
 *
 * <p>Every method throws a {@link dev.lambic.error.LambicException} for what its user can do something about: {@link
 * dev.lambic.error.EnvironmentException} if the database or the history cannot be reached, {@link
 * dev.lambic.error.RevisionException} if a symbol cannot be resolved, {@link MigrationException} if a run fails.
 */
public final class Command {
  private final Config config;

  /** Makes the commands over a configuration. */
  public Command(Config config) {
    this.config = config;
  }

  /**
   * Applies every revision that the target needs and the database lacks.
   *
   * @param revision a revision symbol, such as {@code head}, {@code heads}, an id or the beginning of one, {@code
   *     billing@head}, or one that counts steps, such as {@code +2} or {@code billing@+1}
   */
  public RunResult upgrade(String revision) {
    return run(script -> (heads, context) -> script.upgradePlan(revision, heads).stream()
        .map(step -> MigrationStep.upgradeFrom(script.revisionMap(), step))
        .toList());
  }

  /**
   * Undoes every revision above the target.
   *
   * @param revision a revision symbol, such as {@code base}, an id or the beginning of one, {@code billing@base}, or one
   *     that counts steps, such as {@code -1} or {@code billing@-1}
   * @throws dev.lambic.error.IrreversibleMigrationException if one of them has no way back; nothing has been undone then
   */
  public RunResult downgrade(String revision) {
    return run(script -> (heads, context) -> {
      RevisionMap map = script.revisionMap();
      List<Script> plan = script.downgradePlan(revision, heads);
      map.downgradeTarget(revision, heads).warnings().forEach(context.opts().listener()::warned);
      return plan.stream().map(step -> MigrationStep.downgradeFrom(map, step)).toList();
    });
  }

  /**
   * Makes the version table name the given revisions, without running migrations.
   *
   * @param revisions revision symbols; {@code base} stands for none
   */
  public RunResult stamp(String... revisions) {
    return run(script -> (heads, context) -> script.stampPlan(List.of(revisions), heads).stream()
        .map(move -> MigrationStep.stampFrom(script.revisionMap(), move))
        .toList());
  }

  /** Returns where the database stands. Writes nothing. */
  public CurrentResult current() {
    ScriptDirectory script = config.scriptDirectory();
    List<String> rows = currentRows(script);
    RevisionMap map = script.revisionMap();
    return new CurrentResult(
        script.getAllCurrent(rows.stream().filter(map::contains).toList()),
        rows.stream().filter(row -> !map.contains(row)).toList());
  }

  /** Returns the heads of the history. Does not touch the database. */
  public List<Script> heads() {
    return config.scriptDirectory().revisionMap().scripts().stream()
        .filter(Script::isHead)
        .toList();
  }

  /**
   * Returns a part of the history, newest first. Does not touch the database, unless {@code indicateCurrent} asks for it or
   * the range names {@code current}; writes nothing.
   *
   * @param range {@code older:newer}, both ends included and each of them optional; empty for everything
   * @param indicateCurrent whether the entries are to say which of them the database stands on
   */
  public List<HistoryEntry> history(String range, boolean indicateCurrent) {
    ScriptDirectory script = config.scriptDirectory();
    List<String> rows = indicateCurrent || HistoryRange.parse(range).namesCurrent()
        ? currentRows(script)
        : List.of();
    return script.history(range, rows).stream()
        .map(one -> new HistoryEntry(one, indicateCurrent && rows.contains(one.revision())))
        .toList();
  }

  /** Returns what the database has been through. Writes nothing. */
  public AppliedResult applied() {
    ScriptDirectory script = config.scriptDirectory();
    List<String> rows = currentRows(script);
    return new AppliedResult(
        rows,
        script.applied(rows),
        rows.stream().filter(row -> !script.revisionMap().contains(row)).toList());
  }

  /** Returns the revisions that nothing needs, neither as parent nor as dependency. Does not touch the database. */
  public List<Script> realHeads() {
    return config.scriptDirectory().revisionMap().scripts().stream()
        .filter(Script::isRealHead)
        .toList();
  }

  /** Returns the revisions that several others come right after, newest first. Does not touch the database. */
  public List<Script> branches() {
    return config.scriptDirectory().walkRevisions().stream()
        .filter(Script::isBranchPoint)
        .toList();
  }

  /**
   * Returns the revisions that a symbol names. Does not touch the database, unless the symbol is {@code current}; writes
   * nothing.
   */
  public List<Script> show(String revision) {
    return revision.equals("current")
        ? current().scripts()
        : config.scriptDirectory().getRevisions(revision);
  }

  /**
   * Returns where the database stands, provided that this is every head of the history. Writes nothing.
   *
   * @throws dev.lambic.error.RevisionException if it lacks one, or stands on a revision that the history does not have
   */
  public CurrentResult checkHeads() {
    CurrentResult current = current();
    List<String> missing = heads().stream()
        .filter(head -> !current.scripts().contains(head))
        .map(Script::label)
        .toList();
    List<String> standing = new ArrayList<>(current.unknown());
    current.scripts().forEach(one -> standing.add(one.label()));
    if (!missing.isEmpty() || !current.unknown().isEmpty()) {
      throw new RevisionException(Problem.of(
              ProblemId.NOT_AT_HEADS, "The database does not stand on the heads of the history.")
          .with("in database", standing.isEmpty() ? "no revision" : String.join("\n", standing))
          .with(
              "in project",
              String.join("\n", heads().stream().map(Script::label).toList()))
          .fix("bring it there with 'upgrade', or run the build that it belongs to."));
    }
    return current;
  }

  /**
   * Works out a new revision. Writes no source: that is its caller's, who knows where sources are. Does not touch the
   * database.
   */
  public RevisionDraft revision(RevisionRequest request) {
    return config.scriptDirectory().draft(request);
  }

  /**
   * Works out how one head gets on top of another. Writes nothing.
   *
   * @param head a symbol of the head that is to move, with all that it does not share with the other
   * @param onto a symbol of the head to put it on
   * @param asksDatabase whether to refuse to move what the database has been through
   */
  public RebasePlan rebase(String head, String onto, boolean asksDatabase) {
    ScriptDirectory script = config.scriptDirectory();
    return script.rebasePlan(head, onto, asksDatabase ? currentRows(script) : List.of());
  }

  private List<String> currentRows(ScriptDirectory script) {
    List<String> rows = new ArrayList<>();
    runEnvironment(script, (heads, context) -> {
      heads.stream().filter(head -> !rows.contains(head)).forEach(rows::add);
      return List.of();
    });
    return rows;
  }

  private RunResult run(Function<ScriptDirectory, MigrationsFunction> planner) {
    ScriptDirectory script = config.scriptDirectory();
    MigrationsFunction plan = planner.apply(script);
    List<String> before = new ArrayList<>();
    List<MigrationInfo> steps = new ArrayList<>();
    EnvironmentContext environment = runEnvironment(script, (heads, context) -> {
      before.addAll(heads);
      List<? extends MigrationStep> planned = plan.steps(heads, context);
      planned.forEach(step -> steps.add(step.info()));
      context.opts().listener().planned(planned.size());
      return planned;
    });
    List<String> after = steps.isEmpty() ? before : environment.getContext().lastHeads();
    return new RunResult(before, steps, after);
  }

  private EnvironmentContext runEnvironment(ScriptDirectory script, MigrationsFunction migrations) {
    EnvironmentContext environment = new EnvironmentContext(config, script, migrations);
    try {
      config.environment().run(environment);
      return environment;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new MigrationException(
          Problem.of(ProblemId.MIGRATION_FAILED, "The environment of the run failed.")
              .with("threw", e.toString()),
          e);
    }
  }
}
