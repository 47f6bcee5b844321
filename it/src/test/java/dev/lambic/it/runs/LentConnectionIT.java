package dev.lambic.it.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lambic.command.Command;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.Operations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;

/** A connection that a run was lent comes back as it was, whatever its migrations have done to it. */
class LentConnectionIT {
  /** How a connection is. */
  private record State(
      boolean autoCommit, boolean readOnly, int isolation, String catalog, String schema) {
    static State of(Connection connection) throws SQLException {
      return new State(
          connection.getAutoCommit(),
          connection.isReadOnly(),
          connection.getTransactionIsolation(),
          String.valueOf(connection.getCatalog()),
          String.valueOf(connection.getSchema()));
    }
  }

  private static void change(TestDatabase database, Operations op) throws SQLException {
    Connection connection = op.getBind();
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    if (database.kind().isMySqlFamily()) {
      connection.setCatalog(database.name() + "_other");
    } else if (!database.toString().equals("sqlite")) {
      connection.setSchema(database.stored("other"));
    }
    op.execute("INSERT INTO elsewhere VALUES (1)");
  }

  @ParameterizedTest
  @AllDatabases
  void comesBackAsItWas(TestDatabase database) throws SQLException {
    boolean isMySqlFamily = database.kind().isMySqlFamily();
    boolean isSqlite = database.toString().equals("sqlite");
    String other = isMySqlFamily ? database.name() + "_other" : "other";
    if (!isSqlite) {
      database.execute((isMySqlFamily ? "CREATE DATABASE " : "CREATE SCHEMA ") + other);
    }
    database.execute("CREATE TABLE " + (isSqlite ? "" : other + ".") + "elsewhere (id INTEGER)");
    for (boolean isRefused : List.of(false, true)) {
      History history = new History().nonTransactional("a1", op -> {
        change(database, op);
        op.execute(isRefused ? "INSERT INTO nowhere VALUES (1)" : "DELETE FROM elsewhere");
        throw new IllegalStateException("as the test wants it");
      });
      try (Connection connection = database.connect()) {
        State before = State.of(connection);
        Command command = new Command(history.config().connection(connection).build());
        assertThat(catchThrowable(() -> command.upgrade("head"))).isNotNull();
        assertThat(State.of(connection)).isEqualTo(before);
      }
    }
    assertThat(database.query("SELECT version_num FROM alembic_version")).isEmpty();
  }

  @ParameterizedTest
  @AllDatabases
  void comesBackAsItWas_fromARunThatSucceeds(TestDatabase database) throws SQLException {
    History history = new History().nonTransactional("a1", op -> {
      op.getBind().setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      op.execute("CREATE TABLE t_a1 (id INTEGER)");
    });
    try (Connection connection = database.connect()) {
      connection.setTransactionIsolation(
          database.toString().equals("sqlite")
              ? Connection.TRANSACTION_READ_UNCOMMITTED
              : Connection.TRANSACTION_READ_COMMITTED);
      State before = State.of(connection);
      Command command = new Command(history.config().connection(connection).build());
      command.upgrade("head");
      assertThat(State.of(connection)).isEqualTo(before);
      command.downgrade("base");
      assertThat(State.of(connection)).isEqualTo(before);
      command.stamp("head");
      assertThat(State.of(connection)).isEqualTo(before);
    }
  }
}
