package dev.lambic.runtime;

import dev.lambic.error.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step, and what it would execute on a database: worked out by running the migration without one.
 *
 * @param name {@code upgrade} or {@code downgrade}
 * @param info the facts of the step
 * @param isTransactional whether it may run inside a transaction
 * @param done how many of its statements have been carried out already, by a run that was cut short
 * @param statements the statements in their order, as the database would get them; if not all are known, those in front of
 *     the first that is not
 * @param warnings what could be meant otherwise, as a run would say it
 * @param unknown why not all statements are known; null if they are
 */
public record PlannedStep(
    String name,
    MigrationInfo info,
    boolean isTransactional,
    int done,
    List<String> statements,
    List<Problem> warnings,
    @Nullable Problem unknown) {
  public PlannedStep {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(info, "info");
    statements = List.copyOf(statements);
    warnings = List.copyOf(warnings);
  }

  /** Tells whether all statements are known before the step runs. */
  public boolean isKnown() {
    return unknown == null;
  }

  PlannedStep resuming(int behind, @Nullable Problem why) {
    return new PlannedStep(name, info, isTransactional, behind, statements, warnings, why);
  }

  /** Returns why not all statements are known, if they are not. */
  public Optional<Problem> whyUnknown() {
    return Optional.ofNullable(unknown);
  }
}
