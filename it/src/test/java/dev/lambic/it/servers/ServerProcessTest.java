package dev.lambic.it.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServerProcessTest {
  /** Says its process id, and stays. */
  private static final List<String> SERVER = List.of("sh", "-c", "echo $$; exec sleep 600");

  @TempDir
  Path folder;

  private Path log() {
    return folder.resolve("log");
  }

  /** Starts a server in a JVM of its own. */
  static final class OtherJvm {
    private OtherJvm() {}

    public static void main(String[] arguments) throws InterruptedException {
      ServerProcess.start("TERM", SERVER, Path.of(arguments[0]));
      Thread.sleep(600_000);
    }
  }

  private ProcessHandle server() throws IOException, InterruptedException {
    while (!Files.exists(log()) || !Files.readString(log()).endsWith("\n")) {
      Thread.sleep(20);
    }
    return ProcessHandle.of(Long.parseLong(Files.readString(log()).strip())).orElseThrow();
  }

  @Test
  void closing_endsTheServer() throws Exception {
    ServerProcess process = ServerProcess.start("TERM", SERVER, log());
    ProcessHandle server = server();
    assertThat(server.isAlive()).isTrue();
    process.close();
    server.onExit().get(10, TimeUnit.SECONDS);
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void killingTheJvm_endsTheServer() throws Exception {
    Process jvm = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            OtherJvm.class.getName(),
            log().toString())
        .inheritIO()
        .start();
    ProcessHandle server = server();
    jvm.destroyForcibly().waitFor();
    server.onExit().get(10, TimeUnit.SECONDS);
    assertThat(server.isAlive()).isFalse();
  }

  @Test
  void aServerThatEnds_isNotAlive_andHasSaidWhy() throws Exception {
    ServerProcess process =
        ServerProcess.start("TERM", List.of("sh", "-c", "echo no disk; exit 3"), log());
    while (process.isAlive()) {
      Thread.sleep(20);
    }
    assertThat(process.tail()).isEqualTo("; it said:\n    no disk\n");
    process.close();
  }

  @Test
  void aCommandThatFails_saysWhatItSaid() {
    assertThatThrownBy(() -> ServerProcess.run(List.of("sh", "-c", "echo no disk; exit 3"), log()))
        .hasMessage("sh ended with 3; it said:\n    no disk\n");
  }

  @Test
  void aServerThatDoesNotStart_saysWhyAndWhatToDo() {
    assertThat(ProcessServer.didNotStart(
            "mysql",
            "it needs libnuma.",
            new IllegalStateException("mysqld ended with 127; it said:\n    no libnuma\n")))
        .hasMessage(
            """
            mysql did not start, on %s %s (%s): mysqld ended with 127; it said:
                no libnuma
              fix: it needs libnuma.
              fix: leave it out: name the databases to use, as in -Dit.databases=h2,sqlite""",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"));
  }
}
