package dev.lambic.processor;

import java.util.HexFormat;

/** Writes text as a Java string literal, in ASCII alone: the encoding of generated files is the user's to choose. */
final class StringLiteral {
  private StringLiteral() {}

  static String of(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars().forEach(character -> literal.append(escape((char) character)));
    return literal.append('"').toString();
  }

  private static String escape(char character) {
    return switch (character) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> isPlain(character) ? String.valueOf(character) : unicode(character);
    };
  }

  private static boolean isPlain(char character) {
    return character >= ' ' && character < 0x7f;
  }

  private static String unicode(char character) {
    return "\\u" + HexFormat.of().toHexDigits(character);
  }
}
