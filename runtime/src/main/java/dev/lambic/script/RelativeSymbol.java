package dev.lambic.script;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A symbol that counts steps, such as {@code +2}, {@code ae10-1} or {@code billing@+1}. As in Alembic, whatever follows
 * the number is not looked at, and an id with characters other than letters, digits and {@code _} cannot be counted from.
 *
 * @param branch the label before the {@code @}, or null
 * @param symbol what the steps are counted from, or null for where the database stands
 * @param sign {@code +} or {@code -}
 * @param steps how many there are, never negative
 * @param number the sign and the digits, as written
 */
record RelativeSymbol(
    @Nullable String branch, @Nullable String symbol, char sign, int steps, String number) {
  private static final Pattern FORM =
      Pattern.compile("(?:(.+?)@)?([\\p{L}\\p{N}_]+)?([+-]\\p{Nd}+)");
  private static final Pattern STEPS_DOWN = Pattern.compile("-\\p{Nd}+");
  private static final BigInteger LONGEST_WALK = BigInteger.valueOf(Integer.MAX_VALUE);

  static Optional<RelativeSymbol> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String number = matcher.group(3);
    return Optional.of(new RelativeSymbol(
        matcher.group(1), matcher.group(2), number.charAt(0), count(number), number));
  }

  /** Returns N for {@code -N} alone, and 0 for anything else. */
  static int stepsDown(String text) {
    return STEPS_DOWN.matcher(text).matches() ? count(text) : 0;
  }

  boolean isUp() {
    return sign == '+' && steps > 0;
  }

  /** Counts no further than any history can be long. */
  private static int count(String number) {
    return new BigInteger(number.substring(1)).min(LONGEST_WALK).intValue();
  }
}
