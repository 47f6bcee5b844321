package dev.lambic.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Asks a server what its driver does not say. */
final class ServerVersions {
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?");

  private ServerVersions() {}

  /** Returns the version of the server, as its driver knows it. */
  static List<Integer> of(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    return List.of(metaData.getDatabaseMajorVersion(), metaData.getDatabaseMinorVersion());
  }

  /** Returns the last version that a text names, such as {@code 10.11.6} in {@code 5.5.5-10.11.6-MariaDB}. */
  static List<Integer> parse(String text) {
    List<MatchResult> versions = VERSION.matcher(text).results().toList();
    if (versions.isEmpty()) {
      return List.of();
    }
    MatchResult last = versions.get(versions.size() - 1);
    int patch = last.group(3) == null ? 0 : Integer.parseInt(last.group(3), 10);
    return List.of(Integer.parseInt(last.group(1), 10), Integer.parseInt(last.group(2), 10), patch);
  }

  /** Returns the one value of a query's one row, or an empty string. */
  static String ask(Connection connection, String query) throws SQLException {
    return askAll(connection, query).stream().findFirst().orElse("");
  }

  /** Returns the first value of each row of a query. */
  static List<String> askAll(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    }
  }

  /** Returns the first value of each row of a query; nothing where the database refuses it. */
  static Optional<List<String>> tryAskAll(Connection connection, String query) {
    try {
      return Optional.of(askAll(connection, query));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }
}
