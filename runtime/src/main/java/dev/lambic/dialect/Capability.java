package dev.lambic.dialect;

/** What one database can do and another cannot. */
public enum Capability {
  /** CREATE, ALTER and DROP can be rolled back. */
  TRANSACTIONAL_DDL,
  /** A column can be changed in place: its type, default, and whether it may hold NULL. */
  ALTER_COLUMN,
  /** A constraint can be added to a table that exists, and dropped. */
  ALTER_CONSTRAINTS,
  /** Tables and columns can have comments. */
  COMMENTS,
  /** Comments are part of a definition, not statements of their own. */
  INLINE_COMMENTS,
  /** There are schemas that can be created and dropped. */
  SCHEMAS,
  /** There are sequences. */
  SEQUENCES,
  /** An enumeration is a type that stands on its own. */
  ENUM_TYPES,
  /** There are exclusion constraints. */
  EXCLUSION_CONSTRAINTS,
  /** An index may be over expressions. */
  EXPRESSION_INDEXES,
  /** An index may leave out the rows that do not meet a condition. */
  PARTIAL_INDEXES,
  /** Names of constraints are unique in their schema, not in their table alone. */
  SCHEMA_WIDE_CONSTRAINT_NAMES
}
