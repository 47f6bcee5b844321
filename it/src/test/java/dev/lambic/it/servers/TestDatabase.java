package dev.lambic.it.servers;

import dev.lambic.it.catalogue.Catalogue;
import dev.lambic.it.catalogue.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * An empty database for one test. It comes into being when the test first asks it for something, and is dropped when
 * the test ends (JUnit closes it).
 */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final DatabaseKind kind;
  private final String name = String.format(Locale.ROOT, "lambic_%04d", COUNT.incrementAndGet());
  private @Nullable Access access;

  /** Describes a database that is created when it is needed. */
  public TestDatabase(DatabaseKind kind) {
    this.kind = kind;
  }

  /** Returns what kind of database this is. */
  public DatabaseKind kind() {
    return kind;
  }

  /**
   * Returns the name of the database. On MySQL and MariaDB, where a schema is a database, one whose name starts with
   * this name and an underscore belongs to it: the catalogue shows it, and it is dropped with this one.
   */
  public String name() {
    return name;
  }

  /** Returns the JDBC URL, without user and password. */
  public String url() {
    return access().url();
  }

  /** Returns the user to connect as, who may do everything; empty if the database knows no users. */
  public String user() {
    return access().user();
  }

  /** Returns the user's password; it belongs into no message. */
  public String password() {
    return access().password();
  }

  /** Returns the driver's own data source. */
  public DataSource dataSource() {
    return access().dataSource();
  }

  /** Opens a connection, in auto-commit mode; the caller closes it. */
  public Connection connect() throws SQLException {
    return dataSource().getConnection();
  }

  /** Returns a name as the database stores it if it was written without quotes. */
  public String stored(String identifier) {
    return kind.foldsToUpperCase() ? identifier.toUpperCase(Locale.ROOT) : identifier;
  }

  /** Runs statements one after the other, each committed. */
  public void execute(String... statements) throws SQLException {
    execute(List.of(statements));
  }

  /** Runs statements one after the other, each committed. */
  public void execute(List<String> statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          throw new SQLException(
              kind + " refused: " + sql + ": " + e.getMessage(), e.getSQLState(), e);
        }
      }
    }
  }

  /** Asks; each row becomes one string, its columns joined by a blank. */
  public List<String> query(String sql) throws SQLException {
    try (Connection connection = connect()) {
      return Rows.of(connection, sql, row -> row.joined(" "));
    }
  }

  /** Reads what is in the database. */
  public Catalogue catalogue() throws SQLException {
    try (Connection connection = connect()) {
      return catalogue(connection);
    }
  }

  /** Reads what is in the database, on a connection to it. */
  public Catalogue catalogue(Connection connection) throws SQLException {
    return kind.server().catalogueReader().read(connection);
  }

  @Override
  public synchronized void close() throws SQLException {
    if (access != null) {
      access = null;
      kind.server().drop(name);
    }
  }

  private synchronized Access access() {
    if (access == null) {
      try {
        access = kind.server().create(name);
      } catch (SQLException e) {
        throw new IllegalStateException(
            kind + " did not create " + name + ": " + e.getMessage(), e);
      }
    }
    return access;
  }

  /** Returns the name of its kind: the name of the test that runs on it. */
  @Override
  public String toString() {
    return kind.toString();
  }
}
