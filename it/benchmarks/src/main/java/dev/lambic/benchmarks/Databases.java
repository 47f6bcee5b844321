package dev.lambic.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes empty databases, and drops them. The server is started when it is first needed. */
final class Databases implements AutoCloseable {
  private final Path folder;
  private final Map<Database, String> versions = new EnumMap<>(Database.class);
  private EmbeddedPostgres server;
  private int count;

  Databases(Path folder) {
    this.folder = folder;
  }

  /** Makes an empty database. */
  Target create(Database database) throws IOException, SQLException {
    String name = "bench_" + ++count;
    Target target = switch (database) {
      case H2 -> new Target("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
      case SQLITE ->
        new Target("jdbc:sqlite:" + Files.createDirectories(folder).resolve(name + ".db"), "", "");
      case POSTGRESQL -> {
        execute(postgresql("postgres"), "CREATE DATABASE " + name);
        yield postgresql(name);
      }
    };
    if (!versions.containsKey(database)) {
      versions.put(database, versionOf(target));
    }
    return target;
  }

  private static String versionOf(Target target) throws SQLException {
    try (Connection connection = target.getConnection()) {
      DatabaseMetaData about = connection.getMetaData();
      return "%s %s (driver %s)"
          .formatted(
              about.getDatabaseProductName(),
              about.getDatabaseProductVersion(),
              about.getDriverVersion());
    }
  }

  /** Drops a database with all that is in it. */
  void drop(Target target) throws IOException, SQLException {
    String url = target.url();
    if (url.startsWith("jdbc:h2:")) {
      execute(target, "SHUTDOWN");
    } else if (url.startsWith("jdbc:sqlite:")) {
      Files.deleteIfExists(Path.of(url.substring("jdbc:sqlite:".length())));
    } else {
      String name = url.substring(url.lastIndexOf('/') + 1);
      execute(postgresql("postgres"), "DROP DATABASE " + name + " WITH (FORCE)");
    }
  }

  static void execute(Target target, String... statements) throws SQLException {
    try (Connection connection = target.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private Target postgresql(String database) throws IOException, SQLException {
    if (server == null) {
      server = EmbeddedPostgres.builder()
          .setDataDirectory(Files.createDirectories(folder).resolve("postgresql"))
          .setCleanDataDirectory(true)
          .setServerConfig("listen_addresses", "127.0.0.1")
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .start();
      requireSync();
    }
    return new Target(
        "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database, "postgres", "postgres");
  }

  /** What starts the server has a mind of its own about these. */
  private void requireSync() throws IOException, SQLException {
    for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
      if (!ask("SHOW " + setting).equals("on")) {
        throw new IllegalStateException("PostgreSQL runs with " + setting + " off");
      }
    }
  }

  /** Returns what the databases that have been made so far say of themselves, and of their drivers. */
  List<String> versions() {
    return List.copyOf(versions.values());
  }

  private String ask(String query) throws IOException, SQLException {
    try (Connection connection = postgresql("postgres").getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    if (server != null) {
      server.close();
    }
  }
}
