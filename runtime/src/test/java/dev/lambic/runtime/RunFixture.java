package dev.lambic.runtime;

import dev.lambic.script.ScriptDirectory;
import dev.lambic.testing.H2;
import dev.lambic.testing.History;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A run on an H2 database with one table. */
abstract class RunFixture {
  final H2 h2 = new H2();
  final Connection connection = h2.connect();

  @BeforeEach
  void createTable() {
    h2.execute("CREATE TABLE note (text VARCHAR(20))");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    h2.close();
  }

  final List<String> notes() {
    return h2.query("SELECT text FROM note ORDER BY 1");
  }

  static String note(String text) {
    return "INSERT INTO note VALUES ('" + text + "')";
  }

  final MigrationContext upgrading(ScriptDirectory script) {
    return MigrationContext.configure(options(script).build());
  }

  final ContextOptions.Builder options(ScriptDirectory script) {
    return ContextOptions.builder()
        .connection(connection)
        .listener(new MigrationListener() {})
        .migrations((heads, context) -> script.upgradePlan("heads", heads).stream()
            .map(one -> MigrationStep.upgradeFrom(script.revisionMap(), one))
            .toList());
  }

  static History oneRevision(History.Step upgrade) {
    return new History().revision("a1", "", upgrade, op -> {});
  }

  /** The connection, but for one method that fails as it does when the database is gone. */
  final Connection failingAt(String method) {
    return (Connection) Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, called, arguments) -> {
          if (called.getName().equals(method)) {
            throw new SQLException("connection reset", "08006");
          }
          try {
            return called.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
