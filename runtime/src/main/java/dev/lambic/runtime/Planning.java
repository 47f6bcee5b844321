package dev.lambic.runtime;

import dev.lambic.operations.Operations;
import dev.lambic.runtime.Journal.Unfinished;
import dev.lambic.script.RevisionMap;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out what steps would execute on a database, and what steps of the past would. */
final class Planning {
  private final MigrationContext context;
  private final @Nullable Journal journal;

  /**
   * @param journal the record of what has run; null where there is none
   */
  Planning(MigrationContext context, @Nullable Journal journal) {
    this.context = context;
    this.journal = journal;
  }

  List<PlannedStep> of(List<? extends MigrationStep> steps) {
    context.learnOfServer();
    Optional<Unfinished> unfinished = ask(Journal::peek, Optional.empty());
    unfinished.ifPresent(left -> ResumeFailures.requireInPlan(left, steps));
    List<PlannedStep> planned = new ArrayList<>();
    for (MigrationStep step : steps) {
      PlannedStep rendered = rendered(step);
      planned.add(unfinished
          .filter(left -> left.isOf(step))
          .map(left -> resuming(left, step, rendered))
          .orElse(rendered));
    }
    return List.copyOf(planned);
  }

  private PlannedStep rendered(MigrationStep step) {
    Rendering rendering = new Rendering(context.dialect());
    return rendering.of(step, new Operations(context.rendering(rendering)));
  }

  private PlannedStep resuming(Unfinished left, MigrationStep step, PlannedStep rendered) {
    int done = left.statements().size() - (left.isLastUncertain() ? 1 : 0);
    List<JournaledStatement> now = rendered.statements().stream()
        .map(sql -> JournaledStatement.of(context.dialect(), sql))
        .toList();
    for (int i = 0; i < left.statements().size() && rendered.isKnown(); i++) {
      boolean isSame =
          i < now.size() && now.get(i).hash().equals(left.statements().get(i).hash());
      if (!isSame) {
        return rendered.resuming(done, ResumeFailures.different(step, left, now).problem());
      }
    }
    return rendered.resuming(done, rendered.unknown());
  }

  List<ChangedRevision> changedSinceApplied(RevisionMap map) {
    context.learnOfServer();
    List<ChangedRevision> changed = new ArrayList<>();
    for (JournalEntry entry : ask(Journal::applied, List.<JournalEntry>of())) {
      if (entry.hash() != null && map.contains(entry.revision())) {
        RevisionStep step =
            MigrationStep.upgradeFrom(map, map.getRevisions(entry.revision()).get(0));
        digestOf(rendered(step))
            .filter(hash -> !hash.equals(entry.hash()))
            .ifPresent(hash -> changed.add(new ChangedRevision(step.revision(), entry, hash)));
      }
    }
    return List.copyOf(changed);
  }

  /** Returns the digest of a step by which the journal knows what it executed; nothing where that is not known. */
  private Optional<String> digestOf(PlannedStep step) {
    return step.isKnown()
        ? Optional.ofNullable(JournaledStatement.digestOf(step.statements().stream()
            .map(sql -> JournaledStatement.of(context.dialect(), sql))
            .toList()))
        : Optional.empty();
  }

  /** Something that the journal is asked. */
  @FunctionalInterface
  private interface Question<T> {
    T to(Journal journal) throws SQLException;
  }

  private <T> T ask(Question<T> question, T otherwise) {
    try {
      return journal == null ? otherwise : question.to(journal);
    } catch (SQLException e) {
      throw ResumeFailures.unavailable(context.dialect(), context.opts().journalTable(), e);
    }
  }
}
