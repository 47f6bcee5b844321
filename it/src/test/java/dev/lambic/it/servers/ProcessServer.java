package dev.lambic.it.servers;

import dev.lambic.it.catalogue.CatalogueReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A server in a process of its own, with an empty data directory, that stops with the JVM. */
final class ProcessServer implements DatabaseServer {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Software software;
  private final Instance instance;

  private ProcessServer(Software software, Instance instance) {
    this.software = software;
    this.instance = instance;
  }

  /** Starts a server and waits until it takes connections. */
  static ProcessServer start(String name, Software software) {
    try {
      ProcessServer server = new ProcessServer(software, Instance.create(name));
      server.start();
      return server;
    } catch (UncheckedIOException | IllegalStateException e) {
      throw didNotStart(name, software.requirements(), e);
    }
  }

  static IllegalStateException didNotStart(
      String name, String requirements, RuntimeException cause) {
    return new IllegalStateException(
        """
        %s did not start, on %s %s (%s): %s
          fix: %s
          fix: leave it out: name the databases to use, as in -Dit.databases=h2,sqlite""".formatted(
                name,
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"),
                cause.getMessage().strip(),
                requirements),
        cause);
  }

  private void start() {
    write(software.secret(instance));
    try {
      ServerProcess.run(software.initialise(instance), instance.log());
    } catch (UncheckedIOException | IllegalStateException e) {
      instance.folder().delete();
      throw e;
    }
    ServerProcess process =
        ServerProcess.start(software.stopSignal(), software.serve(instance), instance.log());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      process.close();
      instance.folder().delete();
    }));
    awaitConnection(process);
  }

  private void write(String secret) {
    try {
      Files.writeString(instance.secret(), secret);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitConnection(ServerProcess process) {
    long start = System.nanoTime();
    while (true) {
      try {
        connect().close();
        return;
      } catch (SQLException e) {
        if (!process.isAlive()) {
          throw new IllegalStateException("it ended" + process.tail(), e);
        }
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new IllegalStateException(
              "no connection within " + PATIENCE.toSeconds() + " s (" + e.getMessage() + ")"
                  + process.tail(),
              e);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Connection connect() throws SQLException {
    return software.access(instance, software.firstDatabase()).dataSource().getConnection();
  }

  @Override
  public Access create(String database) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    }
    return software.access(instance, database);
  }

  @Override
  public void drop(String database) throws SQLException {
    try (Connection connection = connect()) {
      software.drop(connection, database);
    }
  }

  @Override
  public CatalogueReader catalogueReader() {
    return software.catalogueReader();
  }
}
