package dev.lambic.schema;

/** What sort of constraint a name belongs to; some databases have another statement for each. */
public enum ConstraintKind {
  PRIMARY_KEY,
  UNIQUE,
  CHECK,
  FOREIGN_KEY,
  EXCLUDE
}
