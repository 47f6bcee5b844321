package dev.lambic.it.conformance.ddl;

/** The normal form of the format: outside quotes white space does not count. */
final class Sql {
  private Sql() {}

  static String normal(String sql) {
    StringBuilder result = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (quote != 0) {
        result.append(c);
        quote = c == quote ? 0 : quote;
      } else if (Character.isWhitespace(c)) {
        if (result.length() > 0 && result.charAt(result.length() - 1) != ' ') {
          result.append(' ');
        }
      } else {
        result.append(c);
        quote = closing(c);
      }
    }
    return result.toString().strip();
  }

  private static char closing(char opening) {
    return switch (opening) {
      case '\'', '"', '`' -> opening;
      case '[' -> ']';
      default -> 0;
    };
  }
}
