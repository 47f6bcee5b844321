package dev.lambic.benchmarks;

import dev.lambic.benchmarks.Contender.Installed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A run in a process of its own, which has the jars on its class path that the contender needs, and no others. */
record ColdRun(Task task, Contender contender, Target target, History history) {

  /** What the process is for. */
  enum Task {
    /** To bring the database to the newest revision. */
    UPGRADE,
    /** To find out that it is there already. */
    START
  }

  /**
   * What a process took.
   *
   * @param milliseconds from its start to its end
   * @param peakMebibytes the most memory that it had of the machine, as Linux counts it; not a number elsewhere
   */
  record Result(double milliseconds, double peakMebibytes) {}

  Result run() throws IOException, InterruptedException {
    Path said = Files.createTempFile("cold-run", ".txt");
    // Read only by those that log; to turn logging off in the process would start it.
    Path logging =
        Files.writeString(history.folder().resolve("logging.properties"), ".level=OFF\n");
    try {
      List<String> command = List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Djava.util.logging.config.file=" + logging,
          "-cp",
          classPath(),
          ColdRun.class.getName(),
          task.name(),
          contender.name(),
          target.url(),
          target.user(),
          target.password(),
          history.database().name(),
          String.valueOf(history.revisions()),
          history.folder().toString());
      long start = System.nanoTime();
      Process process = new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(said.toFile())
          .start();
      int exitCode = process.waitFor();
      double milliseconds = (System.nanoTime() - start) / 1e6;
      String output = Files.readString(said, StandardCharsets.UTF_8);
      if (exitCode != 0) {
        throw new IllegalStateException(contender.name() + " failed:\n" + output);
      }
      String last = output.strip().lines().reduce((one, next) -> next).orElseThrow();
      return new Result(milliseconds, Double.parseDouble(last) / 1024);
    } finally {
      Files.delete(said);
    }
  }

  /** This class path, less the jars that only others need. */
  private String classPath() {
    List<String> needed = new ArrayList<>(contender.jars());
    needed.addAll(
        switch (history.database()) {
          case H2 -> List.of("h2-");
          case SQLITE -> List.of("sqlite-jdbc-", "slf4j-api-", "slf4j-nop-");
          case POSTGRESQL -> List.of("postgresql-");
        });
    List<String> path = new ArrayList<>(Stream.of(
            System.getProperty("java.class.path").split(System.getProperty("path.separator")))
        .filter(entry -> !entry.endsWith(".jar")
            || needed.stream().anyMatch(Path.of(entry).getFileName().toString()::startsWith))
        .toList());
    path.add(history.jar().toString());
    return String.join(System.getProperty("path.separator"), path);
  }

  /** The process: does its task, and says what its peak in memory was. */
  public static void main(String[] arguments) throws Exception {
    Target target = new Target(arguments[2], arguments[3], arguments[4]);
    History history = new History(
        Database.valueOf(arguments[5]),
        Integer.parseInt(arguments[6], 10),
        Path.of(arguments[7]),
        ColdRun.class.getClassLoader());
    Installed installed = contender(arguments[1]).install(target, history);
    switch (Task.valueOf(arguments[0])) {
      case UPGRADE -> installed.upgrade();
      case START -> installed.start();
    }
    System.out.println(peakKibibytes());
  }

  /** Loads no class of another contender. */
  private static Contender contender(String name) {
    return switch (name) {
      case Contender.FLOOR -> new JdbcLoop();
      case Contender.LAMBIC -> new LambicContender(true);
      case Contender.LAMBIC_WITHOUT_JOURNAL -> new LambicContender(false);
      case "Flyway" -> new FlywayContender();
      case "Liquibase" -> new LiquibaseContender();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static double peakKibibytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
