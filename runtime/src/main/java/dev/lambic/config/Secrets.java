package dev.lambic.config;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps passwords out of everything that is shown: those in a URL, and those given beside it. */
final class Secrets {
  private static final String MASK = "****";

  /** How passwords are written. Apart: nothing is masked until something is shown. */
  private static final class Forms {
    /** {@code password=x}, {@code trustStorePassword=x}, {@code pwd=x}, {@code token=x}, up to the next separator. */
    static final Pattern PROPERTY = Pattern.compile(
        "([\\w.]*(?:password|passwd|passphrase|pwd|secret|token)\\s*=\\s*)([^;&,)\\s]+)",
        Pattern.CASE_INSENSITIVE);

    /** {@code //user:x@host}: a password may hold an '@' of its own, so the last one before the host counts. */
    static final Pattern USER_INFO = Pattern.compile("(//[^/:@\\s?]*:)([^/?\\s]+)(@)");

    /** {@code jdbc:oracle:thin:user/x@host}. */
    static final Pattern SLASHED = Pattern.compile("(^jdbc:\\w+:\\w+:[^/:@\\s]+/)([^/\\s]+)(@)");
  }

  private static final int LONG_ENOUGH_TO_STAND_OUT = 4;

  private final @Nullable String url;
  private final @Nullable String password;

  Secrets(@Nullable String url, @Nullable String password) {
    this.url = url;
    this.password = password;
  }

  private List<String> known() {
    List<String> known = new ArrayList<>();
    if (password != null && !password.isEmpty()) {
      known.add(password);
    }
    if (url != null) {
      for (Pattern pattern : List.of(Forms.PROPERTY, Forms.USER_INFO, Forms.SLASHED)) {
        pattern.matcher(url).results().forEach(found -> known.add(found.group(2)));
      }
    }
    return known;
  }

  /** Returns a text with every password in it replaced by asterisks. */
  String masked(String text) {
    String masked = Forms.PROPERTY.matcher(text).replaceAll("$1" + MASK);
    masked = Forms.USER_INFO.matcher(masked).replaceAll("$1" + MASK + "$3");
    masked = Forms.SLASHED.matcher(masked).replaceAll("$1" + MASK + "$3");
    for (String secret : known()) {
      masked = without(secret, masked);
    }
    return masked;
  }

  /** A short password is only replaced where it stands alone: "sa" is a part of too many words. */
  private static String without(String secret, String text) {
    return secret.length() >= LONG_ENOUGH_TO_STAND_OUT
        ? text.replace(secret, MASK)
        : Pattern.compile("(?<!\\w)" + Pattern.quote(secret) + "(?!\\w)")
            .matcher(text)
            .replaceAll(Matcher.quoteReplacement(MASK));
  }

  /**
   * Returns a driver's exception if nothing in it or its causes shows a password, and otherwise one that says the same
   * with the passwords masked.
   */
  SQLException cleaned(SQLException original) {
    for (Throwable cause = original; cause != null; cause = cause.getCause()) {
      if (!masked(String.valueOf(cause.getMessage())).equals(String.valueOf(cause.getMessage()))) {
        SQLException clean = new SQLException(
            masked(String.valueOf(original.getMessage())),
            original.getSQLState(),
            original.getErrorCode());
        clean.setStackTrace(original.getStackTrace());
        return clean;
      }
    }
    return original;
  }
}
