package dev.lambic.it.servers;

import dev.lambic.it.catalogue.CatalogueReader;
import dev.lambic.it.catalogue.H2Catalogue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;

/** H2, in memory. */
final class H2Server implements DatabaseServer {
  @Override
  public Access create(String database) {
    return access(database);
  }

  private static Access access(String database) {
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl("jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1");
    source.setUser("sa");
    return new Access(source.getUrl(), "sa", "", source);
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
    return new H2Catalogue();
  }
}
