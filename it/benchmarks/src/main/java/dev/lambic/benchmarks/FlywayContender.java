package dev.lambic.benchmarks;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Flyway with SQL files in a folder, which it need not look for on the class path, and with one transaction for the whole
 * run where Lambic has one. It checks the sums of all files that have run.
 */
final class FlywayContender implements Contender {

  @Override
  public String name() {
    return "Flyway";
  }

  @Override
  public String version() {
    return Jars.versionOf(Flyway.class, "flyway-core");
  }

  @Override
  public List<String> jars() {
    return List.of("flyway-");
  }

  @Override
  public Installed install(DataSource database, History history) {
    Flyway flyway = Flyway.configure()
        .dataSource(database)
        .locations("filesystem:" + history.sqlFolder())
        .group(history.database().hasTransactionalDdl())
        .load();
    return new Installed() {
      @Override
      public void upgrade() {
        flyway.migrate();
      }

      @Override
      public void status() {
        flyway.info().all();
      }
    };
  }
}
