package dev.lambic.dialect;

import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.schema.Name;
import dev.lambic.schema.TableName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How names are written: the first chapter of every {@link Dialect}. */
abstract class SqlNames {
  private static final int HASH_AND_BAR = 8;
  private static final int HASH_DIGITS = 4;

  final DialectSettings settings;

  SqlNames(DialectSettings settings) {
    this.settings = settings;
  }

  /** Returns the short name: {@code h2}. */
  public abstract String id();

  /** Returns the words that may not stand as names without quotes, in lower case. */
  protected abstract Set<String> reservedWords();

  /** Returns the most characters that a name may have. */
  protected int maxIdentifierLength() {
    return 128;
  }

  /** Returns how long the database takes a name to be. */
  protected int lengthOf(String name) {
    return name.codePointCount(0, name.length());
  }

  /** Tells whether a name may begin with an underscore and no quotes. */
  protected boolean underscoreMayBegin() {
    return true;
  }

  /** Tells whether a dollar sign may stand inside a name without quotes. */
  protected boolean dollarMayStand() {
    return true;
  }

  /** Returns what the database does not take of a name, as the end of a sentence, or null. */
  protected @Nullable String flawOf(String name) {
    return hasHalfCharacter(name) ? "holds half a character of Unicode" : null;
  }

  /** Tells whether a text cannot be written in any encoding, since one of a pair of surrogates is missing. */
  static boolean hasHalfCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!isPairAt(text, i)) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static boolean isPairAt(String text, int i) {
    return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
  }

  /** Returns words that are listed with blanks and line breaks between them. */
  protected static Set<String> words(String list) {
    return new WordList(list);
  }

  /** Returns the name of a table, or of what lives beside it in its schema, in quotes where they are needed. */
  public final String quote(TableName name) {
    return name.schema() == null
        ? quote(name.name())
        : quoteSchema(name.schema()) + "." + quote(name.name());
  }

  /** Returns the name of a schema, in quotes where they are needed. */
  protected String quoteSchema(Name schema) {
    return quote(schema);
  }

  final String quote(Collection<Name> names) {
    return names.stream().map(this::quote).collect(Collectors.joining(", "));
  }

  /**
   * Returns a name, in quotes where they are needed: SQLAlchemy's rule, so that the same name means the same object to
   * both tools. A final name that is too long is cut, as one that a naming convention has made.
   *
   * @throws MigrationException if the database does not take such a name
   */
  public final String quote(Name name) {
    String text = writtenName(name);
    if (lengthOf(text) > maxIdentifierLength()) {
      throw new MigrationException(Problem.of(
              ProblemId.IDENTIFIER_TOO_LONG,
              "The name '" + text + "' has " + lengthOf(text) + " characters; " + id()
                  + " takes at most " + maxIdentifierLength() + ".")
          .fix("shorten the name."));
    }
    String flaw = flawOf(text);
    if (flaw != null) {
      throw new MigrationException(Problem.of(
              ProblemId.ILLEGAL_NAME,
              "The name '" + text + "' " + flaw + "; " + id() + " takes no such name.")
          .fix("choose another name."));
    }
    return isQuoted(name) ? quoted(text) : text;
  }

  /** Returns a name as it is written, without quotes. */
  final String writtenName(Name name) {
    return name.isFinal() ? shortened(name.text()) : name.text();
  }

  /** Tells whether a name is written in quotes. */
  final boolean isQuoted(Name name) {
    return switch (name.quoting()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case WHEN_NEEDED -> needsQuotes(writtenName(name));
    };
  }

  private boolean needsQuotes(String name) {
    if (reservedWords().contains(name.toLowerCase(Locale.ROOT))) {
      return true;
    }
    char first = name.charAt(0);
    return first == '$'
        || (first >= '0' && first <= '9')
        || (first == '_' && !underscoreMayBegin())
        || (name.indexOf('$') >= 0 && !dollarMayStand())
        || !isPlain(name);
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$')) {
        return false;
      }
    }
    return true;
  }

  /** Returns a name in quotes. */
  protected String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** Alembic's way to cut a generated name: its beginning, and the end of a hash of the whole. */
  private String shortened(String name) {
    int most = maxIdentifierLength();
    if (lengthOf(name) <= most) {
      return name;
    }
    String hash = md5(name);
    String tail = "_" + hash.substring(hash.length() - HASH_DIGITS);
    int end = Math.min(name.length(), Math.max(most - HASH_AND_BAR, 0));
    while (end > 0 && lengthOf(name.substring(0, end)) > most - HASH_AND_BAR) {
      end--;
    }
    return name.substring(0, end) + tail;
  }

  private static String md5(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has MD5", e);
    }
  }
}
