package dev.lambic.runtime;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.script.ScriptDirectory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a script leads from and to: {@code a1:head}. Nobody can be asked where the database stands, so the script says it.
 *
 * @param start the revision symbol of where the database stands; null for base
 * @param target the revision symbol of where the script leads
 */
public record OfflineRange(@Nullable String start, String target) {

  /** Returns the range of a text: {@code start:target}, or the target alone. */
  public static OfflineRange parse(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new OfflineRange(null, text)
        : new OfflineRange(text.substring(0, colon), text.substring(colon + 1));
  }

  /**
   * Makes sure that the start is given, as the way down needs it.
   *
   * @throws EnvironmentException if it is not
   */
  public void requireStart() {
    if (start == null) {
      throw new EnvironmentException(Problem.of(
              ProblemId.MISSING_OPTION,
              "A script that leads down to '" + target + "' has to know from where.")
          .fix("give both, as in '<from>:" + target + "'."));
    }
  }

  /** Returns the symbols of the start as a context takes them. */
  public String[] startingRev() {
    return start == null ? new String[0] : new String[] {start};
  }

  /** Returns the ids of the revisions that symbols name; none for base. */
  static List<String> idsOf(List<String> symbols, ScriptDirectory script) {
    return symbols.stream()
        .filter(symbol -> !symbol.isEmpty() && !symbol.equals("base"))
        .flatMap(symbol -> script.asRevisionNumber(symbol).stream())
        .distinct()
        .toList();
  }
}
