package dev.lambic.dialect;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A lock that the database itself keeps, under a name, for a session.
 *
 * @param take the statement that takes it if it is free; yields 1 when it has, 0 when somebody else holds it, and anything
 *     else when it cannot; and beside it the session that it ran in
 * @param session the query for what tells this session from others
 * @param holder the query for who holds the lock; a user may not be allowed to see it
 * @param release the statement that gives it back; yields 1 when it was held. Empty when the end of the transaction does
 */
record NamedLock(String take, String session, String holder, String release) implements RunLock {

  @Override
  public Optional<String> tryTake(Connection connection) throws SQLException {
    String before = ServerVersions.ask(connection, session);
    String outcome;
    String taking;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(take)) {
      rows.next();
      outcome = String.valueOf(rows.getString(1));
      taking = String.valueOf(rows.getString(2));
    }
    String after = ServerVersions.ask(connection, session);
    if (!taking.equals(before) || !taking.equals(after)) {
      throw sessionMoves(before, taking, after);
    }
    if (outcome.equals("0")) {
      return Optional.of(holderOn(connection));
    }
    if (!outcome.equals("1")) {
      throw new SQLException("the lock was neither taken nor held: the answer is " + outcome);
    }
    return Optional.empty();
  }

  /** A user who may not see other sessions waits all the same. */
  private String holderOn(Connection connection) {
    try {
      String seen = ServerVersions.ask(connection, holder);
      return seen.isBlank() ? "another session" : seen;
    } catch (SQLException e) {
      return "another session, which this user may not see";
    }
  }

  /** The lock stays behind on a session that cannot be reached any more, or hides between statements. */
  private static EnvironmentException sessionMoves(String before, String taking, String after) {
    return new EnvironmentException(
        Problem.of(
                ProblemId.SESSION_MOVES,
                "The connection leads to another session of the server with each statement.")
            .with("sessions", String.join(", ", before, taking, after))
            .fix(
                "connect to the server itself, not to a pooler that pools statements or transactions."));
  }

  @Override
  public boolean confirm(Connection connection) {
    return true;
  }

  @Override
  public boolean release(Connection connection) throws SQLException {
    if (release.isEmpty()) {
      return true;
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(release)) {
      return rows.next() && rows.getInt(1) == 1;
    }
  }
}
