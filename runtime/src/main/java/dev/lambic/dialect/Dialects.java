package dev.lambic.dialect;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.NearMisses;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the dialect of a database: one of Lambic's own, or one of another jar, found by {@link ServiceLoader}. */
public final class Dialects {
  private static final List<Dialect> BUILT_IN = List.of(
      new PostgresqlDialect(DialectSettings.DEFAULT),
      new MysqlDialect(DialectSettings.DEFAULT),
      new MariadbDialect(DialectSettings.DEFAULT),
      new SqliteDialect(DialectSettings.DEFAULT),
      new OracleDialect(DialectSettings.DEFAULT),
      new SqlServerDialect(DialectSettings.DEFAULT),
      new H2Dialect(DialectSettings.DEFAULT),
      new HsqldbDialect(DialectSettings.DEFAULT));

  private Dialects() {}

  /** Those of other jars come first, so that one can stand in for a built-in one. */
  private static List<Dialect> all() {
    List<Dialect> dialects = new ArrayList<>();
    ServiceLoader.load(Dialect.class).forEach(dialects::add);
    dialects.addAll(BUILT_IN);
    return dialects;
  }

  /**
   * Returns the dialect of a name.
   *
   * @param id the dialect's short name: {@code postgresql}
   * @throws EnvironmentException if there is none of that name
   */
  public static Dialect named(String id) {
    List<Dialect> dialects = all();
    List<String> ids = dialects.stream().map(Dialect::id).distinct().toList();
    return dialects.stream()
        .filter(dialect -> dialect.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new EnvironmentException(
            Problem.of(ProblemId.UNKNOWN_DATABASE, "Lambic has no dialect named '" + id + "'.")
                .with("known", String.join(", ", ids))
                .didYouMean(NearMisses.of(id, ids))
                .fix("use one of the known names.")));
  }

  /** Returns the dialect that a URL calls for, or nothing when the URL alone does not tell. */
  public static Optional<Dialect> forUrl(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return all().stream()
        .filter(dialect -> lower.startsWith(dialect.urlPrefix()))
        .findFirst();
  }

  /**
   * Returns the dialect of the database at the other end of a connection. It knows of the server what the driver says;
   * {@link Dialect#connected} asks for more.
   *
   * @throws EnvironmentException if Lambic does not know that database
   * @throws SQLException if the driver cannot name the database
   */
  public static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    String version = String.valueOf(connection.getMetaData().getDatabaseProductVersion());
    return all().stream()
        .filter(dialect -> dialect.isProduct(product, version))
        .findFirst()
        .orElseThrow(() -> new EnvironmentException(Problem.of(
                ProblemId.UNKNOWN_DATABASE,
                "Lambic has no dialect for the database '" + product + "'.")
            .with("known", ids())
            .fix("use one of the known databases.")));
  }

  /** Returns the URL prefixes of the known databases, for messages. */
  public static String urlPrefixes() {
    return all().stream().map(Dialect::urlPrefix).collect(Collectors.joining(", "));
  }

  /** Tells whether the name of an option begins with a dialect; those of other jars are looked for last. */
  static boolean isOption(String name) {
    return isOption(name, BUILT_IN) || isOption(name, all());
  }

  private static boolean isOption(String name, List<Dialect> dialects) {
    return dialects.stream().anyMatch(dialect -> name.startsWith(dialect.id() + "_"));
  }

  /** Returns what an option could be called that begins with the name of no dialect. */
  static List<String> withPrefixes(String name) {
    String option = name.substring(name.indexOf('_'));
    return all().stream().map(dialect -> dialect.id() + option).toList();
  }

  static String ids() {
    return all().stream().map(Dialect::id).collect(Collectors.joining(", "));
  }
}
