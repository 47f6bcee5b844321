package dev.lambic.it.runs;

import dev.lambic.it.servers.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A {@link RunProcess}, as those see it who give it orders. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final Writer orders;

  /** Starts the process; it is ready once {@link #awaitReady} returns. */
  Child() {
    try {
      process = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-Xmx96m",
              "-cp",
              System.getProperty("java.class.path"),
              RunProcess.class.getName())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    orders = process.outputWriter(StandardCharsets.UTF_8);
  }

  void awaitReady() {
    String line = answer();
    if (!line.equals(RunProcess.READY)) {
      throw new IllegalStateException("the process begins with: " + line);
    }
  }

  /** Tells the process to bring a database to its heads, and to stop at a call to it; 0 not to stop. */
  void upgrade(Histories history, TestDatabase database, String url, int stopAt) {
    try {
      orders.write(String.join(
          "|",
          history.name(),
          url,
          database.user(),
          database.password(),
          Integer.toString(stopAt)));
      orders.write("\n");
      orders.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the next line that the process answers with. */
  String answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException("the process has ended");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the process as {@code kill -9} does, and returns once it is gone. */
  void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the process cannot be killed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
