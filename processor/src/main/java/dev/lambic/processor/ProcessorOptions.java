package dev.lambic.processor;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.Diagnostic.Kind;

/**
 * What the user has set with {@code -A}.
 *
 * @param heads how to report several heads; nothing, if not at all
 * @param headMarker the file that names the heads, if there is to be one
 * @param problems what is wrong with the options
 */
record ProcessorOptions(Optional<Kind> heads, Optional<Path> headMarker, List<Problem> problems) {
  static final String HEADS = "migrate.heads";
  static final String HEAD_MARKER = "migrate.headMarker";

  static Set<String> names() {
    return new TreeSet<>(Set.of(HEADS, HEAD_MARKER));
  }

  static ProcessorOptions of(Map<String, String> options) {
    List<Problem> problems = new ArrayList<>();
    return new ProcessorOptions(heads(options, problems), headMarker(options, problems), problems);
  }

  private static Optional<Kind> heads(Map<String, String> options, List<Problem> problems) {
    String value = options.containsKey(HEADS) ? value(options, HEADS) : "error";
    return switch (value) {
      case "error" -> Optional.of(Kind.ERROR);
      case "warn" -> Optional.of(Kind.WARNING);
      case "ignore" -> Optional.empty();
      default -> {
        problems.add(illegal(HEADS, value, "give it one of the values 'error', 'warn', 'ignore'."));
        yield Optional.of(Kind.ERROR);
      }
    };
  }

  private static Optional<Path> headMarker(Map<String, String> options, List<Problem> problems) {
    if (!options.containsKey(HEAD_MARKER)) {
      return Optional.empty();
    }
    String value = value(options, HEAD_MARKER);
    try {
      if (!value.isEmpty()) {
        return Optional.of(Path.of(value));
      }
    } catch (InvalidPathException e) {
      // Reported below: the value is no path.
    }
    problems.add(
        illegal(HEAD_MARKER, value, "give it the path of a file, from the project's directory."));
    return Optional.empty();
  }

  /** An option without {@code =} has no value. */
  private static String value(Map<String, String> options, String name) {
    return Optional.ofNullable(options.get(name)).orElse("").strip();
  }

  private static Problem illegal(String option, String value, String fix) {
    return Problem.of(
            ProblemId.ILLEGAL_OPTION, "The compiler's option '-A" + option + "' has no such value.")
        .with("value", value)
        .fix(fix);
  }
}
