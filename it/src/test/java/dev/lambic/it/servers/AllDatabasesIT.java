package dev.lambic.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** The tests of a class share a database if the class asks for it. */
@ParameterizedClass
@AllDatabases
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AllDatabasesIT {
  @Parameter
  TestDatabase database;

  @Test
  @Order(1)
  void whatOneTestMakes() throws SQLException {
    assertThat(database.catalogue().tables()).isEmpty();
    database.execute("CREATE TABLE account (id INTEGER)");
  }

  @Test
  @Order(2)
  void isThereForTheNext() throws SQLException {
    assertThat(database.catalogue().hasTable(database.stored("account"))).isTrue();
  }
}
