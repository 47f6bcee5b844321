package dev.lambic.it.directives;

import dev.lambic.it.catalogue.Rows;
import dev.lambic.it.servers.DatabaseKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The words that mean something to a database, as it or its driver tells. */
final class Keywords {
  private Keywords() {}

  static Collection<String> of(Connection connection, DatabaseKind kind) throws SQLException {
    Collection<String> words = new TreeSet<>();
    for (String word : connection.getMetaData().getSQLKeywords().split(",")) {
      words.add(word.strip().toLowerCase(Locale.ROOT));
    }
    String query = query(kind);
    if (!query.isEmpty()) {
      for (String word : Rows.of(connection, query, row -> row.joined(""))) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    words.addAll(List.of("nothing", "value", "key", "user", "day", "timestamp", "window"));
    words.removeIf(String::isBlank);
    return words;
  }

  private static String query(DatabaseKind kind) {
    return switch (kind) {
      case POSTGRESQL_14, POSTGRESQL_18 -> "SELECT word FROM pg_get_keywords()";
      case MARIADB, MYSQL ->
        "SELECT word FROM information_schema.keywords WHERE word NOT LIKE '% %'";
      case H2, HSQLDB, SQLITE -> "";
    };
  }
}
