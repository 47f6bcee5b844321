package dev.lambic.it.catalogue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a query, one after the other. */
public final class Rows {
  /** Separates what {@link #list} returns; no name contains it. */
  static final String SEPARATOR = "\u0001";

  private final ResultSet row;

  private Rows(ResultSet row) {
    this.row = row;
  }

  /** What becomes of a row. */
  public interface Reading<T> {
    T read(Rows row) throws SQLException;
  }

  /** What is done with a row. */
  interface Action {
    void take(Rows row) throws SQLException;
  }

  /** Asks, and does something with each row. */
  static void each(Connection connection, String sql, Action action) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      Rows row = new Rows(rows);
      while (rows.next()) {
        action.take(row);
      }
    }
  }

  /** Asks, and reads each row. */
  public static <T> List<T> of(Connection connection, String sql, Reading<T> reading)
      throws SQLException {
    List<T> result = new ArrayList<>();
    each(connection, sql, row -> result.add(reading.read(row)));
    return result;
  }

  /** Returns a column, by its name, that is not null. */
  String text(String column) throws SQLException {
    String text = nullable(column);
    if (text == null) {
      throw new SQLException("column " + column + " is null");
    }
    return text;
  }

  /** Returns a column, by its name. */
  @Nullable
  String nullable(String column) throws SQLException {
    return row.getString(column);
  }

  /** Returns a column, by its name; empty if it is null. */
  String orEmpty(String column) throws SQLException {
    String text = nullable(column);
    return text == null ? "" : text;
  }

  /** Returns the parts of a column that the database has joined with {@link #SEPARATOR}; none if it is null. */
  List<String> list(String column) throws SQLException {
    String text = nullable(column);
    return text == null ? List.of() : List.of(text.split(SEPARATOR));
  }

  /** Returns a text if a column is true, else an empty one. */
  String ifSo(String column, String text) throws SQLException {
    return flag(column) ? text : "";
  }

  /** Returns a column with a word before it, or nothing if it is null. */
  String with(String word, String column) throws SQLException {
    String text = nullable(column);
    return text == null ? "" : word + " " + text;
  }

  /** Returns a column, by its name; null counts as false. */
  boolean flag(String column) throws SQLException {
    return row.getBoolean(column);
  }

  /** Returns the columns as one text. */
  public String joined(String separator) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      columns.add(String.valueOf(row.getString(i)));
    }
    return String.join(separator, columns);
  }
}
