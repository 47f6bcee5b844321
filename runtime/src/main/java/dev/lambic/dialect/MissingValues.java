package dev.lambic.dialect;

import dev.lambic.error.MigrationException;
import dev.lambic.error.NearMisses;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.operations.SqlStatement;

/** Says that a statement names a value which nobody has given. */
final class MissingValues {
  private MissingValues() {}

  static MigrationException of(SqlStatement statement, String name) {
    return new MigrationException(Problem.of(
            ProblemId.MISSING_VALUE, "The statement names ':" + name + "', which has no value.")
        .with("statement", statement.sql())
        .didYouMean(NearMisses.of(name, statement.values().keySet()))
        .fix("call 'bind(\"" + name + "\", ...)'.")
        .fix("write '\\:' for a colon that begins no name."));
  }
}
