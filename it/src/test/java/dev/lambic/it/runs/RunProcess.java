package dev.lambic.it.runs;

import dev.lambic.command.Command;
import dev.lambic.config.Config;
import dev.lambic.error.LambicException;
import dev.lambic.runtime.MigrationListener;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A process that runs upgrades when it is told to, line by line: {@code history|url|user|password|call}, where it stops
 * at a call to the database until it is killed, or is not stopped by a 0. It answers each line with one of its own.
 */
final class RunProcess {
  static final String READY = "ready";
  static final String DONE = "done ";
  static final String FAILED = "failed ";
  static final String STOPPED = "stopped";

  private RunProcess() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println(READY);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      System.out.println(answer(line.split("\\|", -1)));
    }
  }

  private static String answer(String[] order) throws SQLException {
    CountedCalls calls = new CountedCalls(Integer.parseInt(order[4], 10), RunProcess::stop);
    try (Connection connection = DriverManager.getConnection(order[1], order[2], order[3])) {
      Config config = Config.builder()
          .connection(calls.on(connection))
          .scriptDirectory(Histories.valueOf(order[0]).directory())
          .transactionPerMigration(true)
          .listener(new MigrationListener() {})
          .build();
      int steps = new Command(config).upgrade("heads").steps().size();
      return DONE + steps + " " + calls.count();
    } catch (LambicException e) {
      return FAILED + e.getMessage().replace('\n', ' ');
    }
  }

  private static void stop() {
    System.out.println(STOPPED);
    while (true) {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
