package dev.lambic.it.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs cases one after the other, each within a time limit. A case that does not end is left behind with its suite and its
 * thread, and the next ones get new ones.
 */
final class CaseRunner implements AutoCloseable {
  static final Duration LIMIT = Duration.ofMinutes(2);

  private final Supplier<Suite> suites;
  private final Duration limit;
  private Suite suite;
  private ExecutorService thread;

  CaseRunner(Supplier<Suite> suites, Duration limit) {
    this.suites = suites;
    this.limit = limit;
    begin();
  }

  private void begin() {
    suite = suites.get();
    thread = Executors.newSingleThreadExecutor(task -> {
      Thread worker = new Thread(task, "conformance");
      worker.setDaemon(true);
      return worker;
    });
  }

  /** Returns what is not as the case expects it; nothing if it passes. */
  List<Difference> run(JsonNode testCase) throws InterruptedException {
    Differences found = new Differences();
    Suite current = suite;
    Future<?> run = thread.submit(() -> {
      current.check(testCase, found);
      return null;
    });
    try {
      run.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return found.all();
    } catch (ExecutionException e) {
      Differences failure = new Differences();
      failure.add("", "an answer, or an error of Lambic's", described(e.getCause()));
      return failure.all();
    } catch (TimeoutException e) {
      thread.shutdownNow();
      begin();
      Differences hang = new Differences();
      hang.add("", "an answer", "none after " + limit.toSeconds() + " seconds");
      return hang.all();
    }
  }

  private static String described(Throwable failure) {
    StringBuilder text = new StringBuilder(String.valueOf(failure));
    StackTraceElement[] stack = failure.getStackTrace();
    for (int i = 0; i < Math.min(4, stack.length); i++) {
      text.append("\nat ").append(stack[i]);
    }
    return text.toString();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    suite.close();
  }
}
