package dev.lambic.operations;

import dev.lambic.schema.Expression.Literal;
import dev.lambic.schema.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An SQL statement with named values: {@code statement("UPDATE t SET a = :a").bind("a", 5)}. A colon that is no name is
 * written {@code \:}; one of two colons, as in PostgreSQL's casts, is never a name.
 *
 * @param sql the text with its names
 * @param values what stands for each name
 */
public record SqlStatement(String sql, Map<String, Literal> values) {
  public SqlStatement {
    if (sql.isBlank()) {
      throw new IllegalArgumentException("there is no SQL to execute");
    }
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Returns a statement without values so far. */
  public static SqlStatement statement(String sql) {
    return new SqlStatement(sql, new LinkedHashMap<>());
  }

  /** Returns this statement with a value for a name; it is written as the database writes such a value. */
  public SqlStatement bind(String name, @Nullable Object value) {
    return bind(name, new Literal(value));
  }

  /** Returns this statement with a value for a name, written as one of a type. */
  public SqlStatement bind(String name, @Nullable Object value, SqlType type) {
    return bind(name, new Literal(value, type));
  }

  private SqlStatement bind(String name, Literal value) {
    Map<String, Literal> extended = new LinkedHashMap<>(values);
    extended.put(name, value);
    return new SqlStatement(sql, extended);
  }

  /**
   * A stretch of a statement.
   *
   * @param text the text to the letter, or the name without its colon
   * @param isName whether a value stands here
   */
  public record Part(String text, boolean isName) {}

  /** Returns the text and the names in it, in order. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      int end = nameEnd(at);
      if (c == '\\' && sql.startsWith(":", at + 1)) {
        text.append(':');
        at += 2;
      } else if (end > at) {
        parts.add(new Part(text.toString(), false));
        text.setLength(0);
        parts.add(new Part(sql.substring(at + 1, end), true));
        at = end;
      } else {
        text.append(c);
        at++;
      }
    }
    parts.add(new Part(text.toString(), false));
    return parts;
  }

  /** Returns the end of the name that begins with a colon here, or the place itself when none does. */
  private int nameEnd(int at) {
    boolean begins = sql.charAt(at) == ':'
        && (at == 0 || (sql.charAt(at - 1) != ':' && !isNamePart(sql.charAt(at - 1))));
    int end = at + 1;
    while (begins && end < sql.length() && isNamePart(sql.charAt(end))) {
      end++;
    }
    boolean isOneOfTwo = end < sql.length() && sql.charAt(end) == ':';
    return begins && end > at + 1 && !isOneOfTwo ? end : at;
  }

  private static boolean isNamePart(char c) {
    return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
  }
}
