package dev.lambic.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a catalogue is asked: the rows of one view, and what other views know of each of them. Many databases compute the rows
 * of such a view whenever it is read, so that two that are joined by the database are computed once for each row of the
 * other, and the time grows with the square of the number of tables. Here each is read once, and the rows find their
 * partners by a key.
 *
 * @param sql asks for the rows, in order
 * @param lookups what else is known of each row; a later one may look up what an earlier one has found
 */
record CatalogueQuery(String sql, List<Lookup> lookups) {
  CatalogueQuery {
    lookups = List.copyOf(lookups);
  }

  /**
   * Another view.
   *
   * @param sql asks for its rows
   * @param on the columns that make the key, called the same on both sides
   * @param isRequired whether rows without a partner are left out
   */
  record Lookup(String sql, List<String> on, boolean isRequired) {
    private Map<List<@Nullable String>, Map<String, @Nullable String>> read(Connection connection)
        throws SQLException {
      Map<List<@Nullable String>, Map<String, @Nullable String>> rows = new LinkedHashMap<>();
      CatalogueRows.each(connection, sql, List.of(), row -> rows.put(row.key(on), row.texts()));
      return rows;
    }
  }

  /** Returns a query without lookups. */
  static CatalogueQuery of(String sql) {
    return new CatalogueQuery(sql, List.of());
  }

  /** Returns this query for those rows alone that have a partner in another view; the key tells at most one of its rows. */
  CatalogueQuery with(String other, String... on) {
    return and(new Lookup(other, List.of(on), true));
  }

  /** Returns this query with what another view knows of a row, if anything; the key tells at most one of its rows. */
  CatalogueQuery withOptional(String other, String... on) {
    return and(new Lookup(other, List.of(on), false));
  }

  private CatalogueQuery and(Lookup lookup) {
    return new CatalogueQuery(
        sql, Stream.concat(lookups.stream(), Stream.of(lookup)).toList());
  }

  /** Returns this query in other words. */
  CatalogueQuery worded(UnaryOperator<String> words) {
    return new CatalogueQuery(
        words.apply(sql),
        lookups.stream()
            .map(lookup -> new Lookup(words.apply(lookup.sql), lookup.on, lookup.isRequired))
            .toList());
  }

  /** Asks, and does something with each row. */
  void each(Connection connection, CatalogueRows.Action action) throws SQLException {
    List<Map<List<@Nullable String>, Map<String, @Nullable String>>> known = new ArrayList<>();
    for (Lookup lookup : lookups) {
      known.add(lookup.read(connection));
    }
    CatalogueRows.each(connection, sql, List.of(), row -> {
      CatalogueRows whole = row;
      for (int i = 0; i < known.size(); i++) {
        Map<String, @Nullable String> partner = known.get(i).get(whole.key(lookups.get(i).on));
        if (partner != null) {
          whole = whole.with(partner);
        } else if (lookups.get(i).isRequired) {
          return;
        }
      }
      action.take(whole);
    });
  }
}
