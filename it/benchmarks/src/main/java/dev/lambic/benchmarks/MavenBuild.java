package dev.lambic.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of Maven on a project.
 *
 * @param project whose folder it is
 * @param repository the local repository, which has Lambic as it was just built
 * @param arguments what stands behind {@code mvn}
 */
record MavenBuild(Path project, Path repository, List<String> arguments) {

  /** Returns what it is called in the tables. */
  String name() {
    return "`mvn " + arguments.get(0) + "`";
  }

  /** Runs it once with the network, so that the local repository has what it takes. */
  void fetch() throws IOException, InterruptedException {
    mvn(List.of());
  }

  /** Runs it without the network. */
  void run() throws IOException, InterruptedException {
    mvn(List.of("-o"));
  }

  /** Takes away what the last run has brought to the head. */
  void dropDatabase() throws IOException {
    Files.deleteIfExists(project.resolve(MavenProjects.DATABASE_FILE));
  }

  private void mvn(List<String> more) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(executable(), "-q", "-B", "-Dmaven.repo.local=" + repository));
    command.addAll(more);
    command.addAll(arguments);
    output(command, project);
  }

  /** Returns the version of Maven. */
  static String version() throws IOException, InterruptedException {
    return output(List.of(executable(), "-v"), Path.of("").toAbsolutePath())
        .lines()
        .filter(line -> line.contains("Apache Maven "))
        .map(line -> line.replaceAll(".*Apache Maven (\\S+).*", "$1"))
        .findFirst()
        .orElse("of unknown version");
  }

  private static String executable() {
    String home = System.getenv("MAVEN_HOME");
    return home == null || home.isEmpty() ? "mvn" : Path.of(home, "bin", "mvn").toString();
  }

  /** Runs a command with the JDK that the runner has, and returns what it printed. */
  private static String output(List<String> command, Path folder)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile("maven", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(said.toFile());
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      int exitCode = builder.start().waitFor();
      String output = Files.readString(said, StandardCharsets.UTF_8);
      if (exitCode != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
      }
      return output;
    } finally {
      Files.delete(said);
    }
  }
}
