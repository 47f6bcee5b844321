package dev.lambic.script;

import dev.lambic.error.CycleDetectedException;
import dev.lambic.error.DependencyCycleDetectedException;
import dev.lambic.error.DependencyLoopDetectedException;
import dev.lambic.error.LoopDetectedException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.RevisionException;
import java.util.Comparator;

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

  /** Of several defects, Alembic complains about the first in this order. */
  static final Comparator<GraphDefect> IN_ALEMBICS_ORDER = Comparator.comparingInt(
          GraphDefect::stage)
      .thenComparingInt(defect -> defect.stage() == 0 ? defect.position() : 0)
      .thenComparing(defect -> defect.problem().id() == ProblemId.ILLEGAL_REVISION_ID);

  /** The stage of loading at which Alembic meets the defect: each revision by itself, names, edges, circles. */
  private int stage() {
    return switch (problem.id()) {
      case REVISION_LOOP, DEPENDENCY_LOOP, ILLEGAL_REVISION_ID -> 0;
      case DUPLICATE_REVISION -> 1;
      case DUPLICATE_BRANCH_LABEL -> 2;
      case MISSING_DEPENDENCY -> 3;
      case MISSING_PARENT -> 4;
      default -> 5;
    };
  }

  /** Returns the exception that a run throws for this defect. */
  RevisionException toException() {
    return switch (problem.id()) {
      case REVISION_LOOP -> new LoopDetectedException(problem);
      case DEPENDENCY_LOOP -> new DependencyLoopDetectedException(problem);
      case REVISION_CYCLE -> new CycleDetectedException(problem);
      case DEPENDENCY_CYCLE -> new DependencyCycleDetectedException(problem);
      default -> new RevisionException(problem);
    };
  }
}
