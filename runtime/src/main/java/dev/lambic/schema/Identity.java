package dev.lambic.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column that the database numbers: {@code GENERATED ... AS IDENTITY}. {@link #byDefault} and {@link #always} begin
 * one; each of the other methods returns a changed copy.
 *
 * @param isAlways whether a value of the user's own is refused
 * @param onNull whether an explicit NULL is numbered too (Oracle)
 * @param options how the numbers run
 */
public record Identity(boolean isAlways, boolean onNull, SequenceOptions options)
    implements ServerDefault {

  /** Returns an identity that a value of the user's own overrides. */
  public static Identity byDefault() {
    return new Identity(false, false, SequenceOptions.NONE);
  }

  /** Returns an identity that the database alone decides. */
  public static Identity always() {
    return new Identity(true, false, SequenceOptions.NONE);
  }

  /** Returns this identity with other options. */
  public Identity with(SequenceOptions changed) {
    return new Identity(isAlways, onNull, changed);
  }

  /** Returns this identity as one that numbers an explicit NULL too; Oracle alone knows it. */
  public Identity numberingNull() {
    return new Identity(isAlways, true, options);
  }

  /** Returns this identity with its first number. */
  public Identity start(long number) {
    return with(options.start(number));
  }

  /** Returns this identity with the distance from one number to the next. */
  public Identity increment(long step) {
    return with(options.increment(step));
  }

  /** Returns the first number, or null for the database's default. */
  public @Nullable Long start() {
    return options.start();
  }

  /** Returns the distance from one number to the next, or null for the database's default. */
  public @Nullable Long increment() {
    return options.increment();
  }
}
