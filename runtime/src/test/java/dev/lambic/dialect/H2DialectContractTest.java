package dev.lambic.dialect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class H2DialectContractTest extends DialectContract {
  @Override
  Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:h2:mem:");
  }
}
