package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a message of Alembic's what a message of Lambic's has to say too, whatever its wording. */
final class ErrorFacts {
  private static final Pattern QUOTED =
      Pattern.compile("(?<!\\w)'([^']*)'(?!\\w)", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern RELATIVE =
      Pattern.compile("(?<!\\w)[+-]0*[1-9]\\d*(?!\\w)", Pattern.UNICODE_CHARACTER_CLASS);

  /** Advice, which is Alembic's own: everything behind this. */
  private static final String ADVICE = "; please ";

  /** What Alembic says in its own words, in which an id such as {@code a} or {@code head} would be found by accident. */
  private static final List<String> PHRASES = List.of(
      "is not a valid downgrade target from current head(s)",
      "Not a valid downgrade target from current heads",
      "does not refer to ancestor/descendant revisions along the same branch",
      "overlaps with other requested revisions",
      "is not a member of branch",
      "is not an ancestor of revision",
      "Ambiguous upgrade from multiple current revisions",
      "History range requires [start]:[end], [start]:, or :[end]",
      "not allowed in revision identifier",
      "already used by revision",
      "in revision",
      "Multiple heads are present",
      "Multiple head revisions are present for given argument",
      "Dependency self-loop is detected in revisions",
      "Self-loop is detected in revisions",
      "Requested revision",
      "Requested range",
      "Relative revision",
      "Can't locate revision identified by",
      "Branch name",
      "Destination",
      "Ambiguous walk",
      "Walked too far");

  private ErrorFacts() {}

  /**
   * Returns the words that a message must hold: those quoted, the names of the graph and the symbols of the user that
   * Alembic's holds, and how far a relative symbol goes.
   */
  static Set<String> of(JsonNode error, Collection<String> names, List<String> symbols) {
    String message = withoutAdvice(error.path(error.has("cmd") ? "cmd" : "msg").asText());
    Set<String> facts = new LinkedHashSet<>();
    for (String quoted : quotedTruly(error, message, symbols)) {
      facts.addAll(List.of(quoted.split(", ", -1)));
    }
    String bare = QUOTED.matcher(message).replaceAll(" ");
    for (String phrase : PHRASES) {
      bare = bare.replace(phrase, " ");
    }
    for (String word : concat(names, symbols)) {
      if (!word.isEmpty() && Words.hasWord(bare, word)) {
        facts.add(word);
      }
    }
    RELATIVE
        .matcher(bare)
        .results()
        .map(MatchResult::group)
        .filter(steps -> facts.stream().noneMatch(fact -> fact.endsWith(steps)))
        .forEach(facts::add);
    facts.remove("");
    facts.remove("None");
    return facts;
  }

  private static String withoutAdvice(String message) {
    int advice = message.indexOf(ADVICE);
    return advice < 0 ? message : message.substring(0, advice);
  }

  /**
   * Returns what the message quotes. Of a range with several heads at one end, Alembic may quote the other end; what it
   * was really about stands in the error that it made the message of.
   */
  private static List<String> quotedTruly(JsonNode error, String message, List<String> symbols) {
    List<String> quoted = quoted(message);
    List<String> original = quoted(error.path("msg").asText());
    boolean isOther = error.path("class").asText().equals("MultipleHeads")
        && symbols.size() > 1
        && !quoted.isEmpty()
        && symbols.contains(quoted.get(0))
        && !original.isEmpty()
        && !quoted.get(0).contains(original.get(0));
    return isOther ? original : quoted;
  }

  private static List<String> concat(Collection<String> names, List<String> symbols) {
    List<String> all = new ArrayList<>(names);
    all.addAll(symbols);
    return all;
  }

  /** Returns the revisions that Alembic offers to choose from: several heads, or what begins with an ambiguous prefix. */
  static List<String> candidates(JsonNode error) {
    String message = error.path("msg").asText();
    if (message.startsWith("Multiple heads are present for given argument")) {
      int list = message.indexOf("; ");
      return list < 0 ? List.of() : List.of(message.substring(list + 2).split(", ", -1));
    }
    if (message.startsWith("Multiple revisions start with")) {
      List<String> quoted = quoted(message);
      return quoted.subList(1, quoted.size());
    }
    return List.of();
  }

  /** Returns the ids in the parentheses at the end: those that a loop or circle is about. */
  static List<String> circle(JsonNode error) {
    String message = error.path("msg").asText();
    int from = message.lastIndexOf('(');
    int to = message.lastIndexOf(')');
    return from < 0 || to < from
        ? List.of()
        : List.of(message.substring(from + 1, to).split(", ", -1));
  }

  private static List<String> quoted(String message) {
    List<String> words = new ArrayList<>();
    Matcher matcher = QUOTED.matcher(message);
    while (matcher.find()) {
      words.add(matcher.group(1));
    }
    return words;
  }
}
