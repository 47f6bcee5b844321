package dev.lambic.dialect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A default as it stands in the definition of a column: {@code CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP}, or either
 * half of that.
 *
 * @param value what the column of a new row gets, or null for nothing
 * @param onUpdate what the column gets whenever its row is updated, or null for nothing
 */
record DefaultParts(@Nullable String value, @Nullable String onUpdate) {
  private static final Pattern ON_UPDATE = Pattern.compile(
      "((?:[^']|'[^']*')*?)\\bON\\s+UPDATE\\s+(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  static DefaultParts parse(@Nullable String sql) {
    if (sql == null) {
      return new DefaultParts(null, null);
    }
    Matcher parts = ON_UPDATE.matcher(sql.strip());
    if (!parts.matches()) {
      return new DefaultParts(sql, null);
    }
    String value = parts.group(1).strip();
    return new DefaultParts(value.isEmpty() ? null : value, parts.group(2));
  }

  /** Returns both as they stand in the definition. */
  String sql() {
    return value == null
        ? "ON UPDATE " + onUpdate
        : onUpdate == null ? value : value + " ON UPDATE " + onUpdate;
  }
}
