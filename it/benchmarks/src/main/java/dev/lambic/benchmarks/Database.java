package dev.lambic.benchmarks;

/** The databases that whole jobs are measured on. */
enum Database {
  /** In the memory of the JVM. DDL commits at once there, so that a transaction covers one migration at most. */
  H2("H2 in memory", "h2", false),
  /** In a file, as the driver has it: every commit waits for the disk. */
  SQLITE("SQLite file", "sqlite", true),
  /** A server of its own, which waits for the disk at every commit. */
  POSTGRESQL("PostgreSQL", "postgresql", true);

  private final String title;
  private final String dialect;
  private final boolean hasTransactionalDdl;

  Database(String title, String dialect, boolean hasTransactionalDdl) {
    this.title = title;
    this.dialect = dialect;
    this.hasTransactionalDdl = hasTransactionalDdl;
  }

  String title() {
    return title;
  }

  /** Returns the name that Lambic has for it. */
  String dialect() {
    return dialect;
  }

  /** Tells whether a whole run fits into one transaction. */
  boolean hasTransactionalDdl() {
    return hasTransactionalDdl;
  }
}
