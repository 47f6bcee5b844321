package dev.lambic.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A bound in time that a session keeps to.
 *
 * @param query asks for the value at hand, in a form that the statement takes
 * @param statement sets the value that stands in the place of {@code %s}
 * @param unit what one unit of the value stands for
 */
public record SessionLimit(String query, String statement, Duration unit) {

  /**
   * Sets the bound, rounded up to whole units.
   *
   * @return the statement that sets it back to what it was
   * @throws SQLException if the database refuses
   */
  public String set(Connection connection, Duration bound) throws SQLException {
    String before = ServerVersions.ask(connection, query);
    long units = Math.max(1, (bound.toMillis() + unit.toMillis() - 1) / unit.toMillis());
    try (Statement statement = connection.createStatement()) {
      statement.execute(with(Long.toString(units)));
    }
    return with(before);
  }

  private String with(String value) {
    return statement.replace("%s", value);
  }
}
