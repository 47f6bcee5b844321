package dev.lambic.runtime;

import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.runtime.Journal.Unfinished;
import dev.lambic.runtime.JournalEntry.Outcome;
import dev.lambic.script.Script;
import dev.lambic.script.ScriptDirectory;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Settles by hand how a step that was cut short is to count. */
final class Resolving {
  private final MigrationContext context;
  private final Journal journal;

  Resolving(MigrationContext context, Journal journal) {
    this.context = context;
    this.journal = journal;
  }

  /** Settles it, in a transaction at hand. */
  JournalEntry resolve(ScriptDirectory script, Resolution resolution) throws SQLException {
    Optional<Unfinished> found = journal.open();
    if (found.isEmpty()) {
      throw new MigrationException(Problem.of(
              ProblemId.NOTHING_TO_RESOLVE,
              "No step has been cut short; there is nothing to resolve.")
          .fix("see with 'log' what ran, and with 'current' where the database stands."));
    }
    Unfinished unfinished = found.get();
    JournalEntry entry = unfinished.entry();
    switch (resolution.kind()) {
      case APPLIED -> {
        moveVersions(script, entry);
        journal.writeResolved(entry.step(), Outcome.RESOLVED_APPLIED);
      }
      case ROLLED_BACK -> journal.writeResolved(entry.step(), Outcome.RESOLVED_ROLLED_BACK);
      case DONE_UP_TO -> {
        int known = unfinished.statements().size();
        if (resolution.statements() > known) {
          throw new MigrationException(Problem.of(
                  ProblemId.NOTHING_TO_RESOLVE,
                  "The step has " + known + " statements in the journal, not "
                      + resolution.statements() + ".")
              .fix("name one of them, or 'resolve' the step as applied."));
        }
        journal.writeDoneUpTo(entry.step(), resolution.statements());
      }
    }
    return entry;
  }

  private void moveVersions(ScriptDirectory script, JournalEntry entry) {
    Script revision = script.getRevisions(entry.revision()).get(0);
    boolean isUpgrade = entry.direction().equals("upgrade");
    List<String> heads = context.getCurrentHeads();
    new HeadMaintainer(context, heads)
        .updateToStep(new RevisionStep(script.revisionMap(), revision, isUpgrade));
  }
}
