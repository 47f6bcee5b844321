package dev.lambic.dialect;

import dev.lambic.operations.NamingConvention;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a dialect has to know beyond its database's name: what the server said about itself, and how SQL is to be written.
 *
 * @param isOffline whether a script is written, for somebody else to run
 * @param literalBinds whether values of statements are written into them; only a script can leave them out
 * @param serverVersion the version of the server, part by part; null when it is not known
 * @param defaultSchema the schema that names without one belong to; null when it is not known
 * @param backslashEscapes whether a backslash in a literal escapes the next character; null when it is not known
 * @param naming what gives a name to constraints and indexes that have none
 */
public record DialectSettings(
    boolean isOffline,
    boolean literalBinds,
    @Nullable List<Integer> serverVersion,
    @Nullable String defaultSchema,
    @Nullable Boolean backslashEscapes,
    NamingConvention naming) {
  /** Nothing is known, and statements are for a connection. */
  public static final DialectSettings DEFAULT =
      new DialectSettings(false, true, null, null, null, NamingConvention.STANDARD);

  public DialectSettings {
    serverVersion = serverVersion == null ? null : List.copyOf(serverVersion);
    Objects.requireNonNull(naming, "naming");
  }

  /** Returns these settings for a script. */
  public DialectSettings offline() {
    return new DialectSettings(
        true, literalBinds, serverVersion, defaultSchema, backslashEscapes, naming);
  }

  /** Returns these settings, saying whether values are written into statements. */
  public DialectSettings literalBinds(boolean written) {
    return new DialectSettings(
        isOffline, written, serverVersion, defaultSchema, backslashEscapes, naming);
  }

  /** Returns these settings with the version of the server. */
  public DialectSettings serverVersion(@Nullable List<Integer> version) {
    return new DialectSettings(
        isOffline, literalBinds, version, defaultSchema, backslashEscapes, naming);
  }

  /** Returns these settings with the schema that names without one belong to. */
  public DialectSettings defaultSchema(@Nullable String schema) {
    return new DialectSettings(
        isOffline, literalBinds, serverVersion, schema, backslashEscapes, naming);
  }

  /** Returns these settings, saying whether a backslash escapes in a literal. */
  public DialectSettings backslashEscapes(@Nullable Boolean escapes) {
    return new DialectSettings(
        isOffline, literalBinds, serverVersion, defaultSchema, escapes, naming);
  }

  /** Returns these settings with a naming convention. */
  public DialectSettings naming(NamingConvention convention) {
    return new DialectSettings(
        isOffline, literalBinds, serverVersion, defaultSchema, backslashEscapes, convention);
  }

  /** Tells whether the server is known to be at least of a version. */
  public boolean isAtLeast(int... version) {
    if (serverVersion == null) {
      return false;
    }
    for (int i = 0; i < version.length; i++) {
      int part = i < serverVersion.size() ? serverVersion.get(i) : 0;
      if (part != version[i]) {
        return part > version[i];
      }
    }
    return true;
  }
}
