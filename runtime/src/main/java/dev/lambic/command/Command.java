package dev.lambic.command;

import dev.lambic.autogenerate.Autogenerate;
import dev.lambic.autogenerate.AutogenerateContext;
import dev.lambic.autogenerate.Difference;
import dev.lambic.autogenerate.Finding;
import dev.lambic.autogenerate.MigrationScript;
import dev.lambic.autogenerate.TargetMetadata;
import dev.lambic.config.Config;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.RevisionException;
import dev.lambic.runtime.ChangedRevision;
import dev.lambic.runtime.ContextOptions;
import dev.lambic.runtime.EnvironmentContext;
import dev.lambic.runtime.JournalEntry;
import dev.lambic.runtime.MigrationContext;
import dev.lambic.runtime.MigrationInfo;
import dev.lambic.runtime.MigrationStep;
import dev.lambic.runtime.MigrationsFunction;
import dev.lambic.runtime.OfflineRange;
import dev.lambic.runtime.PlannedStep;
import dev.lambic.runtime.Resolution;
import dev.lambic.script.HistoryRange;
import dev.lambic.script.RebasePlan;
import dev.lambic.script.RevisionDraft;
import dev.lambic.script.RevisionMap;
import dev.lambic.script.RevisionRequest;
import dev.lambic.script.Script;
import dev.lambic.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands of Alembic's command line, as methods. Each reads the history once, and runs in the configured
 * environment if it needs the database or writes a script. Nothing is printed: the results say what there is to say.
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
    ScriptDirectory script = config.scriptDirectory();
    return run(script, upgradePlan(script, revision), to(revision));
  }

  /**
   * Writes the script of an upgrade, without a database.
   *
   * @param range where the script leads, as for {@link #upgrade}; or {@code from:to}, for a database that stands on {@code
   *     from} already
   * @param output where to; neither flushed nor closed
   */
  public void upgradeSql(String range, Appendable output) {
    OfflineRange parsed = OfflineRange.parse(range);
    ScriptDirectory script = config.scriptDirectory();
    ContextOptions.Builder options = to(parsed.target()).startingRev(parsed.startingRev());
    write(script, upgradePlan(script, parsed.target()), options, output);
  }

  private static MigrationsFunction upgradePlan(ScriptDirectory script, String revision) {
    return (heads, context) -> script.upgradePlan(revision, heads).stream()
        .map(step -> MigrationStep.upgradeFrom(script.revisionMap(), step))
        .toList();
  }

  /**
   * Undoes every revision above the target.
   *
   * @param revision a revision symbol, such as {@code base}, an id or the beginning of one, {@code billing@base}, or one
   *     that counts steps, such as {@code -1} or {@code billing@-1}
   * @throws dev.lambic.error.IrreversibleMigrationException if one of them has no way back; nothing has been undone then
   */
  public RunResult downgrade(String revision) {
    ScriptDirectory script = config.scriptDirectory();
    return run(script, downgradePlan(script, revision), to(revision));
  }

  /**
   * Writes the script of a downgrade, without a database.
   *
   * @param range {@code from:to}: where the database stands, and where the script leads
   * @param output where to; neither flushed nor closed
   */
  public void downgradeSql(String range, Appendable output) {
    OfflineRange parsed = OfflineRange.parse(range);
    parsed.requireStart();
    ScriptDirectory script = config.scriptDirectory();
    ContextOptions.Builder options = to(parsed.target()).startingRev(parsed.startingRev());
    write(script, downgradePlan(script, parsed.target()), options, output);
  }

  private static MigrationsFunction downgradePlan(ScriptDirectory script, String revision) {
    return (heads, context) -> {
      RevisionMap map = script.revisionMap();
      List<Script> plan = script.downgradePlan(revision, heads);
      map.downgradeTarget(revision, heads).warnings().forEach(context.opts().listener()::warned);
      return plan.stream().map(step -> MigrationStep.downgradeFrom(map, step)).toList();
    };
  }

  /**
   * Works out what {@link #upgrade} would do now, from where the database stands, and what it would execute. Writes
   * nothing, and takes no lock. Migrations run as they do for a script: what depends on what is in the database is not
   * known, and said to be so.
   *
   * @param revision as for {@link #upgrade}
   */
  public PlanResult planUpgrade(String revision) {
    ScriptDirectory script = config.scriptDirectory();
    return plan(script, upgradePlan(script, revision));
  }

  /**
   * Works out what {@link #downgrade} would do now, as {@link #planUpgrade} does.
   *
   * @param revision as for {@link #downgrade}
   * @throws dev.lambic.error.IrreversibleMigrationException if one of the revisions has no way back
   */
  public PlanResult planDowngrade(String revision) {
    ScriptDirectory script = config.scriptDirectory();
    return plan(script, downgradePlan(script, revision));
  }

  private PlanResult plan(ScriptDirectory script, MigrationsFunction plan) {
    List<String> rows = new ArrayList<>();
    List<PlannedStep> steps = new ArrayList<>();
    List<ChangedRevision> changed = new ArrayList<>();
    MigrationsFunction planned = (heads, context) -> {
      heads.stream().filter(head -> !rows.contains(head)).forEach(rows::add);
      steps.addAll(context.plan(plan.steps(heads, context)));
      changed.addAll(context.changedSinceApplied(script));
      return List.of();
    };
    runEnvironment(script, planned, ContextOptions.builder());
    return new PlanResult(rows, steps, changed);
  }

  /**
   * Returns the revisions that the database has been through and that would execute something else today, as far as the
   * journal can tell: somebody has edited them. Writes nothing.
   */
  public List<ChangedRevision> changedSinceApplied() {
    ScriptDirectory script = config.scriptDirectory();
    return ofEachContext(script, context -> context.changedSinceApplied(script));
  }

  /**
   * Has the journal say that what the revisions of {@link #changedSinceApplied} would execute today is what they have
   * executed.
   *
   * @return those revisions
   */
  public List<ChangedRevision> acceptChanged() {
    ScriptDirectory script = config.scriptDirectory();
    return ofEachContext(script, context -> context.acceptChanged(script));
  }

  /**
   * Makes the version table name the given revisions, without running migrations.
   *
   * @param revisions revision symbols; {@code base} stands for none
   */
  public RunResult stamp(String... revisions) {
    return stamp(false, revisions);
  }

  /**
   * Makes the version table name the given revisions and no others, without running migrations.
   *
   * @param purge whether the table is emptied first: the way out where it names revisions that the history does not have
   * @param revisions revision symbols; {@code base} stands for none
   */
  public RunResult stamp(boolean purge, String... revisions) {
    ScriptDirectory script = config.scriptDirectory();
    return run(script, stampPlan(script, List.of(revisions)), to(revisions).purge(purge));
  }

  /**
   * Writes the script of a stamp, without a database.
   *
   * @param output where to; neither flushed nor closed
   * @param revisions revision symbols, or {@code from:to}, for a database that stands on {@code from}; that is the same in
   *     each of them
   */
  public void stampSql(Appendable output, String... revisions) {
    List<OfflineRange> ranges = Stream.of(revisions).map(OfflineRange::parse).toList();
    ContextOptions.Builder options =
        to(ranges.stream().map(OfflineRange::target).toArray(String[]::new));
    List<String> starts = ranges.stream()
        .flatMap(range -> Stream.of(range.startingRev()))
        .distinct()
        .toList();
    if (starts.size() > 1) {
      throw new RevisionException(Problem.of(
              ProblemId.UNSUITABLE_REVISION,
              "A script stamps a database that stands on one thing, not on "
                  + String.join(" and on ", starts) + ".")
          .fix("write the same in front of each ':'."));
    }
    ScriptDirectory script = config.scriptDirectory();
    List<String> targets = ranges.stream().map(OfflineRange::target).toList();
    write(
        script,
        stampPlan(script, targets),
        options.startingRev(starts.toArray(String[]::new)),
        output);
  }

  private static MigrationsFunction stampPlan(ScriptDirectory script, List<String> revisions) {
    return (heads, context) -> script.stampPlan(revisions, heads).stream()
        .map(move -> MigrationStep.stampFrom(script.revisionMap(), move))
        .toList();
  }

  /**
   * Creates the version table if it is missing, and does nothing else.
   *
   * @return whether it was missing
   */
  public boolean ensureVersion() {
    boolean[] wasMissing = {false};
    runEnvironment(
        config.scriptDirectory(),
        (heads, context) -> {
          wasMissing[0] |= context.ensureVersionTable();
          return List.of();
        },
        ContextOptions.builder());
    return wasMissing[0];
  }

  /**
   * Writes the script that creates the version table, without a database.
   *
   * @param output where to; neither flushed nor closed
   */
  public void ensureVersionSql(Appendable output) {
    MigrationsFunction create = (heads, context) -> {
      context.ensureVersionTable();
      return List.of();
    };
    write(config.scriptDirectory(), create, ContextOptions.builder(), output);
  }

  /** Returns where the database stands. Writes nothing. */
  public CurrentResult current() {
    return current(config.scriptDirectory());
  }

  private CurrentResult current(ScriptDirectory script) {
    List<String> rows = currentRows(script);
    RevisionMap map = script.revisionMap();
    return new CurrentResult(
        script.getAllCurrent(rows.stream().filter(map::contains).toList()),
        rows.stream().filter(row -> !map.contains(row)).toList(),
        rows,
        script.getHeads(true));
  }

  /**
   * Returns where the database stands. Writes nothing.
   *
   * @param checkHeads whether it has to be on all heads of the history
   * @throws RevisionException if it has to be, and is not
   */
  public CurrentResult current(boolean checkHeads) {
    ScriptDirectory script = config.scriptDirectory();
    CurrentResult current = current(script);
    if (checkHeads && !current.isAtHeads()) {
      throw notAtHeads(
          script, current.rows(), "The database does not stand on the heads of the history.");
    }
    return current;
  }

  private static RevisionException notAtHeads(
      ScriptDirectory script, List<String> rows, String headline) {
    return new RevisionException(Problem.of(ProblemId.NOT_AT_HEADS, headline)
        .with("in database", listed(script, rows))
        .with("in project", listed(script, script.getHeads(true)))
        .fix("bring it there with 'upgrade', or run the build that it belongs to."));
  }

  private static String listed(ScriptDirectory script, List<String> ids) {
    RevisionMap map = script.revisionMap();
    return ids.isEmpty()
        ? "no revision"
        : ids.stream()
            .map(id -> map.contains(id) ? script.getRevisions(id).get(0).label() : id)
            .collect(Collectors.joining("\n"));
  }

  /** Returns every step that has run on the database, the oldest first, as the journal has it. Writes nothing. */
  public List<JournalEntry> log() {
    return ofEachContext(config.scriptDirectory(), MigrationContext::journalEntries);
  }

  /**
   * Settles by hand how a step is to count that was cut short, on a database that keeps what DDL has done.
   *
   * @return the step
   * @throws MigrationException if no step was cut short
   */
  public JournalEntry resolve(Resolution resolution) {
    ScriptDirectory script = config.scriptDirectory();
    return ofEachContext(script, context -> List.of(context.resolve(script, resolution)))
        .get(0);
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
   * Works out a new revision. Writes no source: that is its caller's, who knows where sources are. Does not touch the
   * database.
   */
  public RevisionDraft revision(RevisionRequest request) {
    return config.scriptDirectory().draft(request);
  }

  /**
   * Compares the database with the model that the environment gives as {@link TargetMetadata#OPTION}. Writes nothing, and
   * takes no lock. The version table, the journal and the lock take no part.
   *
   * @return what differs; what loses data is among it
   * @throws RevisionException if the database does not stand on the heads of the history
   * @throws dev.lambic.error.EnvironmentException if there is no model
   */
  public CheckResult check() {
    List<Difference> differences = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    compare(config.scriptDirectory(), comparison -> {
      CheckResult result = comparison.check();
      differences.addAll(result.differences());
      findings.addAll(result.findings());
    });
    return new CheckResult(differences, findings);
  }

  /**
   * Works out new revisions that bring the database to the model which the environment gives as {@link
   * TargetMetadata#OPTION}. Writes no source: that is its caller's, who knows where sources are. Neither does it write to
   * the database.
   *
   * @param request what the revision is to be; {@code processRevisionDirectives} may change it
   * @return one revision, whose script may be empty; or as many as {@code processRevisionDirectives} has made, each of them
   *     in a history that has those before it
   * @throws RevisionException if the database does not stand on the heads of the history, or the request does not fit it
   * @throws dev.lambic.error.EnvironmentException if there is no model
   */
  public List<GeneratedRevision> autogenerate(RevisionRequest request) {
    ScriptDirectory script = config.scriptDirectory();
    List<GeneratedRevision> generated = new ArrayList<>();
    script.draft(request);
    ScriptDirectory[] history = {script};
    compare(script, comparison -> {
      for (MigrationScript one : comparison.scripts(request)) {
        RevisionDraft draft = history[0].draft(one.request());
        history[0] = history[0].with(draft);
        generated.add(new GeneratedRevision(draft, one, comparison.options().renderItem()));
      }
    });
    return generated;
  }

  /**
   * Works out the first revision of a project whose database is there already: the one that makes all of it. Writes
   * nothing, neither source nor to the database, which is to be {@link #stamp}ed with the revision once that is written.
   *
   * @param request what the revision is to be; it begins a line of its own
   * @param force whether the history may have revisions already, and the version table rows
   * @throws RevisionException if they have, and may not
   */
  public GeneratedRevision baseline(RevisionRequest request, boolean force) {
    ScriptDirectory script = config.scriptDirectory();
    if (!force && !script.getHeads().isEmpty()) {
      throw hasHistory("The project has revisions already.", "heads", script, script.getHeads());
    }
    RevisionRequest first = request.toBuilder().heads("base").build();
    List<GeneratedRevision> generated = new ArrayList<>();
    MigrationsFunction read = (heads, context) -> {
      if (!force && !heads.isEmpty()) {
        throw hasHistory("The database is at revisions already.", "in database", script, heads);
      }
      AutogenerateContext own = ModelComparison.contextOf(context);
      generated.add(new GeneratedRevision(
          script.draft(first), Autogenerate.baseline(own, first), own.options().renderItem()));
      return List.of();
    };
    runEnvironment(script, read, ContextOptions.builder());
    return generated.get(0);
  }

  private static RevisionException hasHistory(
      String headline, String fact, ScriptDirectory script, List<String> ids) {
    return new RevisionException(Problem.of(ProblemId.HAS_HISTORY, headline)
        .with(fact, listed(script, ids))
        .fix("for what has changed since, compare with a model: 'revision' with 'autogenerate'.")
        .fix("to begin another line of revisions with all that is there, set 'force'."));
  }

  private void compare(ScriptDirectory script, Consumer<ModelComparison> work) {
    List<String> expected = script.getHeads(true);
    MigrationsFunction compare = (heads, context) -> {
      if (heads.size() != expected.size() || !heads.containsAll(expected)) {
        throw notAtHeads(script, heads, "Target database is not up to date.");
      }
      work.accept(ModelComparison.of(context));
      return List.of();
    };
    runEnvironment(script, compare, ContextOptions.builder());
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
    MigrationsFunction read = (heads, context) -> {
      heads.stream().filter(head -> !rows.contains(head)).forEach(rows::add);
      return List.of();
    };
    runEnvironment(script, read, ContextOptions.builder());
    return rows;
  }

  /** Asks each context of the environment something, instead of running anything. */
  private <T> List<T> ofEachContext(
      ScriptDirectory script, Function<MigrationContext, List<T>> question) {
    List<T> answers = new ArrayList<>();
    MigrationsFunction ask = (heads, context) -> {
      answers.addAll(question.apply(context));
      return List.of();
    };
    runEnvironment(script, ask, ContextOptions.builder());
    return List.copyOf(answers);
  }

  private static ContextOptions.Builder to(String... revisions) {
    return ContextOptions.builder().destinationRev(revisions);
  }

  private RunResult run(
      ScriptDirectory script, MigrationsFunction plan, ContextOptions.Builder options) {
    // A run may plan twice: what it finds once it holds the lock is what counts.
    Map<MigrationContext, List<String>> before = new LinkedHashMap<>();
    Map<MigrationContext, List<MigrationInfo>> steps = new LinkedHashMap<>();
    MigrationsFunction recorded = (heads, context) -> {
      List<? extends MigrationStep> planned = plan.steps(heads, context);
      before.put(context, context.opts().purge() ? context.getCurrentHeads() : heads);
      List<MigrationInfo> infos = new ArrayList<>();
      for (MigrationStep step : planned) {
        infos.add(step.info());
      }
      steps.put(context, infos);
      return planned;
    };
    EnvironmentContext environment = runEnvironment(script, recorded, options);
    List<String> rowsBefore = joined(before.values());
    List<MigrationInfo> ran = joined(steps.values());
    boolean isUntouched = ran.isEmpty() && !environment.contextOpts().purge();
    return new RunResult(
        rowsBefore, ran, isUntouched ? rowsBefore : environment.getContext().lastHeads());
  }

  private static <T> List<T> joined(Collection<List<T>> lists) {
    List<T> all = new ArrayList<>();
    for (List<T> one : lists) {
      all.addAll(one);
    }
    return List.copyOf(all);
  }

  private void write(
      ScriptDirectory script,
      MigrationsFunction plan,
      ContextOptions.Builder options,
      Appendable output) {
    runEnvironment(script, plan, options.outputBuffer(output));
  }

  private EnvironmentContext runEnvironment(
      ScriptDirectory script, MigrationsFunction migrations, ContextOptions.Builder options) {
    EnvironmentContext environment =
        new EnvironmentContext(config, script, options.migrations(migrations).build());
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
