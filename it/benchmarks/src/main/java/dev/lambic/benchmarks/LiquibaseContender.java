package dev.lambic.benchmarks;

import java.io.Writer;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Liquibase with all change sets in one file of formatted SQL, and nothing printed. It commits each change set by itself,
 * whatever the database could do.
 */
final class LiquibaseContender implements Contender {

  @Override
  public String name() {
    return "Liquibase";
  }

  @Override
  public String version() {
    return Jars.versionOf(Liquibase.class, "liquibase-core");
  }

  @Override
  public List<String> jars() {
    return List.of("liquibase-", "opencsv-", "snakeyaml-", "jaxb-api-", "commons-");
  }

  /** Work with Liquibase on one connection. */
  private interface Work {
    void run(Liquibase liquibase) throws Exception;
  }

  @Override
  public Installed install(DataSource database, History history) {
    System.setProperty("liquibase.analytics.enabled", "false");
    return new Installed() {
      @Override
      public void upgrade() throws Exception {
        on(database, history, liquibase -> liquibase.update(new Contexts(), new LabelExpression()));
      }

      @Override
      public void status() throws Exception {
        on(
            database,
            history,
            liquibase -> liquibase.reportStatus(
                false, new Contexts(), new LabelExpression(), Writer.nullWriter()));
      }
    };
  }

  private static void on(DataSource database, History history, Work work) throws Exception {
    Map<String, Object> quiet = Map.of(Scope.Attr.ui.name(), new LoggerUIService());
    Scope.child(quiet, () -> {
      try (Connection connection = database.getConnection();
          DirectoryResourceAccessor files = new DirectoryResourceAccessor(history.folder())) {
        Liquibase liquibase = new Liquibase(
            history.changeLog(),
            files,
            DatabaseFactory.getInstance()
                .findCorrectDatabaseImplementation(new JdbcConnection(connection)));
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        work.run(liquibase);
      }
    });
  }
}
