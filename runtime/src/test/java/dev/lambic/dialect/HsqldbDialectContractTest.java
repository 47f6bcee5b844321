package dev.lambic.dialect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

class HsqldbDialectContractTest extends DialectContract {
  private static final AtomicInteger COUNTER = new AtomicInteger();

  @Override
  Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:hsqldb:mem:contract" + COUNTER.incrementAndGet());
  }
}
