package dev.lambic.maven;

import dev.lambic.command.Fleet;
import dev.lambic.command.FleetListener;
import dev.lambic.command.FleetResult.Outcome;
import dev.lambic.command.FleetResult.TargetResult;
import dev.lambic.config.Config;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.NearMisses;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;

/** Collects the targets of a fleet, in the order in which they are named. */
final class FleetTargets {
  private static final Map<String, BiConsumer<Config.Builder, String>> KEYS = new LinkedHashMap<>();

  static {
    KEYS.put("url", Config.Builder::url);
    KEYS.put("user", Config.Builder::user);
    KEYS.put("password", Config.Builder::password);
    KEYS.put("driver", Config.Builder::driver);
    KEYS.put("schema", Config.Builder::schema);
  }

  private final Supplier<Config.Builder> common;
  private final Log log;
  private final Map<String, Config.Builder> targets = new LinkedHashMap<>();

  /**
   * @param common begins the configuration of a target
   */
  FleetTargets(Supplier<Config.Builder> common, Log log) {
    this.common = common;
    this.log = log;
  }

  /** Adds a schema of the database that all have in common. */
  void addSchema(String schema) {
    target(schema).schema(schema);
  }

  /** Adds what a properties file lists, in the order of its lines. */
  void addFrom(Path file) {
    InOrder properties = new InOrder();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    properties.lines.forEach((key, value) -> {
      int dot = key.lastIndexOf('.');
      BiConsumer<Config.Builder, String> setter = KEYS.get(key.substring(dot + 1));
      if (dot < 1 || setter == null) {
        throw unknown(file, key);
      }
      setter.accept(target(key.substring(0, dot)), value.strip());
    });
  }

  private Config.Builder target(String name) {
    return targets.computeIfAbsent(
        name, one -> common.get().listener(new LogListener(log, "[" + one + "] ")));
  }

  private static EnvironmentException unknown(Path file, String key) {
    List<String> known = List.copyOf(KEYS.keySet());
    int dot = key.lastIndexOf('.');
    return new EnvironmentException(
        Problem.of(ProblemId.UNKNOWN_OPTION, "'" + key + "' says nothing of a target.")
            .with("where", file + " (<targets>, -Dmigrate.targets)")
            .with("known", String.join(", ", known))
            .didYouMean(NearMisses.of(key.substring(dot + 1), known))
            .fix("write the name of a target, a dot, and one of the known keys: north.url=..."));
  }

  Fleet build(int parallelism, Fleet.Policy policy) {
    Fleet.Builder fleet =
        Fleet.builder().parallelism(parallelism).onFailure(policy).listener(new Progress());
    targets.forEach((name, config) -> fleet.target(name, config.build()));
    return fleet.build();
  }

  /** Says of each target what came of it. */
  private final class Progress implements FleetListener {
    @Override
    public void ended(TargetResult result, int ended, int all) {
      String line = "[" + result.name() + "] " + text(result) + " (" + ended + " of " + all + ", "
          + Report.seconds(result.took()) + ")";
      if (result.outcome() == Outcome.FAILED) {
        log.warn(line);
      } else {
        log.info(line);
      }
    }

    private static String text(TargetResult result) {
      return switch (result.outcome()) {
        case DONE -> "Upgraded";
        case NOTHING_TO_DO -> "Nothing to do";
        case FAILED -> "Failed";
        case NOT_TRIED -> "Not tried";
      };
    }
  }

  /** Properties that know in which order they were read. */
  private static final class InOrder extends Properties {
    private static final long serialVersionUID = 1;

    private final transient Map<String, String> lines = new LinkedHashMap<>();

    @Override
    public synchronized Object put(Object key, Object value) {
      lines.put((String) key, (String) value);
      return super.put(key, value);
    }
  }
}
