package dev.lambic.command;

import dev.lambic.error.LambicException;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a command has done to a fleet.
 *
 * @param targets what came of each target, in the order in which they were named
 */
public record FleetResult(List<TargetResult> targets) {

  /** What came of a target. */
  public enum Outcome {
    /** The run had something to do, and has done it. */
    DONE,
    /** The target was where it should be already. */
    NOTHING_TO_DO,
    /** The run failed. */
    FAILED,
    /** The run has not begun, as another one failed or the whole was interrupted. */
    NOT_TRIED
  }

  /**
   * What came of one target.
   *
   * @param name what it is called
   * @param run what was done; null if the run failed or has not begun
   * @param failure why it failed; null if it did not
   * @param took how long the run took
   */
  public record TargetResult(
      String name,
      Outcome outcome,
      @Nullable RunResult run,
      @Nullable LambicException failure,
      Duration took) {}

  public FleetResult {
    targets = List.copyOf(targets);
  }

  /** Returns the targets of which this has come, in order. */
  public List<TargetResult> with(Outcome outcome) {
    return targets.stream().filter(target -> target.outcome() == outcome).toList();
  }

  /** Tells whether every target is where it should be. */
  public boolean isComplete() {
    return with(Outcome.FAILED).isEmpty() && with(Outcome.NOT_TRIED).isEmpty();
  }

  /** Returns it in a line: {@code 200 targets: 180 done, 17 with nothing to do, 2 failed, 1 not tried}. */
  public String summary() {
    return targets.size() + (targets.size() == 1 ? " target: " : " targets: ")
        + with(Outcome.DONE).size() + " done, " + with(Outcome.NOTHING_TO_DO).size()
        + " with nothing to do, " + with(Outcome.FAILED).size() + " failed, "
        + with(Outcome.NOT_TRIED).size() + " not tried";
  }

  /**
   * Does nothing if every target is where it should be.
   *
   * @throws MigrationException if not; it lists those that failed, and why, and those that were not tried. The failures
   *     themselves are its suppressed exceptions
   */
  public void requireComplete() {
    if (isComplete()) {
      return;
    }
    Problem problem = Problem.of(
            ProblemId.FLEET_INCOMPLETE, "Not every target is where it should be.")
        .with("targets", summary().substring(summary().indexOf(": ") + 2));
    for (TargetResult failed : with(Outcome.FAILED)) {
      LambicException failure = failed.failure();
      problem =
          problem.with(failed.name(), failure == null ? "" : failure.problem().render());
    }
    List<TargetResult> untried = with(Outcome.NOT_TRIED);
    if (!untried.isEmpty()) {
      problem = problem.with(
          "not tried", untried.stream().map(TargetResult::name).collect(Collectors.joining(", ")));
    }
    MigrationException incomplete =
        new MigrationException(problem.fix("mend what has failed, and run the command again:"
            + " it goes on with those that are not there yet."));
    with(Outcome.FAILED).stream().map(TargetResult::failure).forEach(failure -> {
      if (failure != null) {
        incomplete.addSuppressed(failure);
      }
    });
    throw incomplete;
  }
}
