package dev.lambic.it.servers;

import dev.lambic.it.catalogue.CatalogueReader;
import dev.lambic.it.catalogue.HsqldbCatalogue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hsqldb.jdbc.JDBCDataSource;

/** HSQLDB, in memory. */
final class HsqldbServer implements DatabaseServer {
  @Override
  public Access create(String database) {
    return access(database);
  }

  private static Access access(String database) {
    JDBCDataSource source = new JDBCDataSource();
    source.setUrl("jdbc:hsqldb:mem:" + database);
    source.setUser("SA");
    source.setPassword("");
    return new Access(source.getUrl(), "SA", "", source);
  }

  @Override
  public void drop(String database) throws SQLException {
    try (Connection connection = access(database).dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
    }
  }

  @Override
  public CatalogueReader catalogueReader() {
    return new HsqldbCatalogue();
  }
}
