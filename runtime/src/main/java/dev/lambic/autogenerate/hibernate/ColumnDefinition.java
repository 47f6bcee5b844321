package dev.lambic.autogenerate.hibernate;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in {@code columnDefinition}, or what Hibernate makes a type of: a type, and what may follow it.
 *
 * @param type the type
 * @param nullable whether the column may hold NULL, or null where that is not said
 * @param defaultSql the default, or null
 * @param rest what is none of these; empty for nothing
 */
record ColumnDefinition(
    String type, @Nullable Boolean nullable, @Nullable String defaultSql, String rest) {
  private static final Pattern TOKEN = Pattern.compile(
      "'(?:[^']|'')*'|\\((?:[^()']|'(?:[^']|'')*'|\\([^()]*\\))*\\)|[\\w.]+|\\s+|.");
  private static final Pattern CLAUSE = Pattern.compile(
      "(?i)NOT|NULL|DEFAULT|CONSTRAINT|CHECK|UNIQUE|PRIMARY|REFERENCES|GENERATED|AUTO_INCREMENT|IDENTITY|COMMENT|ON|COLLATE");

  /** Takes a definition apart. */
  static ColumnDefinition parse(String sql) {
    StringBuilder type = new StringBuilder();
    StringBuilder value = new StringBuilder();
    StringBuilder rest = new StringBuilder();
    Boolean nullable = null;
    StringBuilder current = type;
    boolean isNot = false;
    Matcher tokens = TOKEN.matcher(sql.strip());
    while (tokens.find()) {
      String token = tokens.group();
      String word = CLAUSE.matcher(token).matches() ? token.toUpperCase(Locale.ROOT) : "";
      boolean isDefaultsOwn = current == value && value.toString().isBlank();
      if (word.isEmpty() || isDefaultsOwn || (current == type && word.equals("COLLATE"))) {
        current.append(token);
      } else if (word.equals("NOT")) {
        isNot = true;
      } else if (word.equals("NULL")) {
        nullable = !isNot;
        isNot = false;
        current = rest;
      } else if (word.equals("DEFAULT")) {
        current = value;
      } else {
        current = rest;
        rest.append(token);
      }
    }
    String text = value.toString().strip();
    return new ColumnDefinition(
        type.toString().strip(),
        nullable,
        text.isEmpty() ? null : text,
        (isNot ? "NOT " : "") + rest.toString().strip());
  }
}
