package dev.lambic.schema;

import java.util.Objects;

/**
 * A sequence of numbers that lives on its own.
 *
 * @param name its name
 * @param options how the numbers run
 * @param isOptional whether a database that can number a column by itself does so instead
 */
public record Sequence(TableName name, SequenceOptions options, boolean isOptional) {
  public Sequence {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(options, "options");
  }

  /** Returns a sequence of the connection's own schema. */
  public static Sequence of(String name) {
    return of(TableName.of(name));
  }

  /** Returns a sequence. */
  public static Sequence of(TableName name) {
    return new Sequence(name, SequenceOptions.NONE, false);
  }

  /** Returns this sequence with other options. */
  public Sequence with(SequenceOptions changed) {
    return new Sequence(name, changed, isOptional);
  }

  /** Returns this sequence as one that is used only where the database cannot number a column by itself. */
  public Sequence optional() {
    return new Sequence(name, options, true);
  }
}
