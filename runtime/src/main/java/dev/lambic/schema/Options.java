package dev.lambic.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What only one database knows of an object: {@code mysql_engine}, {@code postgresql_using}. Each name begins with the
 * dialect that it is for; the other dialects pass over it. Mirrors the keyword arguments of Alembic's directives.
 *
 * @param values the options by their full names, in the order in which they were given
 */
public record Options(Map<String, Object> values) {
  /** No options. */
  public static final Options NONE = new Options(new LinkedHashMap<>());

  public Options {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Returns these options with one more.
   *
   * @param name the dialect and the option: {@code mysql_engine}
   * @param value a string, number or boolean, a list of strings, a map, or an {@link Expression}; see the dialect
   */
  public Options with(String name, Object value) {
    if (name.indexOf('_') <= 0) {
      throw new IllegalArgumentException("the option '" + name
          + "' does not say which database it is for; write it as in 'mysql_engine'");
    }
    Map<String, Object> extended = new LinkedHashMap<>(values);
    extended.put(name, Objects.requireNonNull(value, name));
    return new Options(extended);
  }

  /** Returns the value of a dialect's option, if it was given. */
  public Optional<Object> get(String dialect, String option) {
    return Optional.ofNullable(values.get(dialect + "_" + option));
  }

  /** Returns the options of one dialect, without its prefix, in the order in which they were given. */
  public Map<String, Object> of(String dialect) {
    Map<String, Object> own = new LinkedHashMap<>();
    values.forEach((name, value) -> {
      if (name.startsWith(dialect + "_")) {
        own.put(name.substring(dialect.length() + 1), value);
      }
    });
    return own;
  }
}
