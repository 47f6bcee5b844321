package dev.lambic.command;

import dev.lambic.config.Config;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.runtime.EnvironmentContext;
import dev.lambic.runtime.MigrationContext;
import dev.lambic.runtime.MigrationInfo;
import dev.lambic.runtime.MigrationStep;
import dev.lambic.runtime.MigrationsFunction;
import dev.lambic.script.HistoryRange;
import dev.lambic.script.RevisionMap;
import dev.lambic.script.Script;
import dev.lambic.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    // A run may plan twice: what it finds once it holds the lock is what counts.
    Map<MigrationContext, List<String>> before = new LinkedHashMap<>();
    Map<MigrationContext, List<MigrationInfo>> steps = new LinkedHashMap<>();
    EnvironmentContext environment = runEnvironment(script, (heads, context) -> {
      List<? extends MigrationStep> planned = plan.steps(heads, context);
      before.put(context, heads);
      steps.put(context, planned.stream().map(MigrationStep::info).toList());
      return planned;
    });
    List<String> rowsBefore = before.values().stream().flatMap(List::stream).toList();
    List<MigrationInfo> ran = steps.values().stream().flatMap(List::stream).toList();
    List<String> after = ran.isEmpty() ? rowsBefore : environment.getContext().lastHeads();
    return new RunResult(rowsBefore, ran, after);
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
