package dev.lambic.autogenerate;

import dev.lambic.operations.MigrateOperation;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not in the database as the model has it, and what changes that.
 *
 * @param table the table that it is about, or null
 * @param stage what becomes of the table, or of something in it
 * @param operation what brings the database closer to the model
 * @param reverse what undoes the operation, step by step; empty where nothing does
 * @param isDestructive whether the operation loses data, or may lose some
 */
public record Difference(
    @Nullable TableName table,
    Stage stage,
    MigrateOperation operation,
    List<MigrateOperation> reverse,
    boolean isDestructive) {

  /** What becomes of a table. */
  public enum Stage {
    /** It is no matter of one table. */
    NO_TABLE,
    /** The table is new. */
    NEW_TABLE,
    /** The table goes. */
    REMOVED_TABLE,
    /** The table stays, and changes. */
    CHANGED_TABLE
  }

  public Difference {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(operation, "operation");
    reverse = List.copyOf(reverse);
  }

  /** Returns the difference that an operation of which all is known makes up for, without loss of data. */
  static Difference of(@Nullable TableName table, Stage stage, MigrateOperation operation) {
    return new Difference(table, stage, operation, operation.reverse().stream().toList(), false);
  }

  /** Returns in a few words what has to be done: {@code add column 'email' of table 'account'}. */
  public String summary() {
    return operation.accept(new DifferenceText());
  }

  /** Returns this difference with one more step of the way back. */
  Difference undoneBy(MigrateOperation step) {
    List<MigrateOperation> steps = new ArrayList<>(reverse);
    steps.add(step);
    return new Difference(table, stage, operation, steps, isDestructive);
  }

  /** Returns this difference as one that loses data, or may lose some. */
  Difference destructive(boolean loses) {
    return new Difference(table, stage, operation, reverse, loses);
  }
}
