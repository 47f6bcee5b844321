package dev.lambic.dialect;

import dev.lambic.schema.Name;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that a database's catalogue answers with, one after the other. */
final class CatalogueRows {
  /** Separates the parts of a column that the database has joined; no name contains it. */
  static final String SEPARATOR = "\u0001";

  private final ResultSet row;

  /** What is known of the row beside what it says itself. */
  private final Map<String, @Nullable String> known;

  private CatalogueRows(ResultSet row, Map<String, @Nullable String> known) {
    this.row = row;
    this.known = known;
  }

  /** What is done with a row. */
  interface Action {
    void take(CatalogueRows row) throws SQLException;
  }

  /** Asks, and does something with each row; the arguments stand for the query's question marks. */
  static void each(Connection connection, String query, List<String> arguments, Action action)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < arguments.size(); i++) {
        statement.setString(i + 1, arguments.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        CatalogueRows row = new CatalogueRows(rows, Map.of());
        while (rows.next()) {
          action.take(row);
        }
      }
    }
  }

  /** Returns the first column of each row. */
  static List<String> texts(Connection connection, String query, List<String> arguments)
      throws SQLException {
    List<String> texts = new ArrayList<>();
    each(connection, query, arguments, row -> texts.add(row.row.getString(1)));
    return texts;
  }

  /** Returns this row with what else is known of it, as texts. */
  CatalogueRows with(Map<String, @Nullable String> more) {
    Map<String, @Nullable String> all = new LinkedHashMap<>(known);
    all.putAll(more);
    return new CatalogueRows(row, all);
  }

  /** Returns all columns that the row itself has, as texts. */
  Map<String, @Nullable String> texts() throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      texts.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), row.getString(i));
    }
    return texts;
  }

  /** Returns some columns as texts. */
  List<@Nullable String> key(List<String> columns) throws SQLException {
    List<@Nullable String> key = new ArrayList<>();
    for (String column : columns) {
      key.add(nullable(column));
    }
    return key;
  }

  /** Returns a column that is not null. */
  String text(String column) throws SQLException {
    String text = nullable(column);
    if (text == null) {
      throw new SQLException("the catalogue's column '" + column + "' is null");
    }
    return text;
  }

  @Nullable
  String nullable(String column) throws SQLException {
    return known.containsKey(column) ? known.get(column) : row.getString(column);
  }

  /** Returns a column; empty if it is null. */
  String orEmpty(String column) throws SQLException {
    String text = nullable(column);
    return text == null ? "" : text;
  }

  boolean flag(String column) throws SQLException {
    return row.getBoolean(column);
  }

  int integer(String column) throws SQLException {
    return row.getInt(column);
  }

  @Nullable
  Integer nullableInteger(String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  @Nullable
  Long nullableLong(String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  /** Returns the elements of a column that is an array of texts; none if it is null. */
  List<@Nullable String> array(String column) throws SQLException {
    Array array = row.getArray(column);
    List<@Nullable String> elements = new ArrayList<>();
    if (array != null) {
      for (Object element : (Object[]) array.getArray()) {
        elements.add(element == null ? null : element.toString());
      }
    }
    return elements;
  }

  /** Returns the parts of a column that the database has joined with {@link #SEPARATOR}; none if it is null. */
  List<String> list(String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? List.of() : List.of(text.split(SEPARATOR, -1));
  }

  /** Returns the names in a column that is an array of texts. */
  List<Name> names(String column) throws SQLException {
    List<Name> names = new ArrayList<>();
    for (String name : array(column)) {
      if (name != null) {
        names.add(Name.of(name));
      }
    }
    return names;
  }
}
