package dev.lambic.maven.graph;

/** Collects HTML. What comes from revisions is escaped; nothing in it is ever markup. */
final class HtmlText {
  private final StringBuilder html = new StringBuilder();

  /** Adds markup of our own. */
  HtmlText markup(String markup) {
    html.append(markup);
    return this;
  }

  /** Adds text of anybody's. */
  HtmlText text(String text) {
    text.codePoints().forEach(character -> {
      switch (character) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.appendCodePoint(isAllowed(character) ? character : '\uFFFD');
      }
    });
    return this;
  }

  /** HTML has no control characters but these, and no halves of pairs. */
  private static boolean isAllowed(int character) {
    return character == '\n'
        || character == '\t'
        || !(Character.isISOControl(character)
            || Character.getType(character) == Character.SURROGATE);
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
