package dev.lambic.benchmarks;

import dev.lambic.command.Command;
import dev.lambic.config.Config;
import java.util.List;
import javax.sql.DataSource;

/** Lambic as it comes: with its lock and its journal. */
final class LambicContender implements Contender {

  @Override
  public String name() {
    return "Lambic";
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
    Command command = new Command(
        Config.builder().dataSource(database).classLoader(history.loader()).build());
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
