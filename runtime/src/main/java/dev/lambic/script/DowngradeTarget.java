package dev.lambic.script;

import dev.lambic.error.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What a downgrade aims at.
 *
 * @param branch the label, or an id, that says which branch above the revision is to be undone, where several begin there;
 *     nothing if all of them are
 * @param revision the revision that stays; nothing for {@code base}
 * @param warnings what the user should know about the choice that was made
 */
public record DowngradeTarget(
    Optional<String> branch, Optional<Script> revision, List<Problem> warnings) {
  public DowngradeTarget {
    warnings = List.copyOf(warnings);
  }
}
