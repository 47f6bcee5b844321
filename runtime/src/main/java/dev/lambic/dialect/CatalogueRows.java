package dev.lambic.dialect;

import dev.lambic.schema.Name;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that a database's catalogue answers with, one after the other. */
final class CatalogueRows {
  /** Separates the parts of a column that the database has joined; no name contains it. */
  static final String SEPARATOR = "\u0001";

  private final ResultSet row;

  private CatalogueRows(ResultSet row) {
    this.row = row;
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
        CatalogueRows row = new CatalogueRows(rows);
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

  /** Returns a column that is not null. */
  String text(String column) throws SQLException {
    String text = row.getString(column);
    if (text == null) {
      throw new SQLException("the catalogue's column '" + column + "' is null");
    }
    return text;
  }

  @Nullable
  String nullable(String column) throws SQLException {
    return row.getString(column);
  }

  /** Returns a column; empty if it is null. */
  String orEmpty(String column) throws SQLException {
    String text = row.getString(column);
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
