package dev.lambic.autogenerate;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.NearMisses;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which comparisons are made: those whose names the patterns of the options pick. */
final class Plugins {
  static final String SCHEMAS = "alembic.autogenerate.schemas";
  static final String TABLES = "alembic.autogenerate.tables";
  static final String TYPES = "alembic.autogenerate.types";
  static final String CONSTRAINTS = "alembic.autogenerate.constraints";
  static final String DEFAULTS = "alembic.autogenerate.defaults";
  static final String COMMENTS = "alembic.autogenerate.comments";
  static final String CHECKS = "alembic.autogenerate.checkconstraint_byname";

  /** What Alembic passes over. */
  static final String CHECK_CONDITIONS = "lambic.autogenerate.check_conditions";

  static final String PRIMARY_KEYS = "lambic.autogenerate.primary_keys";
  static final String EXCLUSIONS = "lambic.autogenerate.exclusions";
  static final String ENUM_VALUES = "lambic.autogenerate.enum_values";
  static final String NUMBERED_COLUMNS = "lambic.autogenerate.numbered_columns";
  static final String SEQUENCES = "lambic.autogenerate.sequences";

  /** Off unless it is named: a pattern's star stands for one segment, and sequences may belong to others. */
  static final String REMOVED_SEQUENCES = "lambic.autogenerate.sequences.removed";

  private static final List<String> BUILT_IN = List.of(
      SCHEMAS,
      TABLES,
      TYPES,
      CONSTRAINTS,
      DEFAULTS,
      COMMENTS,
      CHECKS,
      CHECK_CONDITIONS,
      PRIMARY_KEYS,
      EXCLUSIONS,
      ENUM_VALUES,
      NUMBERED_COLUMNS,
      SEQUENCES,
      REMOVED_SEQUENCES);

  private final Set<String> chosen = new LinkedHashSet<>();

  Plugins(AutogenerateOptions options) {
    List<String> known = Stream.concat(
            BUILT_IN.stream(), options.comparators().stream().map(AutogenerateComparator::name))
        .toList();
    List<String> unknown = new ArrayList<>();
    for (String pattern : options.plugins()) {
      boolean takesAway = pattern.startsWith("~");
      Pattern names =
          Pattern.compile(Stream.of((takesAway ? pattern.substring(1) : pattern).split("\\.", -1))
              .map(segment -> segment.equals("*") ? "[^.]+" : Pattern.quote(segment))
              .reduce((left, right) -> left + "\\." + right)
              .orElse(""));
      List<String> matching =
          known.stream().filter(name -> names.matcher(name).matches()).toList();
      if (takesAway) {
        matching.forEach(chosen::remove);
      } else if (matching.isEmpty()) {
        unknown.add(pattern);
      } else {
        chosen.addAll(matching);
      }
    }
    if (!unknown.isEmpty()) {
      throw new EnvironmentException(Problem.of(
              ProblemId.UNKNOWN_PLUGIN,
              "No comparison of autogenerate is named '" + String.join("', '", unknown) + "'.")
          .with("known", String.join(", ", known))
          .didYouMean(NearMisses.of(unknown.get(0), known))
          .fix("use one of the known names, or a pattern such as 'alembic.autogenerate.*'."));
    }
  }

  boolean has(String name) {
    return chosen.contains(name);
  }
}
