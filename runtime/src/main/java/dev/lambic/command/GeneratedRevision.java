package dev.lambic.command;

import dev.lambic.autogenerate.MigrationScript;
import dev.lambic.autogenerate.RenderItem;
import dev.lambic.script.RevisionDraft;
import java.util.Objects;

/**
 * A revision that autogenerate has worked out, and that is not written yet.
 *
 * @param draft where it stands in the history
 * @param script what it does
 * @param renderItem what writes parts of that in the user's own words
 */
public record GeneratedRevision(
    RevisionDraft draft, MigrationScript script, RenderItem renderItem) {
  public GeneratedRevision {
    Objects.requireNonNull(draft, "draft");
    Objects.requireNonNull(script, "script");
    Objects.requireNonNull(renderItem, "renderItem");
  }
}
