package dev.lambic.it.runs;

import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import java.sql.SQLException;
import org.h2.tools.Server;

/** The URLs by which other processes reach the databases of tests; H2 gets a server for that. */
final class RemoteUrls implements AutoCloseable {
  private final Server h2;

  RemoteUrls() throws SQLException {
    h2 = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
  }

  /** Returns the URL of a database, which exists from then on. */
  String of(TestDatabase database) throws SQLException {
    database.connect().close();
    return database.kind() == DatabaseKind.H2
        ? "jdbc:h2:tcp://127.0.0.1:" + h2.getPort() + "/mem:" + database.name()
        : database.url();
  }

  @Override
  public void close() {
    h2.stop();
  }
}
