package dev.lambic.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * The floor: the statements themselves, in the transactions that Lambic makes. It writes one row at the end, by which a
 * start finds out that there is nothing to do; it checks nothing, locks nothing, and after a failure knows nothing.
 */
final class JdbcLoop implements Contender {

  @Override
  public String name() {
    return FLOOR;
  }

  @Override
  public String version() {
    return "";
  }

  @Override
  public List<String> jars() {
    return List.of();
  }

  @Override
  public Installed install(DataSource database, History history) {
    return new Installed() {
      @Override
      public void upgrade() throws SQLException {
        run(database, history);
      }

      @Override
      public void start() throws SQLException {
        readRow(database);
      }

      @Override
      public void status() throws SQLException {
        readRow(database);
      }
    };
  }

  private static void run(DataSource database, History history) throws SQLException {
    boolean isOneTransaction = history.database().hasTransactionalDdl();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (List<String> revision : history.statements()) {
        for (String sql : revision) {
          statement.execute(sql);
        }
        if (!isOneTransaction) {
          connection.commit();
        }
      }
      statement.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)");
      statement.execute("INSERT INTO alembic_version VALUES ('head')");
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private static void readRow(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT version_num FROM alembic_version")) {
      rows.next();
      rows.getString(1);
    }
  }
}
