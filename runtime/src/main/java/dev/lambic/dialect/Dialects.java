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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the dialect of a database: one of Lambic's own, or one of another jar, found by {@link ServiceLoader}. */
public final class Dialects {
  private static final int BUILT_IN = 8;

  private Dialects() {}

  /** Only what is asked for is made; and only that is loaded, which the verifier would do to see what it is. */
  private static Dialect builtIn(int number) {
    return Dialect.class.cast(
        switch (number) {
          case 0 -> new PostgresqlDialect(DialectSettings.DEFAULT);
          case 1 -> new MysqlDialect(DialectSettings.DEFAULT);
          case 2 -> new MariadbDialect(DialectSettings.DEFAULT);
          case 3 -> new SqliteDialect(DialectSettings.DEFAULT);
          case 4 -> new OracleDialect(DialectSettings.DEFAULT);
          case 5 -> new SqlServerDialect(DialectSettings.DEFAULT);
          case 6 -> new H2Dialect(DialectSettings.DEFAULT);
          case 7 -> new HsqldbDialect(DialectSettings.DEFAULT);
          default -> throw new IndexOutOfBoundsException(number);
        });
  }

  private static Optional<Dialect> firstBuiltIn(Predicate<Dialect> condition) {
    for (int number = 0; number < BUILT_IN; number++) {
      Dialect dialect = builtIn(number);
      if (condition.test(dialect)) {
        return Optional.of(dialect);
      }
    }
    return Optional.empty();
  }

  /** Those of other jars come first, so that one can stand in for a built-in one. */
  private static Optional<Dialect> first(Predicate<Dialect> condition) {
    for (Dialect dialect : ServiceLoader.load(Dialect.class)) {
      if (condition.test(dialect)) {
        return Optional.of(dialect);
      }
    }
    return firstBuiltIn(condition);
  }

  private static List<Dialect> all() {
    List<Dialect> dialects = new ArrayList<>();
    ServiceLoader.load(Dialect.class).forEach(dialects::add);
    IntStream.range(0, BUILT_IN).mapToObj(Dialects::builtIn).forEach(dialects::add);
    return dialects;
  }

  /**
   * Returns the dialect of a name.
   *
   * @param id the dialect's short name: {@code postgresql}
   * @throws EnvironmentException if there is none of that name
   */
  public static Dialect named(String id) {
    return first(dialect -> dialect.id().equals(id)).orElseThrow(() -> unknown(id));
  }

  private static EnvironmentException unknown(String id) {
    List<String> ids = all().stream().map(Dialect::id).distinct().toList();
    return new EnvironmentException(
        Problem.of(ProblemId.UNKNOWN_DATABASE, "Lambic has no dialect named '" + id + "'.")
            .with("known", String.join(", ", ids))
            .didYouMean(NearMisses.of(id, ids))
            .fix("use one of the known names."));
  }

  /** Returns the dialect that a URL calls for, or nothing when the URL alone does not tell. */
  public static Optional<Dialect> forUrl(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return first(dialect -> lower.startsWith(dialect.urlPrefix()));
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
    return first(dialect -> dialect.isProduct(product, version))
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
    Predicate<Dialect> isIts = dialect -> name.startsWith(dialect.id() + "_");
    return firstBuiltIn(isIts).or(() -> first(isIts)).isPresent();
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
