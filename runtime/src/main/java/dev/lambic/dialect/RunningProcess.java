package dev.lambic.dialect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which process of which machine a run is, as text that another process can read.
 *
 * @param identity the machine, the process, when it started, and the space that its number counts in, separated by bars
 */
public record RunningProcess(String identity) {
  /** How long the text can be at most. */
  public static final int LONGEST = 200;

  private static final int LONGEST_HOST = 100;
  private static final Duration CLOCK_CORRECTION = Duration.ofMinutes(1);
  private static final String SEPARATOR = "|";

  /** Returns the process that this is. */
  public static RunningProcess current() {
    ProcessHandle process = ProcessHandle.current();
    String host = hostName();
    return new RunningProcess(String.join(
        SEPARATOR,
        host.substring(0, Math.min(host.length(), LONGEST_HOST)),
        Long.toString(process.pid()),
        startOf(process),
        numberSpace()));
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName().replace(SEPARATOR, "");
    } catch (UnknownHostException e) {
      return "unknown host";
    }
  }

  private static String startOf(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(Instant::toEpochMilli)
        .map(Object::toString)
        .orElse("");
  }

  /** Two containers may have one host name and still count their processes apart. */
  private static String numberSpace() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  /** Tells whether another process is alive; nothing where that cannot be told from here. */
  Optional<Boolean> knowsWhetherAlive(String other) {
    List<String> mine = parts(identity);
    List<String> theirs = parts(other);
    if (theirs.size() != mine.size()
        || !theirs.get(0).equals(mine.get(0))
        || !theirs.get(3).equals(mine.get(3))) {
      return Optional.empty();
    }
    return Optional.of(ProcessHandle.of(Long.parseLong(theirs.get(1), 10))
        .filter(ProcessHandle::isAlive)
        .filter(process -> mayHaveStartedAt(process, theirs.get(2)))
        .isPresent());
  }

  /** A number is given to another process in time; when one has started is only known to within the clock's corrections. */
  private static boolean mayHaveStartedAt(ProcessHandle process, String start) {
    String known = startOf(process);
    return known.isEmpty()
        || start.isEmpty()
        || Math.abs(Long.parseLong(known, 10) - Long.parseLong(start, 10))
            < CLOCK_CORRECTION.toMillis();
  }

  private static List<String> parts(String identity) {
    return List.of(identity.split("\\" + SEPARATOR, -1));
  }

  /** Returns a process as people call it: {@code process 4711 on app-1}. */
  public static String describe(String identity) {
    List<String> parts = parts(identity);
    return parts.size() < 2 ? identity : "process " + parts.get(1) + " on " + parts.get(0);
  }
}
