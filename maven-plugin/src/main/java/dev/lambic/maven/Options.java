package dev.lambic.maven;

import dev.lambic.config.Config;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.NearMisses;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of the options that say where the database is. Of several places that have one, the first counts:
 *
 * <ol>
 *   <li>the goal's {@code <configuration>} in the POM, as with any plugin: Maven does not tell it from the rest;
 *   <li>the command line: {@code -Dmigrate.url=...}, and the JVM's own properties;
 *   <li>the environment: {@code MIGRATE_URL}, {@code MIGRATE_USER}, {@code MIGRATE_PASSWORD};
 *   <li>for the user and the password, the server in the {@code settings.xml} that {@code serverId} names;
 *   <li>the properties file;
 *   <li>the {@code <properties>} of the POM, or of an active profile.
 * </ol>
 *
 * <p>Under {@code -X}, Maven prints whatever value it puts into a parameter, so it must not be asked to look up an option
 * that may hold a password.
 */
final class Options {
  private static final String SECRET = "****";

  private record Found(String value, String origin) {}

  private final ProjectBuild build;
  private final Log log;
  private final Map<DatabaseOption, Found> found = new EnumMap<>(DatabaseOption.class);

  private Options(ProjectBuild build, Log log) {
    this.build = build;
    this.log = log;
  }

  static Options of(ProjectBuild build, Log log) {
    return new Options(build, log);
  }

  /** Takes the value that a parameter has in the POM. */
  Options configured(DatabaseOption key, @Nullable String value) {
    take(key, Optional.ofNullable(value), "<configuration>");
    return this;
  }

  private void take(DatabaseOption key, Optional<String> value, String origin) {
    value
        .filter(text -> !text.isBlank())
        .ifPresent(text -> found.putIfAbsent(key, new Found(text, origin)));
  }

  /** Looks for the values that the POM has not configured. */
  Options resolve(@Nullable File propertiesFile) throws IOException {
    for (DatabaseOption key : DatabaseOption.values()) {
      take(key, build.commandLine(key.property()), "-D" + key.property());
    }
    for (DatabaseOption key :
        List.of(DatabaseOption.URL, DatabaseOption.USER, DatabaseOption.PASSWORD)) {
      String variable = "MIGRATE_" + key.text().toUpperCase(Locale.ROOT);
      take(key, build.environment(variable), variable);
    }
    Properties file = propertiesFile == null ? new Properties() : read(propertiesFile);
    String fileOrigin = String.valueOf(propertiesFile);
    takeServer(file, fileOrigin);
    for (DatabaseOption key : DatabaseOption.values()) {
      take(key, Optional.ofNullable(file.getProperty(key.property())), fileOrigin);
      take(key, build.projectProperty(key.property()), "<properties>");
    }
    show();
    return this;
  }

  private void takeServer(Properties file, String fileOrigin) {
    take(
        DatabaseOption.SERVER_ID,
        Optional.ofNullable(file.getProperty(DatabaseOption.SERVER_ID.property())),
        fileOrigin);
    take(
        DatabaseOption.SERVER_ID,
        build.projectProperty(DatabaseOption.SERVER_ID.property()),
        "<properties>");
    String id = value(DatabaseOption.SERVER_ID);
    if (id != null && !(has(DatabaseOption.USER) && has(DatabaseOption.PASSWORD))) {
      Servers.Login login = build.server(id);
      String origin = "server '" + id + "' of settings.xml";
      take(DatabaseOption.USER, login.user(), origin);
      take(DatabaseOption.PASSWORD, login.password(), origin);
    }
  }

  private static Properties read(File file) throws IOException {
    if (!file.isFile()) {
      throw new EnvironmentException(Problem.of(
              ProblemId.UNUSABLE_PROPERTIES, "The properties file does not exist.")
          .with("where", "<propertiesFile>, -Dmigrate.propertiesFile")
          .with("file", file.toString())
          .fix("correct the name; where it is relative, it begins in the project's directory."));
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file.toPath())) {
      properties.load(reader);
    }
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      if (!DatabaseOption.properties().contains(key)) {
        throw new EnvironmentException(Problem.of(
                ProblemId.UNUSABLE_PROPERTIES,
                "The properties file has an unknown key '" + key + "'.")
            .with("file", file.toString())
            .with("keys", String.join(", ", DatabaseOption.properties()))
            .didYouMean(NearMisses.of(key, DatabaseOption.properties()))
            .fix("correct the key, or remove the line."));
      }
    }
    return properties;
  }

  private void show() {
    found.forEach((key, one) -> log.debug(
        key.property() + " = " + shown(key, one.value()) + " (from " + one.origin() + ")"));
  }

  private String shown(DatabaseOption key, String value) {
    return switch (key) {
      case PASSWORD -> SECRET;
      case URL ->
        Config.builder()
            .url(value)
            .password(value(DatabaseOption.PASSWORD))
            .build()
            .displayUrl()
            .orElse("");
      default -> value;
    };
  }

  boolean has(DatabaseOption key) {
    return found.containsKey(key);
  }

  @Nullable
  String value(DatabaseOption key) {
    Found one = found.get(key);
    return one == null ? null : one.value();
  }

  String value(DatabaseOption key, String otherwise) {
    return Optional.ofNullable(value(key)).orElse(otherwise);
  }

  EnvironmentException missingUrl() {
    return new EnvironmentException(Problem.of(
            ProblemId.MISSING_OPTION,
            "Goal '" + build.goal() + "' does not know which database to connect to.")
        .with("where", "project '" + build.projectName() + "' (<url>, -Dmigrate.url)")
        .fix("pass it: mvn migrate:" + build.goal() + " -Dmigrate.url=jdbc:h2:./shop")
        .fix("or let the environment have it: MIGRATE_URL=jdbc:h2:./shop")
        .fix("""
            or keep it in the POM:
            <plugin>
              <groupId>dev.lambic</groupId>
              <artifactId>migrate-maven-plugin</artifactId>
              <version>%s</version>
              <configuration>
                <url>jdbc:h2:./shop</url>
              </configuration>
            </plugin>""".formatted(build.version())));
  }

  /**
   * Complains if a parameter has no value.
   *
   * @param name the parameter's name in XML
   * @param examples what could be passed instead, and what it would mean
   */
  static void require(String value, String headline, String name, String... examples) {
    if (value.isBlank()) {
      throw new EnvironmentException(Problem.of(ProblemId.MISSING_OPTION, headline)
          .with("where", "<" + name + ">, -Dmigrate." + name)
          .with("examples", String.join("\n", examples))
          .fix("pass the property, or set <" + name + "> in the goal's <configuration>."));
    }
  }

  /** Complains if a parameter has none of the values that it can have; empty ones are not mentioned. */
  static void oneOf(String name, String value, String... allowed) {
    if (!Arrays.asList(allowed).contains(value)) {
      throw new EnvironmentException(Problem.of(
              ProblemId.MISSING_OPTION, "'" + value + "' is none of the values of '" + name + "'.")
          .with("where", "<" + name + ">, -Dmigrate." + name)
          .with(
              "values",
              Arrays.stream(allowed)
                  .filter(one -> !one.isEmpty())
                  .collect(Collectors.joining(", ")))
          .fix("pass one of them."));
    }
  }

  /** Takes a parameter apart that holds several values, with commas between them. */
  static String[] list(@Nullable String value) {
    return value == null
        ? new String[0]
        : Arrays.stream(value.split(",", -1))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .toArray(String[]::new);
  }
}
