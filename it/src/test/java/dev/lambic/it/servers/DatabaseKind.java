package dev.lambic.it.servers;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of databases, in the order in which tests run on them. A server starts when the first test asks for it, at
 * most once in a JVM, and stops with the JVM.
 */
public enum DatabaseKind {
  H2(name -> new H2Server()),
  HSQLDB(name -> new HsqldbServer()),
  SQLITE(SqliteServer::new),
  POSTGRESQL_14(name -> ProcessServer.start(name, new Postgresql(name))),
  POSTGRESQL_18(name -> ProcessServer.start(name, new Postgresql(name))),
  MARIADB(name -> ProcessServer.start(name, new MariaDb(name))),
  MYSQL(name -> ProcessServer.start(name, new MySql(name)));

  /** Names the databases to use, separated by commas; without it, all are used. */
  private static final String SELECTION = "it.databases";

  private final Function<String, DatabaseServer> start;
  private @Nullable DatabaseServer server;
  private @Nullable RuntimeException failure;

  DatabaseKind(Function<String, DatabaseServer> start) {
    this.start = start;
  }

  /** Returns the kinds that this build is to use: all, or those that {@code -Dit.databases} names. */
  static List<DatabaseKind> selected() {
    return selected(System.getProperty(SELECTION, ""));
  }

  static List<DatabaseKind> selected(String names) {
    return names.isBlank()
        ? List.of(values())
        : Stream.of(names.split(",")).map(name -> of(name.strip())).sorted().toList();
  }

  private static DatabaseKind of(String name) {
    return Stream.of(values())
        .filter(kind -> kind.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "-D" + SELECTION + " names '" + name + "'; there are " + List.of(values())));
  }

  /** Tells whether names without quotes become upper case, as the SQL standard has it. */
  public boolean foldsToUpperCase() {
    return this == H2 || this == HSQLDB;
  }

  /** Tells whether this is one of the PostgreSQL servers. */
  public boolean isPostgresql() {
    return this == POSTGRESQL_14 || this == POSTGRESQL_18;
  }

  /** Tells whether this is MySQL, or MariaDB, which descends from it. */
  public boolean isMySqlFamily() {
    return this == MARIADB || this == MYSQL;
  }

  /** Tells whether a rollback undoes what a transaction has done to tables. */
  public boolean rollsBackDdl() {
    return isPostgresql() || this == SQLITE;
  }

  /** Returns the server, running. One that did not start is not tried again: each test fails with the same message. */
  synchronized DatabaseServer server() {
    if (failure != null) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
    if (server == null) {
      try {
        server = start.apply(toString());
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
    }
    return server;
  }

  /** Returns the name that users type, such as {@code postgresql-14}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
