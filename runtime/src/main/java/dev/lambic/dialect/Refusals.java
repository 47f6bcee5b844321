package dev.lambic.dialect;

import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;

/** What a dialect says when its database cannot do what it is asked for. */
final class Refusals {
  private Refusals() {}

  /** The database has nothing for an operation, or for an option of one. */
  static MigrationException operation(String dialect, String what, String fix) {
    return new MigrationException(
        Problem.of(ProblemId.UNSUPPORTED_OPERATION, dialect + " cannot " + what + ".")
            .fix(fix));
  }

  /** The database has nothing for a type. */
  static MigrationException type(String dialect, String what, String fix) {
    return new MigrationException(
        Problem.of(ProblemId.UNSUPPORTED_TYPE, dialect + " has no type for " + what + ".")
            .fix(fix));
  }

  /** A value cannot be written as a literal. */
  static MigrationException value(String dialect, String what, String fix) {
    return new MigrationException(
        Problem.of(ProblemId.UNSUPPORTED_VALUE, dialect + " has no literal for " + what + ".")
            .fix(fix));
  }

  /** The operation leaves out what the database has to be told. */
  static MigrationException incomplete(String headline, String fix) {
    return new MigrationException(
        Problem.of(ProblemId.INCOMPLETE_OPERATION, headline).fix(fix));
  }
}
