package dev.lambic.dialect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class SqliteDialectContractTest extends DialectContract {
  @Override
  Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite::memory:?foreign_keys=on");
  }
}
