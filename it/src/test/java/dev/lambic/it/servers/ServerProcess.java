package dev.lambic.it.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server's process. It ends when the JVM does, in whatever way: the shell around it waits for the end of its input,
 * which the operating system brings about even if the JVM was killed.
 */
final class ServerProcess implements AutoCloseable {
  /** The first argument is the signal that stops the server, the others are its command. */
  private static final String UNTIL_INPUT_ENDS = """
      signal=$1
      shift
      exec 3<&0
      "$@" 3<&- </dev/null &
      server=$!
      { cat <&3 >/dev/null; kill -s "$signal" "$server"; } &
      watcher=$!
      wait "$server"
      status=$?
      kill "$watcher" 2>/dev/null
      exit $status
      """;

  private static final int LINES_OF_LOG = 25;

  private final Process process;
  private final Path log;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts a server, which writes what it has to say to a file. */
  static ServerProcess start(String stopSignal, List<String> command, Path log) {
    List<String> shell =
        new ArrayList<>(List.of("sh", "-c", UNTIL_INPUT_ENDS, "server", stopSignal));
    shell.addAll(command);
    return new ServerProcess(launch(shell, log), log);
  }

  /** Runs a command to its end, and fails if that is not a good one. */
  static void run(List<String> command, Path log) {
    Process process = launch(command, log);
    int exitCode = process.onExit().join().exitValue();
    if (exitCode != 0) {
      throw new IllegalStateException(command.get(0) + " ended with " + exitCode + tail(log));
    }
  }

  /** Tells whether a command can be run here; what it says does not matter. */
  static boolean succeeds(List<String> prefix, String command) {
    List<String> all = new ArrayList<>(prefix);
    all.add(command);
    try {
      return new ProcessBuilder(all)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .onExit()
              .join()
              .exitValue()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Process launch(List<String> command, Path log) {
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(log.getParent().toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // Nothing that the server says or stores may hang on the machine's settings.
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Returns the end of what the server has written, as the end of a message. */
  String tail() {
    return tail(log);
  }

  private static String tail(Path log) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return "; it said:\n"
          + String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size()))
              .indent(4);
    } catch (IOException e) {
      return "; its output is unreadable: " + e;
    }
  }

  /** Stops the server and waits for its end. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
