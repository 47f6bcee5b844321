package dev.lambic.dialect;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the dialect of a database. */
public final class Dialects {
  private static final List<Dialect> BUILT_IN = List.of(new H2Dialect());

  private Dialects() {}

  /** Returns the dialect that a URL calls for, or nothing when the URL alone does not tell. */
  public static Optional<Dialect> forUrl(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return BUILT_IN.stream()
        .filter(dialect -> lower.startsWith(dialect.urlPrefix()))
        .findFirst();
  }

  /**
   * Returns the dialect of the database at the other end of a connection.
   *
   * @throws EnvironmentException if Lambic does not know that database
   * @throws SQLException if the driver cannot name the database
   */
  public static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return BUILT_IN.stream()
        .filter(dialect -> dialect.productName().equalsIgnoreCase(product))
        .findFirst()
        .orElseThrow(() -> new EnvironmentException(Problem.of(
                ProblemId.UNKNOWN_DATABASE,
                "Lambic has no dialect for the database '" + product + "'.")
            .with("known", ids())
            .fix("use one of the known databases.")));
  }

  /** Returns the URL prefixes of the known databases, for messages. */
  public static String urlPrefixes() {
    return BUILT_IN.stream().map(Dialect::urlPrefix).collect(Collectors.joining(", "));
  }

  private static String ids() {
    return BUILT_IN.stream().map(Dialect::id).collect(Collectors.joining(", "));
  }
}
