package dev.lambic.autogenerate;

import dev.lambic.schema.Column;
import dev.lambic.schema.TableName;

/**
 * Whether, and how, a property of columns is compared: their types, or their defaults. Mirrors what Alembic's {@code
 * compare_type} and {@code compare_server_default} may be.
 */
@FunctionalInterface
public interface ColumnComparison {
  /** What a comparison says. */
  enum Verdict {
    /** The column is as the model has it. */
    SAME,
    /** The column has to change. */
    DIFFERENT,
    /** Lambic decides. */
    UNDECIDED
  }

  /** Lambic compares. */
  ColumnComparison ON = (table, actual, wanted) -> Verdict.UNDECIDED;

  /** Nothing is compared. */
  ColumnComparison OFF = (table, actual, wanted) -> Verdict.SAME;

  /**
   * Compares a column.
   *
   * @param actual the column as it was read
   * @param wanted the column of the model
   */
  Verdict compare(TableName table, Column actual, Column wanted);
}
