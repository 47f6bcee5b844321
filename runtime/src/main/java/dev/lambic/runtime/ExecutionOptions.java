package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import java.time.Duration;
import java.util.Objects;

/**
 * How one statement is executed. Mirrors Alembic's {@code execution_options}, with what JDBC knows.
 *
 * @param timeout how long the database may take, in whole seconds; zero for as long as it likes
 * @param escapeProcessing whether the driver replaces JDBC's escapes, such as <code>{fn now()}</code>
 */
public record ExecutionOptions(Duration timeout, boolean escapeProcessing) {
  /** No time-out, and the statement reaches the database as it is. */
  public static final ExecutionOptions DEFAULT = new ExecutionOptions(Duration.ZERO, false);

  public ExecutionOptions {
    Objects.requireNonNull(timeout, "timeout");
    if (timeout.isNegative()) {
      throw new IllegalArgumentException("a time-out is not negative: " + timeout);
    }
  }

  /** Returns these options with a time-out. */
  public ExecutionOptions timeout(Duration longest) {
    return new ExecutionOptions(longest, escapeProcessing);
  }

  /** Returns these options, saying whether the driver replaces JDBC's escapes. */
  public ExecutionOptions escapeProcessing(boolean replaces) {
    return new ExecutionOptions(timeout, replaces);
  }

  /** Returns these options with the time-out of all statements, where the statement has none and the database none either. */
  ExecutionOptions within(RunLimits limits, Dialect dialect) {
    Duration limit = limits.statementTimeout();
    return limit != null && timeout.isZero() && dialect.statementTimeout().isEmpty()
        ? timeout(limit)
        : this;
  }

  /** The time-out as JDBC takes it: what is below a second counts as one. */
  int timeoutSeconds() {
    return Math.toIntExact(timeout.plusNanos(999_999_999).toSeconds());
  }
}
