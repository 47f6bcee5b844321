package dev.lambic.maven;

import dev.lambic.command.CurrentResult;
import dev.lambic.command.HistoryEntry;
import dev.lambic.command.PlanResult;
import dev.lambic.command.RunResult;
import dev.lambic.config.Config;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.maven.graph.TerminalGraph;
import dev.lambic.runtime.ChangedRevision;
import dev.lambic.runtime.JournalEntry;
import dev.lambic.runtime.PlannedStep;
import dev.lambic.script.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/** Says in Maven's log what commands have done or found. */
final class Report {
  private final Log log;
  private final Config config;
  private final String database;

  Report(Log log, Config config) {
    this.log = log;
    this.config = config;
    this.database = config.displayUrl().orElse("the database");
  }

  /**
   * Runs a command, and sums up what it did.
   *
   * @param done what has been done to the database then, such as {@code Upgraded}
   */
  void ran(String done, Supplier<RunResult> command) {
    long start = System.nanoTime();
    RunResult result = command.get();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    log.info(result.steps().isEmpty() ? nothingToDo(result) : summary(done, result, took));
  }

  private String nothingToDo(RunResult result) {
    String heads = config.scriptDirectory().revisionMap().scripts().stream()
        .filter(script -> result.after().contains(script.revision()))
        .map(script -> script.headEntry(false))
        .collect(Collectors.joining(", "));
    return "Nothing to do: " + database + " is at "
        + (heads.isEmpty() ? "no revision." : heads + ".");
  }

  private String summary(String done, RunResult result, Duration took) {
    int steps = result.steps().size();
    return done + " " + database + " from " + rows(result.before()) + " to " + rows(result.after())
        + ": " + steps + (steps == 1 ? " step" : " steps") + " in " + seconds(took);
  }

  private static String rows(List<String> ids) {
    return ids.isEmpty() ? "<base>" : String.join(", ", ids);
  }

  /** Returns a time as {@code 0.12 s}. */
  static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.2f s", took.toNanos() / 1e9);
  }

  /** Says which revisions the database is at. */
  void current(CurrentResult current, boolean verbose) {
    if (verbose) {
      log.info("Current revisions of " + database + ":");
    }
    if (current.scripts().isEmpty() && current.unknown().isEmpty()) {
      log.info(database + " is at no revision: nothing has been applied to it yet.");
    }
    list(current.scripts().stream()
        .map(one -> verbose ? one.verboseEntry(false) : one.currentEntry(false))
        .toList());
    if (!current.unknown().isEmpty()) {
      log.warn(database + " is at " + (current.unknown().size() == 1 ? "a revision" : "revisions")
          + " that this build does not have: " + String.join(", ", current.unknown()));
    }
  }

  /** Shows what would run, with its SQL. */
  void plan(PlanResult plan) {
    int steps = plan.steps().size();
    if (steps == 0) {
      log.info("Nothing to do: " + database + " is at " + rows(plan.rows()) + ".");
      return;
    }
    log.info("On " + database + ", which is at " + rows(plan.rows()) + ", "
        + (steps == 1 ? "1 step" : steps + " steps") + " would run. Nothing has been executed.");
    int number = 0;
    for (PlannedStep step : plan.steps()) {
      log.info("");
      log.info(++number + ". " + step.name() + " " + rows(step.info().sourceRevisionIds()) + " -> "
          + rows(step.info().destinationRevisionIds())
          + (step.info().doc().isEmpty() ? "" : ", " + step.info().doc())
          + (step.isTransactional() ? "" : " (outside a transaction)"));
      step.warnings().forEach(warning -> indented(warning.render()).forEach(log::warn));
      statements(step);
    }
  }

  private void statements(PlannedStep step) {
    int number = 0;
    for (String sql : step.statements()) {
      number++;
      String end = sql.endsWith(";") ? "" : ";";
      indented((number <= step.done() ? "-- done already: " : "") + sql + end).forEach(log::info);
    }
    step.whyUnknown().ifPresent(why -> {
      log.warn("    What it would execute from here on is not known before it runs:");
      indented(why.render()).forEach(log::warn);
    });
    if (number == 0 && step.isKnown()) {
      log.info("    (no statements)");
    }
  }

  private static Stream<String> indented(String text) {
    return text.lines().map(line -> "    " + line.stripTrailing());
  }

  /** Warns of the revisions that would execute something else today than they did. */
  void changed(List<ChangedRevision> revisions) {
    revisions.forEach(one -> one.problem().render().lines().forEach(log::warn));
  }

  /** Fails if there are revisions that would execute something else today than they did. */
  static void refuse(List<ChangedRevision> revisions) {
    if (revisions.size() == 1) {
      throw new MigrationException(revisions.get(0).problem());
    }
    if (!revisions.isEmpty()) {
      throw new MigrationException(
          Problem.of(
                  ProblemId.CHANGED_SINCE_APPLIED,
                  revisions.size()
                      + " revisions would execute something else today than they did on this database.")
              .with(
                  "revisions",
                  revisions.stream()
                      .map(one -> one.revision().label())
                      .collect(Collectors.joining("\n")))
              .fix("undo the edits, and make the changes in new revisions.")
              .fix(
                  "if the database is as it should be, say so: 'resolve' as accepted (mvn migrate:resolve -Dmigrate.as=accepted)."));
    }
  }

  /** Lists what ran, the oldest first. */
  void log(List<JournalEntry> entries) {
    if (entries.isEmpty()) {
      log.info("Nothing is on record of " + database + ".");
    }
    for (JournalEntry entry : entries) {
      Instant end = entry.endedAt();
      String took = end == null ? "" : " in " + seconds(Duration.between(entry.startedAt(), end));
      String message = entry.message().isEmpty() ? "" : " (" + entry.message() + ")";
      log.info(entry.startedAt() + "  " + entry.direction() + " "
          + (entry.revision().isEmpty() ? "<base>" : entry.revision()) + message + ": "
          + entry.outcome().text() + took + ", "
          + (entry.databaseUser() == null ? "" : "user " + entry.databaseUser() + ", ")
          + entry.process() + ", " + entry.tool());
      if (entry.error() != null) {
        entry.error().lines().map("    "::concat).forEach(log::info);
      }
    }
  }

  /** Lists revisions as the heads that they are. */
  void heads(List<Script> heads, boolean verbose) {
    list(heads.stream()
        .map(head -> verbose ? head.verboseEntry(false) : head.headEntry(false))
        .toList());
  }

  /** Lists a part of the history. */
  void history(List<HistoryEntry> history, boolean verbose) {
    list(history.stream()
        .map(entry -> verbose
            ? entry.script().verboseEntry(entry.isCurrent())
            : entry.script().logEntry(entry.isCurrent()))
        .toList());
  }

  /** Draws a part of the history. */
  void graph(List<HistoryEntry> history, boolean verbose, TerminalGraph.Style style) {
    Set<Script> current = history.stream()
        .filter(HistoryEntry::isCurrent)
        .map(HistoryEntry::script)
        .collect(Collectors.toCollection(LinkedHashSet::new));
    new TerminalGraph(
            style,
            script -> verbose
                ? Stream.concat(
                        script.verboseEntry(current.contains(script)).lines(), Stream.of(""))
                    .toList()
                : List.of(script.graphEntry(current.contains(script))),
            current::contains)
        .draw(history.stream().map(HistoryEntry::script).toList())
        .forEach(log::info);
  }

  /** Lists the revisions where branches begin, each with those that come next. */
  void branches(List<Script> branchPoints, Function<String, Script> bySymbol, boolean verbose) {
    for (Script point : branchPoints) {
      list(List.of(verbose ? point.verboseEntry(false).stripTrailing() : point.branchEntry(false)));
      String indent = " ".repeat(point.revision().length()) + " -> ";
      list(point.nextRevisions().stream()
          .map(next -> indent + bySymbol.apply(next).branchEntry(verbose))
          .toList());
      log.info("");
    }
  }

  /** Shows all that is known of revisions. */
  void show(List<Script> scripts) {
    list(scripts.stream().map(script -> script.verboseEntry(false)).toList());
  }

  /** Writes a text for other programs. */
  void write(Path file, String text) {
    try {
      Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean hasDatabase() {
    return config.displayUrl().isPresent();
  }

  /** Returns how the database is called in messages. */
  String database() {
    return database;
  }

  /** Prints line by line, so that each of them begins as Maven's lines do; blocks of lines end in an empty one. */
  private void list(List<String> entries) {
    for (String entry : entries) {
      entry.lines().forEach(log::info);
      if (entry.endsWith("\n")) {
        log.info("");
      }
    }
  }
}
