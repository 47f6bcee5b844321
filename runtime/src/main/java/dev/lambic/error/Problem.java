package dev.lambic.error;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The facts of a failure: what is wrong, where, and what to do. It is not a finished text, so that whoever shows it can
 * add to it in the reader's own terms (a Maven goal names its parameter, the processor points at the annotation).
 *
 * @param id the stable name of the kind of problem
 * @param headline one sentence that says what is wrong
 * @param facts what is known about it, in the order in which it is shown
 * @param fixes what the reader can do; the first is the most likely remedy
 */
public record Problem(ProblemId id, String headline, List<Fact> facts, List<String> fixes)
    implements Serializable {

  private static final String CONTINUATION = "\n    ";

  /** One labelled fact, such as {@code found: 12 revisions}. A text of several lines is shown as a block. */
  public record Fact(String label, String text) implements Serializable {
    public Fact {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(text, "text");
    }
  }

  public Problem {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(headline, "headline");
    facts = List.copyOf(facts);
    fixes = List.copyOf(fixes);
  }

  /** Returns a problem that so far consists of its headline. */
  public static Problem of(ProblemId id, String headline) {
    return new Problem(id, headline, List.of(), List.of());
  }

  /** Returns this problem with one more fact after those it has. */
  public Problem with(String label, String text) {
    return new Problem(id, headline, append(facts, new Fact(label, text)), fixes);
  }

  /** Returns this problem with the place where it was met, shown before all other facts. */
  public Problem where(String place) {
    List<Fact> extended = new ArrayList<>();
    extended.add(new Fact("where", place));
    extended.addAll(facts);
    return new Problem(id, headline, extended, fixes);
  }

  /** Returns this problem with the candidates as a "did you mean" fact, or unchanged when there are none. */
  public Problem didYouMean(Collection<String> candidates) {
    return candidates.isEmpty() ? this : with("did you mean", String.join(", ", candidates));
  }

  /** Returns this problem with one more remedy. */
  public Problem fix(String remedy) {
    return new Problem(id, headline, facts, append(fixes, remedy));
  }

  /**
   * Renders the problem as text: the headline behind the id, a line for each fact, the remedies last.
   *
   * <pre>
   * [unknown-revision] No revision matches 'ae10'.
   *   found: 12 revisions; heads 7c41d0 (add_orders), 90be2f (add_audit)
   *   did you mean: ae01f3 (create_users)
   *   fix: pass a longer prefix, or list the revisions with 'history'.
   * </pre>
   */
  public String render() {
    StringBuilder text = new StringBuilder();
    text.append('[').append(id.text()).append("] ").append(headline);
    for (Fact fact : facts) {
      line(text, fact.label(), fact.text());
    }
    if (fixes.size() == 1) {
      line(text, "fix", fixes.get(0));
    } else if (!fixes.isEmpty()) {
      text.append("\n  fix:");
      for (int i = 0; i < fixes.size(); i++) {
        text.append(CONTINUATION).append(i + 1).append(". ");
        text.append(fixes.get(i).replace("\n", CONTINUATION + "   "));
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("\n  ").append(label).append(':');
    text.append(value.contains("\n") ? CONTINUATION : " ");
    text.append(value.replace("\n", CONTINUATION));
  }

  private static <T> List<T> append(List<T> list, T element) {
    return Stream.concat(list.stream(), Stream.of(element)).toList();
  }
}
