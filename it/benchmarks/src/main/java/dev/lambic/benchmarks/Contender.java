package dev.lambic.benchmarks;

import java.util.List;
import javax.sql.DataSource;

/** Something that brings a database to the newest revision. */
interface Contender {
  /** The name of what the others are compared with. */
  String FLOOR = "bare JDBC";

  String LAMBIC = "Lambic";
  String LAMBIC_WITHOUT_JOURNAL = "Lambic, journal off";

  /** Everything that is measured, the floor first. */
  static List<Contender> all() {
    return List.of(
        new JdbcLoop(), new LambicContender(true), new FlywayContender(), new LiquibaseContender());
  }

  /** Everything, and Lambic once more without its journal, which is written where there is something to do. */
  static List<Contender> forUpgrades() {
    return List.of(
        new JdbcLoop(),
        new LambicContender(true),
        new LambicContender(false),
        new FlywayContender(),
        new LiquibaseContender());
  }

  /** What it takes to see whether a budget is met, and why not. */
  static List<Contender> forBudgets() {
    return List.of(new JdbcLoop(), new LambicContender(true), new LambicContender(false));
  }

  /** Returns the name in the tables. */
  String name();

  /** Returns its version, for the tables. */
  String version();

  /** Returns how the names of the jars begin that it needs, beside the driver. */
  List<String> jars();

  /** Sets it up, as an application would that keeps it: for one database and one history. */
  Installed install(DataSource database, History history) throws Exception;

  /** A contender that is set up. */
  interface Installed {
    /** Brings the database to the newest revision. */
    void upgrade() throws Exception;

    /** Does what an application does at its start, with a database that is at the newest revision already. */
    default void start() throws Exception {
      upgrade();
    }

    /** Finds out where the database stands. */
    void status() throws Exception;
  }
}
