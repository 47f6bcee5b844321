package dev.lambic.maven;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** What the tests of the goals stand on: a compiled project, its database in the property, and the log. */
@MojoTest
abstract class GoalTest {
  final ShopProject shop = ShopProject.compiled();
  final RecordedLog log = new RecordedLog();

  GoalTest() {
    shop.withProperty("migrate.url", shop.url);
  }

  @Provides
  MavenProject project() {
    return shop.project;
  }

  @Provides
  MavenSession session() {
    return shop.session;
  }

  @Provides
  Log log() {
    return log;
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(shop.url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the rows of the version table. */
  List<String> versions() throws SQLException {
    return query("SELECT version_num FROM alembic_version");
  }

  /** Returns the tables that migrations have made. */
  List<String> tables() throws SQLException {
    return query("SELECT table_name FROM information_schema.tables"
        + " WHERE table_schema = 'PUBLIC' AND table_name = 'ACCOUNT'");
  }

  private List<String> query(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(shop.url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
