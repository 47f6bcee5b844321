package dev.lambic.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.it.catalogue.Catalogue;
import dev.lambic.it.catalogue.Catalogue.Kind;
import dev.lambic.it.catalogue.Catalogue.Table;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;

/** Alembic's version table works on every database as it is. */
class VersionTableIT {
  private static final String CREATE = "CREATE TABLE alembic_version ("
      + "version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))";

  @ParameterizedTest
  @AllDatabases
  void hasOneColumn_whichIsThePrimaryKey(TestDatabase database) throws SQLException {
    database.execute(CREATE);
    Catalogue catalogue = database.catalogue();

    assertThat(catalogue.tables()).hasSize(1);
    Table table = catalogue.table(database.stored("alembic_version"));
    String column = database.stored("version_num");
    assertThat(table.columns()).hasSize(1);
    assertThat(table.column(column).type()).endsWithIgnoringCase("(32)");
    assertThat(table.column(column).nullable()).isFalse();
    assertThat(table.constraints()).hasSize(1);
    assertThat(table.constraints(Kind.PRIMARY_KEY).get(0).columns()).containsExactly(column);
    assertThat(table.indexes()).isEmpty();
  }

  @ParameterizedTest
  @AllDatabases
  void rowsAreInserted_updatedAndDeleted_andCounted(TestDatabase database) throws SQLException {
    database.execute(CREATE);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("INSERT INTO alembic_version (version_num) VALUES ('a1')"))
          .isEqualTo(1);
      assertThat(
              statement.executeUpdate(
                  "UPDATE alembic_version SET version_num = 'b2' WHERE alembic_version.version_num = 'a1'"))
          .isEqualTo(1);
      assertThat(
              statement.executeUpdate(
                  "UPDATE alembic_version SET version_num = 'b2' WHERE alembic_version.version_num = 'b2'"))
          .isEqualTo(1);
      assertThat(
              statement.executeUpdate(
                  "UPDATE alembic_version SET version_num = 'c3' WHERE alembic_version.version_num = 'a1'"))
          .isZero();
      assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("b2");
      assertThat(statement.executeUpdate(
              "DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2'"))
          .isEqualTo(1);
    }
    assertThat(database.query("SELECT version_num FROM alembic_version")).isEmpty();
  }

  @ParameterizedTest
  @AllDatabases
  void aRevisionStandsInItOnce(TestDatabase database) throws SQLException {
    String insert = "INSERT INTO alembic_version (version_num) VALUES ('a1')";
    database.execute(CREATE, insert);
    assertThatThrownBy(() -> database.execute(insert)).isInstanceOf(SQLException.class);
    assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("a1");
  }

  @ParameterizedTest
  @AllDatabases
  void isRolledBack_whereTheDatabaseRollsBackDdl(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(CREATE);
      connection.rollback();
    }
    assertThat(database.catalogue().hasTable(database.stored("alembic_version")))
        .isEqualTo(!database.kind().rollsBackDdl());
  }
}
