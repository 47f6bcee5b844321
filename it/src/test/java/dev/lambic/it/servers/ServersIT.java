package dev.lambic.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;

/** Every database starts, and is what the tests take it for. */
class ServersIT {
  private static String versionOf(DatabaseKind kind) {
    return switch (kind) {
      case H2 -> "H2 2.";
      case HSQLDB -> "HSQL Database Engine 2.";
      case SQLITE -> "SQLite 3.";
      case POSTGRESQL_14 -> "PostgreSQL 14.";
      case POSTGRESQL_18 -> "PostgreSQL 18.";
      case MARIADB -> "MariaDB 11.4.";
      case MYSQL -> "MySQL 8.0.";
    };
  }

  @ParameterizedTest
  @AllDatabases
  void isOfTheExpectedVersion(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      assertThat(connection.getMetaData().getDatabaseProductName() + " "
              + connection.getMetaData().getDatabaseProductVersion())
          .startsWith(versionOf(database.kind()));
    }
  }

  @ParameterizedTest
  @AllDatabases
  void aTransactionIsCommittedOrRolledBack(TestDatabase database) throws SQLException {
    database.execute("CREATE TABLE account (id INTEGER PRIMARY KEY, name VARCHAR(20))");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO account VALUES (1, 'kept')");
      connection.commit();
      statement.execute("INSERT INTO account VALUES (2, 'lost')");
      connection.rollback();
    }
    assertThat(database.query("SELECT id, name FROM account")).containsExactly("1 kept");
  }

  @ParameterizedTest
  @AllDatabases
  void theDatabasesOfTwoTestsKnowNothingOfOneAnother(TestDatabase database) throws SQLException {
    database.execute("CREATE TABLE account (id INTEGER)", "INSERT INTO account VALUES (1)");
    try (TestDatabase other = new TestDatabase(database.kind())) {
      assertThat(other.catalogue().tables()).isEmpty();
      other.execute("CREATE TABLE account (id INTEGER)", "INSERT INTO account VALUES (2)");
      assertThat(other.query("SELECT id FROM account")).containsExactly("2");
    }
    assertThat(database.query("SELECT id FROM account")).containsExactly("1");
  }

  @ParameterizedTest
  @AllDatabases
  void aDatabaseIsGoneAfterItsTest_evenWithAConnectionOpen(TestDatabase database)
      throws SQLException {
    database.execute("CREATE TABLE account (id INTEGER)");
    try (Connection forgotten = database.connect()) {
      assertThat(forgotten.isClosed()).isFalse();
      database.close();
      assertThat(database.catalogue().tables()).isEmpty();
    }
  }

  @ParameterizedTest
  @AllDatabases
  void storesUnicode(TestDatabase database) throws SQLException {
    database.execute(
        "CREATE TABLE account (name VARCHAR(20))",
        "INSERT INTO account VALUES ('I\u0131\u0130i \u00fc \ud83c\udf7a')");
    assertThat(database.query("SELECT name FROM account"))
        .containsExactly("I\u0131\u0130i \u00fc \ud83c\udf7a");
  }

  @ParameterizedTest
  @AllDatabases
  void tellsNobodyItsPassword(TestDatabase database) throws SQLException {
    database.execute("CREATE TABLE account (id INTEGER)");
    if (!database.password().isEmpty()) {
      assertThat(
              List.of(database.url(), database.toString(), database.dataSource().toString()))
          .noneMatch(text -> text.contains(database.password()));
    }
  }
}
