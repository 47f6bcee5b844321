package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a step, as the journal knows it.
 *
 * @param hash a digest of the statement, less its comments and line breaks
 * @param text how it begins, for people
 * @param changed how many rows it changed; null while it is not known whether it has been carried out
 */
record JournaledStatement(
    String hash, String text, @Nullable Long changed) {
  private static final int LONGEST_TEXT = 300;

  /** Stands for all that a migration does on the connection itself. */
  static final JournaledStatement CONNECTION =
      new JournaledStatement("connection", "(works on the connection itself)", 0L);

  /** Stands for a statement that was refused, after which the migration has gone on. */
  static final JournaledStatement CAUGHT =
      new JournaledStatement("caught", "(a statement was refused, and the migration went on)", 0L);

  static JournaledStatement of(Dialect dialect, String sql) {
    String normalized = dialect.normalized(sql);
    String text = normalized.length() <= LONGEST_TEXT
        ? normalized
        : normalized.substring(0, LONGEST_TEXT) + " ...";
    return new JournaledStatement(digest(normalized), text, null);
  }

  /** Tells whether what has been done here, and may depend on it, cannot be told from the statements alone. */
  boolean isBarrier() {
    return hash.equals(CONNECTION.hash) || hash.equals(CAUGHT.hash);
  }

  JournaledStatement changing(long rows) {
    return new JournaledStatement(hash, text, rows);
  }

  /** Returns the digest of all of them in their order; null where one is not known. */
  static @Nullable String digestOf(List<JournaledStatement> statements) {
    StringBuilder all = new StringBuilder();
    for (JournaledStatement statement : statements) {
      if (statement.isBarrier()) {
        return null;
      }
      all.append(statement.hash()).append('\n');
    }
    return digest(all.toString());
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
