package dev.lambic.script;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.RevisionException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A revision that a history could get: found to fit, but not written yet. Mirrors the first half of Alembic's {@code
 * generate_revision}.
 *
 * @param id the id
 * @param parents the revisions that it comes right after, each once
 * @param dependsOn the ids and branch labels of what it needs besides
 * @param branchLabels the labels that it declares
 * @param message what it does; may be empty
 */
public record RevisionDraft(
    String id,
    List<Script> parents,
    List<String> dependsOn,
    List<String> branchLabels,
    String message) {

  /** Where the digits of a UUID begin that Alembic, too, takes for an id. */
  private static final int LAST_TWELVE_DIGITS = 24;

  public RevisionDraft {
    parents = List.copyOf(parents);
    dependsOn = List.copyOf(dependsOn);
    branchLabels = List.copyOf(branchLabels);
  }

  /**
   * Works out what a request comes to.
   *
   * @throws RevisionException if it names something that the history does not have, a parent twice, or one that is no head
   *     without saying so; or if the history would not be sound with it
   */
  public static RevisionDraft of(RevisionMap map, RevisionRequest request) {
    List<Script> parents = map.getRevisions(request.heads());
    refuseDuplicates(parents);
    if (!request.splice()) {
      refuseInner(parents);
    }
    RevisionDraft draft = new RevisionDraft(
        request.id().orElseGet(RevisionDraft::randomId),
        parents,
        request.dependsOn().stream()
            .flatMap(symbol -> dependencies(map, symbol).stream())
            .toList(),
        request.branchLabels(),
        request.message());
    List<RevisionEntry> entries = new ArrayList<>(map.entries());
    entries.add(draft.entry("(new)", ""));
    GraphCheck.refuseUnsound(entries);
    return draft;
  }

  private static String randomId() {
    return UUID.randomUUID().toString().substring(LAST_TWELVE_DIGITS);
  }

  /** A branch label stays one: what it names may move on. */
  private static List<String> dependencies(RevisionMap map, String symbol) {
    List<Script> found = map.getRevisions(symbol);
    boolean isLabel = found.stream().anyMatch(one -> one.declaredBranchLabels().contains(symbol));
    return isLabel ? List.of(symbol) : found.stream().map(Script::revision).toList();
  }

  private static void refuseDuplicates(List<Script> parents) {
    List<Script> seen = new ArrayList<>();
    for (Script parent : parents) {
      if (seen.contains(parent)) {
        throw new RevisionException(Problem.of(
                ProblemId.DUPLICATE_PARENT,
                "The new revision would come after the same revision twice.")
            .with("revision", parent.label())
            .fix("name each parent once."));
      }
      seen.add(parent);
    }
  }

  private static void refuseInner(List<Script> parents) {
    for (Script parent : parents) {
      if (!parent.isHead()) {
        throw new RevisionException(
            Problem.of(ProblemId.NOT_A_HEAD, "Revision '" + parent.revision() + "' is not a head.")
                .with("revision", parent.label())
                .with("before", String.join(", ", parent.nextRevisions()))
                .fix("name a head, or leave the parent out for the only head there is.")
                .fix("or, to begin another branch there, set 'splice'."));
      }
    }
  }

  /** Returns what the class of the revision will say. */
  public RevisionEntry entry(String className, String createDate) {
    return new RevisionEntry(
        id, parentIds(), dependsOn, branchLabels, message, createDate, className, true, true);
  }

  /** Returns the ids of the parents. */
  public List<String> parentIds() {
    return parents.stream().map(Script::revision).toList();
  }
}
