package dev.lambic.it.conformance.graph;

import java.util.regex.Pattern;

/** Finds words in messages: ids, labels and symbols, which may hold more than letters. */
final class Words {
  private Words() {}

  /**
   * Tells whether the text holds the word, and not only as a part of a longer one. A number of steps may have zeros in
   * front, and letters behind, as the user may have written it.
   */
  static boolean hasWord(String text, String word) {
    return pattern(word).matcher(text).find();
  }

  private static Pattern pattern(String word) {
    if (word.matches("[+-]\\d+")) {
      return Pattern.compile(
          Pattern.quote(word.substring(0, 1)) + "0*" + word.substring(1) + "(?!\\d)");
    }
    String before = isWordCharacter(word.codePointAt(0)) ? "(?<!\\w)" : "";
    String after = isWordCharacter(word.codePointBefore(word.length())) ? "(?!\\w)" : "";
    return Pattern.compile(before + Pattern.quote(word) + after, Pattern.UNICODE_CHARACTER_CLASS);
  }

  private static boolean isWordCharacter(int codePoint) {
    return Character.isLetterOrDigit(codePoint) || codePoint == '_';
  }
}
