package dev.lambic.benchmarks;

import dev.lambic.command.Command;
import dev.lambic.config.Config;
import java.util.List;
import javax.sql.DataSource;

/**
 * Lambic, with its lock.
 *
 * @param hasJournal whether it writes down what it runs, as it does when nothing is said
 */
record LambicContender(boolean hasJournal) implements Contender {

  @Override
  public String name() {
    return hasJournal ? LAMBIC : LAMBIC_WITHOUT_JOURNAL;
  }

  @Override
  public String version() {
    return Jars.versionOf(Command.class, "lambic-runtime");
  }

  @Override
  public List<String> jars() {
    return List.of("lambic-runtime-");
  }

  @Override
  public Installed install(DataSource database, History history) {
    Command command = new Command(Config.builder()
        .dataSource(database)
        .classLoader(history.loader())
        .journal(hasJournal)
        .build());
    return new Installed() {
      @Override
      public void upgrade() {
        command.upgrade("head");
      }

      @Override
      public void status() {
        command.current();
      }
    };
  }
}
