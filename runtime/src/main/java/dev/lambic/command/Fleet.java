package dev.lambic.command;

import dev.lambic.command.FleetResult.Outcome;
import dev.lambic.command.FleetResult.TargetResult;
import dev.lambic.config.Config;
import dev.lambic.error.LambicException;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.script.ScriptDirectory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Many databases or schemas that share a history, such as those of tenants or shards. A command runs on several of them at
 * a time, and what came of it is summed up in the order in which they were named.
 *
 * <pre>{@code
 * FleetResult result = Fleet.builder()
 *     .schemas(() -> Config.builder().url(url), List.of("tenant_1", "tenant_2"))
 *     .parallelism(8)
 *     .build()
 *     .upgrade("head");
 * result.requireComplete();
 * }</pre>
 *
 * <p>A run that was cut short, or in which some have failed, goes on when it is repeated: whoever is there already costs one
 * query. Nothing is remembered anywhere else.
 */
public final class Fleet {
  private final Map<String, Config> targets;
  private final int parallelism;
  private final Policy policy;
  private final FleetListener listener;

  /** What becomes of the others when one has failed. */
  public enum Policy {
    /** All of them are tried; one failure says nothing of the others. */
    CONTINUE,
    /** What is under way ends in its own way, and nothing more begins. */
    STOP_ON_FAILURE
  }

  private Fleet(Builder builder) {
    this.targets = new LinkedHashMap<>(builder.targets);
    this.parallelism = builder.parallelism;
    this.policy = builder.policy;
    this.listener = builder.listener;
  }

  /** Begins without targets. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the names of the targets, in order. */
  public List<String> names() {
    return List.copyOf(targets.keySet());
  }

  /**
   * Upgrades all of them.
   *
   * @param revision a revision symbol, as for {@link Command#upgrade}
   * @return what came of each; look at it, as a failure of one is not thrown
   */
  public FleetResult upgrade(String revision) {
    return run(command -> command.upgrade(revision));
  }

  /**
   * Runs a command on all of them, several at a time. If this thread is interrupted, nothing more begins, those under way
   * are interrupted and waited for, and the thread is still interrupted afterwards.
   *
   * @param command what to do with each
   * @return what came of each; look at it, as a failure of one is not thrown
   */
  public FleetResult run(Function<Command, RunResult> command) {
    Work work = new Work(command);
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < Math.min(parallelism, targets.size()); i++) {
      Thread worker = new Thread(work, "lambic-fleet-" + (i + 1));
      worker.setContextClassLoader(Thread.currentThread().getContextClassLoader());
      workers.add(worker);
    }
    workers.forEach(Thread::start);
    boolean wasInterrupted = false;
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          wasInterrupted = true;
          work.stop();
          workers.forEach(Thread::interrupt);
        }
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
    return work.result();
  }

  /** What the workers have in common: each takes the next target until there is none. */
  private final class Work implements Runnable {
    private final Function<Command, RunResult> command;
    private final List<String> names = names();
    private final @Nullable TargetResult[] results = new @Nullable TargetResult[names.size()];
    private int next;
    private int ended;
    private boolean isStopped;

    Work(Function<Command, RunResult> command) {
      this.command = command;
    }

    @Override
    public void run() {
      for (int i = take(); i >= 0; i = take()) {
        end(i, attempt(names.get(i)));
      }
    }

    private synchronized int take() {
      return isStopped || next == names.size() ? -1 : next++;
    }

    synchronized void stop() {
      isStopped = true;
    }

    private TargetResult attempt(String name) {
      long start = System.nanoTime();
      try {
        listener.started(name);
        RunResult run = command.apply(new Command(Objects.requireNonNull(targets.get(name))));
        Outcome outcome = run.steps().isEmpty() ? Outcome.NOTHING_TO_DO : Outcome.DONE;
        return new TargetResult(name, outcome, run, null, since(start));
      } catch (LambicException e) {
        return new TargetResult(name, Outcome.FAILED, null, e, since(start));
      } catch (RuntimeException | Error e) {
        MigrationException failure = new MigrationException(
            Problem.of(ProblemId.MIGRATION_FAILED, "The run stopped at what it did not expect.")
                .with("threw", e.toString()),
            e);
        return new TargetResult(name, Outcome.FAILED, null, failure, since(start));
      }
    }

    private static Duration since(long start) {
      return Duration.ofNanos(System.nanoTime() - start);
    }

    private synchronized void end(int i, TargetResult result) {
      results[i] = result;
      isStopped |= result.outcome() == Outcome.FAILED && policy == Policy.STOP_ON_FAILURE;
      listener.ended(result, ++ended, names.size());
    }

    synchronized FleetResult result() {
      List<TargetResult> all = new ArrayList<>(Arrays.asList(results));
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i) == null) {
          all.set(i, new TargetResult(names.get(i), Outcome.NOT_TRIED, null, null, Duration.ZERO));
        }
      }
      return new FleetResult(all);
    }
  }

  /** Collects the targets. */
  public static final class Builder {
    private final Map<String, Config> targets = new LinkedHashMap<>();
    private int parallelism = 4;
    private Policy policy = Policy.CONTINUE;
    private FleetListener listener = new FleetListener() {};

    private Builder() {}

    /**
     * One more database. Configurations that are given the same {@code scriptDirectory} share what has been loaded.
     *
     * @param name what it is called in the summary; a URL with a password in it is no good name
     * @throws IllegalArgumentException if there is one of that name already
     */
    public Builder target(String name, Config config) {
      if (targets.putIfAbsent(name, Objects.requireNonNull(config, "config")) != null) {
        throw new IllegalArgumentException("two targets are called '" + name + "'");
      }
      return this;
    }

    /**
     * Several schemas of one database, each with a version table of its own; the history is loaded once for all.
     *
     * @param database begins a configuration of the database, anew for each schema
     * @param schemas their names, which are also those in the summary
     */
    public Builder schemas(Supplier<Config.Builder> database, List<String> schemas) {
      ScriptDirectory history = database.get().build().scriptDirectory();
      for (String schema : schemas) {
        target(schema, database.get().scriptDirectory(history).schema(schema).build());
      }
      return this;
    }

    /** How many runs are under way at a time, at most; 4 by default. Each has a connection of its own. */
    public Builder parallelism(int runs) {
      if (runs < 1) {
        throw new IllegalArgumentException("at least one run is under way, not " + runs);
      }
      this.parallelism = runs;
      return this;
    }

    /** What becomes of the others when one has failed; by default they go on. */
    public Builder onFailure(Policy policy) {
      this.policy = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /** Who is told of each target as it begins and ends. */
    public Builder listener(FleetListener listener) {
      this.listener = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /** Returns the fleet. */
    public Fleet build() {
      return new Fleet(this);
    }
  }
}
