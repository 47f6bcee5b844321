package dev.lambic.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.schema.TableName;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The lock of databases that keep none for a session, where others come and go at the worst moment. */
class LeaseLockTest {
  private static final String URL = "jdbc:h2:mem:LeaseLockTest;DB_CLOSE_DELAY=-1";

  /** Something that happens at the worst moment. */
  @FunctionalInterface
  private interface Interruption {
    void happen() throws SQLException;
  }

  private static RunLock lock(Connection connection) throws SQLException {
    return Dialects.of(connection)
        .connected(connection)
        .runLock(
            connection, new VersionTable(TableName.of(VersionTable.DEFAULT_NAME), true), false);
  }

  /** Returns a connection on which something happens right before its first statement of a kind. */
  private static Connection interrupted(
      Connection real, String beginning, Interruption interruption) {
    boolean[] isDone = {false};
    return (Connection) Proxy.newProxyInstance(
        LeaseLockTest.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (it, method, given) -> {
          Object answer = method.invoke(real, given);
          return method.getName().equals("createStatement")
              ? before((Statement) answer, beginning, isDone, interruption)
              : answer;
        });
  }

  private static Statement before(
      Statement real, String beginning, boolean[] isDone, Interruption interruption) {
    return (Statement) Proxy.newProxyInstance(
        LeaseLockTest.class.getClassLoader(),
        new Class<?>[] {Statement.class},
        (it, method, given) -> {
          if (given != null
              && given[0] instanceof String sql
              && sql.startsWith(beginning)
              && !isDone[0]) {
            isDone[0] = true;
            interruption.happen();
          }
          try {
            return method.invoke(real, given);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  @Test
  void lockThatIsGivenBack_whileItIsBeingTakenOver_isFreeTheNextTime() throws SQLException {
    try (Connection gone = DriverManager.getConnection(URL)) {
      assertThat(lock(gone).tryTake(gone)).isEmpty();
    }
    try (Connection real = DriverManager.getConnection(URL)) {
      Connection connection = interrupted(real, "UPDATE", () -> {
        try (Connection other = DriverManager.getConnection(URL);
            Statement statement = other.createStatement()) {
          statement.execute("DROP TABLE alembic_version_lock");
        }
      });
      RunLock lock = lock(real);

      assertThat(lock.tryTake(connection)).isPresent();
      assertThat(lock.tryTake(connection)).isEmpty();
      assertThat(lock.release(connection)).isTrue();
    }
  }

  @Test
  void listOfSessions_thatCannotBeReadWhileOneEnds_isReadAgain() throws SQLException {
    try (Connection real = DriverManager.getConnection(URL)) {
      Connection connection = interrupted(real, "SELECT SESSION_ID", () -> {
        throw new SQLException("General error", "S1000");
      });
      RunLock lock = lock(real);

      assertThat(lock.tryTake(connection)).isEmpty();
      assertThat(lock.release(connection)).isTrue();
    }
  }
}
