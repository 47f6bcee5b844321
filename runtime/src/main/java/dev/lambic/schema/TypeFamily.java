package dev.lambic.schema;

/** What kind of values a type holds. Values pass from one type to another of the same family without a cast. */
public enum TypeFamily {
  INTEGER,
  NUMERIC,
  BOOLEAN,
  STRING,
  DATE,
  TIME,
  DATE_TIME,
  INTERVAL,
  BINARY,
  JSON,
  UUID,
  ARRAY,
  /** Whatever one database alone knows. */
  OTHER
}
