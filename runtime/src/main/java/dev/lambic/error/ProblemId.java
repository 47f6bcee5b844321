package dev.lambic.error;

import java.util.Locale;

/**
 * The stable names of everything that Lambic can complain about. Each has a section of the same name in {@code
 * docs/errors.md}; a name never changes its meaning from one release to the next.
 */
public enum ProblemId {
  // A revision class, as the compiler sees it.
  ANNOTATION_NOT_ON_CLASS,
  CLASS_NOT_CONCRETE,
  CLASS_NOT_STATIC,
  CLASS_NOT_ACCESSIBLE,
  CLASS_WITHOUT_CONSTRUCTOR,
  CLASS_NOT_A_MIGRATION,
  MISSING_TYPE,
  PROCESSOR_FAILED,

  // The revision graph.
  ILLEGAL_REVISION_ID,
  DUPLICATE_REVISION,
  DUPLICATE_BRANCH_LABEL,
  MISSING_PARENT,
  MISSING_DEPENDENCY,
  REVISION_LOOP,
  REVISION_CYCLE,
  NO_INDEX,
  BROKEN_INDEX,

  // What was asked of it.
  UNKNOWN_REVISION,
  AMBIGUOUS_REVISION,
  MULTIPLE_HEADS,
  MULTIPLE_CURRENT_REVISIONS,
  NOT_AN_ANCESTOR,
  WALK_PAST_END,
  AMBIGUOUS_WALK,
  UNSUITABLE_REVISION,
  IRREVERSIBLE_REVISION,

  // The environment that a run finds.
  MISSING_OPTION,
  CONFLICTING_OPTIONS,
  MISSING_DRIVER,
  CONNECTION_FAILED,
  UNKNOWN_DATABASE,
  NOT_CONFIGURED,

  // A run.
  DATABASE_AHEAD,
  STATEMENT_FAILED,
  TRANSACTION_FAILED,
  MIGRATION_FAILED,
  UNFINISHED_SCRIPT,
  IDENTIFIER_TOO_LONG,
  UNSUPPORTED_OPERATION,
  UNSUPPORTED_TYPE,
  UNSUPPORTED_VALUE,
  INCOMPLETE_OPERATION,
  UNNAMED_CONSTRAINT,
  UNKNOWN_CONSTRAINT,
  UNKNOWN_COLUMN,
  MISSING_VALUE,
  MISSING_RESOURCE,
  NEEDS_DATABASE,
  OUTPUT_FAILED,
  VERSION_TABLE_UNREADABLE,
  VERSION_TABLE_MISMATCH;

  /** Returns the name as users meet it: {@code unknown-revision}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
