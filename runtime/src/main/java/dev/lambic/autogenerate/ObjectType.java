package dev.lambic.autogenerate;

import java.util.Locale;

/** What sort of object a filter is asked about. */
public enum ObjectType {
  SCHEMA,
  TABLE,
  COLUMN,
  INDEX,
  UNIQUE_CONSTRAINT,
  FOREIGN_KEY_CONSTRAINT,
  CHECK_CONSTRAINT,
  PRIMARY_KEY_CONSTRAINT,
  EXCLUDE_CONSTRAINT,
  ENUM,
  SEQUENCE;

  /** Returns Alembic's word for it: {@code unique_constraint}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
