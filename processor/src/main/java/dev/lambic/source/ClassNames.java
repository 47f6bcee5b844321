package dev.lambic.source;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.text.Normalizer;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Names the classes of new revisions after a pattern. In braces stand {@code slug} for the words of the message, {@code
 * rev} for the id, or a pattern of {@link DateTimeFormatter} for the time: {@code V{yyyyMMddHHmm}_{slug}} gives {@code
 * V202611221005_AddAccountEmail}, so that the files of a folder stand in the order in which they were written.
 */
final class ClassNames {
  /** The pattern used where none is set. */
  static final String DEFAULT_PATTERN = "V{yyyyMMddHHmm}_{slug}";

  private static final int LONGEST_SLUG = 40;
  private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

  private ClassNames() {}

  /**
   * Returns the name of a class.
   *
   * @throws EnvironmentException if the pattern cannot be read, or does not give a name that Java takes
   */
  static String of(String pattern, String message, String id, ZonedDateTime now) {
    Matcher tokens = TOKEN.matcher(pattern);
    String name = tokens.replaceAll(
        token -> Matcher.quoteReplacement(value(pattern, token.group(1), message, id, now)));
    if (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name)) {
      throw new EnvironmentException(
          Problem.of(ProblemId.ILLEGAL_PATTERN, "The new class would be called '" + name + "'.")
              .with("pattern", pattern)
              .fix("give 'classNamePattern' a value that makes Java names, such as '"
                  + DEFAULT_PATTERN + "'."));
    }
    return name;
  }

  private static String value(
      String pattern, String token, String message, String id, ZonedDateTime now) {
    return switch (token) {
      case "slug" -> slug(message);
      case "rev" -> id;
      default -> time(pattern, token, now);
    };
  }

  private static String time(String pattern, String token, ZonedDateTime now) {
    try {
      return DateTimeFormatter.ofPattern(token, Locale.ROOT).format(now);
    } catch (RuntimeException e) {
      throw new EnvironmentException(
          Problem.of(
                  ProblemId.ILLEGAL_PATTERN,
                  "'{" + token + "}' means nothing in the name of a class.")
              .with("pattern", pattern)
              .fix("write '{slug}', '{rev}', or a time such as '{yyyyMMddHHmm}'."),
          e);
    }
  }

  /** Returns the words of a message as Java joins them: {@code add account.email} gives {@code AddAccountEmail}. */
  static String slug(String message) {
    String plain =
        MARKS.matcher(Normalizer.normalize(message, Normalizer.Form.NFD)).replaceAll("");
    StringBuilder slug = new StringBuilder();
    for (String word : WORD.matcher(plain).results().map(MatchResult::group).toList()) {
      boolean isTooLong = slug.length() + word.length() > LONGEST_SLUG;
      if (isTooLong && slug.length() > 0) {
        break;
      }
      String kept = word.substring(0, Math.min(LONGEST_SLUG, word.length()));
      slug.append(kept.substring(0, 1).toUpperCase(Locale.ROOT)).append(kept.substring(1));
    }
    return slug.length() == 0 ? "Revision" : slug.toString();
  }
}
