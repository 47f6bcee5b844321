package dev.lambic.script;

import dev.lambic.error.CycleDetectedException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.RevisionException;

/**
 * Something wrong with a history, and which word of which revision says so.
 *
 * @param problem what is wrong
 * @param position the position, among the entries that were checked, of the revision at fault
 * @param attribute the attribute at fault
 * @param value the position of the value at fault within the attribute
 */
public record GraphDefect(Problem problem, int position, Attribute attribute, int value) {

  /** The attributes of a revision that can be at fault. */
  public enum Attribute {
    ID("id"),
    DOWN_REVISION("downRevision"),
    DEPENDS_ON("dependsOn"),
    BRANCH_LABELS("branchLabels");

    private final String annotationName;

    Attribute(String annotationName) {
      this.annotationName = annotationName;
    }

    /** Returns the name of the attribute in {@link dev.lambic.Revision}. */
    public String annotationName() {
      return annotationName;
    }
  }

  /** Returns the exception that a run throws for this defect. */
  RevisionException toException() {
    boolean cycle =
        problem.id() == ProblemId.REVISION_CYCLE || problem.id() == ProblemId.REVISION_LOOP;
    return cycle ? new CycleDetectedException(problem) : new RevisionException(problem);
  }
}
