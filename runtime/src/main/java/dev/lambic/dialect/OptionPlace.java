package dev.lambic.dialect;

import dev.lambic.schema.ConstraintKind;

/** What an option of one database is said of. */
public enum OptionPlace {
  TABLE("a table"),
  COLUMN("a column"),
  INDEX("an index"),
  PRIMARY_KEY("a primary key"),
  UNIQUE("a unique constraint"),
  CHECK("a check"),
  FOREIGN_KEY("a foreign key"),
  EXCLUDE("an exclusion constraint"),
  ALTER_COLUMN("a column that changes"),
  DROP_COLUMN("a column that is dropped");

  private final String text;

  OptionPlace(String text) {
    this.text = text;
  }

  static OptionPlace of(ConstraintKind kind) {
    return switch (kind) {
      case PRIMARY_KEY -> PRIMARY_KEY;
      case UNIQUE -> UNIQUE;
      case CHECK -> CHECK;
      case FOREIGN_KEY -> FOREIGN_KEY;
      case EXCLUDE -> EXCLUDE;
    };
  }

  /** Returns it with its article, for messages. */
  @Override
  public String toString() {
    return text;
  }
}
