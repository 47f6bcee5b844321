package dev.lambic.runtime;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long a run waits, for other runs and for the database. Immutable.
 *
 * <pre>{@code
 * RunLimits.DEFAULT.lockWait(Duration.ofMinutes(5)).lockTimeout(Duration.ofSeconds(10))
 * }</pre>
 *
 * @param isExclusive whether a run keeps others away from the database while it has something to do
 * @param lockWait how long a run with something to do waits for another to end; zero not to wait at all
 * @param lockTimeout how long a statement waits for what other transactions hold; null for what the database does
 * @param lockTimeoutRetries how often a migration is begun anew that has failed for the lock timeout alone, where all that
 *     it did could be rolled back; with a pause that begins at one second and doubles
 * @param statementTimeout how long any statement may run; null for what the database does
 */
public record RunLimits(
    boolean isExclusive,
    Duration lockWait,
    @Nullable Duration lockTimeout,
    int lockTimeoutRetries,
    @Nullable Duration statementTimeout) {
  /** One run at a time, which others wait for up to a minute; three retries; the rest as the database has it. */
  public static final RunLimits DEFAULT =
      new RunLimits(true, Duration.ofSeconds(60), null, 3, null);

  public RunLimits {
    Objects.requireNonNull(lockWait, "lockWait");
    if (lockWait.isNegative()
        || lockTimeoutRetries < 0
        || !isPositive(lockTimeout)
        || !isPositive(statementTimeout)) {
      throw new IllegalArgumentException(
          "a limit in time is positive, and a count is not negative: "
              + "lockWait " + lockWait + ", lockTimeout " + lockTimeout + ", lockTimeoutRetries "
              + lockTimeoutRetries + ", statementTimeout " + statementTimeout);
    }
  }

  private static boolean isPositive(@Nullable Duration duration) {
    return duration == null || !(duration.isNegative() || duration.isZero());
  }

  /** Returns these limits, saying whether a run keeps others away; without that, somebody else has to see to it. */
  public RunLimits exclusive(boolean exclusive) {
    return new RunLimits(exclusive, lockWait, lockTimeout, lockTimeoutRetries, statementTimeout);
  }

  /** Returns these limits with another time to wait for other runs; zero not to wait at all. */
  public RunLimits lockWait(Duration wait) {
    return new RunLimits(isExclusive, wait, lockTimeout, lockTimeoutRetries, statementTimeout);
  }

  /** Returns these limits with a time that statements wait for what other transactions hold; null for the database's. */
  public RunLimits lockTimeout(@Nullable Duration timeout) {
    return new RunLimits(isExclusive, lockWait, timeout, lockTimeoutRetries, statementTimeout);
  }

  /** Returns these limits with another number of retries after a lock timeout. */
  public RunLimits lockTimeoutRetries(int retries) {
    return new RunLimits(isExclusive, lockWait, lockTimeout, retries, statementTimeout);
  }

  /** Returns these limits with a time that any statement may run for; null for the database's. */
  public RunLimits statementTimeout(@Nullable Duration timeout) {
    return new RunLimits(isExclusive, lockWait, lockTimeout, lockTimeoutRetries, timeout);
  }
}
