package dev.lambic.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A fresh H2 database in memory that lives until it is closed, looked at with plain JDBC. */
public final class H2 implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String url = "jdbc:h2:mem:test" + COUNT.incrementAndGet();
  private final Connection keeper;

  public H2() {
    keeper = connect();
  }

  public String url() {
    return url;
  }

  public Connection connect() {
    try {
      return DriverManager.getConnection(url);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  public void execute(String sql) {
    try (Statement statement = keeper.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns each row of a query as one string, its columns joined by a blank. */
  public List<String> query(String sql) {
    try (Statement statement = keeper.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> result = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        result.add(String.join(" ", row));
      }
      return result;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the tables, less those of journals. */
  public List<String> tables() {
    return query("SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'"
        + " AND table_name NOT LIKE '%_JOURNAL' ORDER BY 1");
  }

  public List<String> versions() {
    return query("SELECT version_num FROM alembic_version ORDER BY 1");
  }

  @Override
  public void close() {
    execute("SHUTDOWN");
  }
}
