package dev.lambic.runtime;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.script.Script;
import java.util.Objects;

/**
 * A revision that the database has been through, and that would execute something else today: somebody has edited it.
 *
 * @param revision the revision as it is in the project
 * @param applied how it was applied, as the journal has it
 * @param hash the digest of what it would execute today
 */
public record ChangedRevision(Script revision, JournalEntry applied, String hash) {
  public ChangedRevision {
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(applied, "applied");
    Objects.requireNonNull(hash, "hash");
  }

  /** Returns the same as something to read. */
  public Problem problem() {
    String user = applied.databaseUser();
    return Problem.of(
            ProblemId.CHANGED_SINCE_APPLIED,
            "Revision " + revision.label()
                + " would execute something else today than it did on this database.")
        .with("class", revision.className())
        .with(
            "applied",
            applied.startedAt() + (user == null || user.isEmpty() ? "" : " by user " + user) + ", "
                + applied.process())
        .with("by version", applied.tool() + "; this is " + Version.TOOL)
        .fix("undo the edit, and make the change in a new revision.")
        .fix(
            "if the database is as it should be, say so: 'resolve' as accepted (mvn migrate:resolve -Dmigrate.as=accepted).");
  }
}
