package dev.lambic.processor;

import dev.lambic.error.Problem;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A problem, and the smallest thing in the source that it can be pinned to.
 *
 * @param kind how bad it is
 * @param problem what is wrong
 * @param owner the name of the class that it was found in
 * @param element the class, or a constructor of it
 * @param annotation the annotation at fault, if it is that
 * @param value the value in the annotation at fault, if it is that
 */
record Finding(
    Kind kind,
    Problem problem,
    String owner,
    Element element,
    @Nullable AnnotationMirror annotation,
    @Nullable AnnotationValue value) {

  static Finding atValue(RevisionClass revision, AnnotationValue value, Problem problem) {
    return new Finding(
        Kind.ERROR, problem, revision.name(), revision.type(), revision.annotation(), value);
  }

  static Finding atAnnotation(RevisionClass revision, Problem problem) {
    return new Finding(
        Kind.ERROR, problem, revision.name(), revision.type(), revision.annotation(), null);
  }

  static Finding atClass(RevisionClass revision, Problem problem) {
    return atElement(revision, revision.type(), problem);
  }

  static Finding atElement(RevisionClass revision, Element element, Problem problem) {
    return new Finding(Kind.ERROR, problem, revision.name(), element, null, null);
  }

  Finding as(Kind other) {
    return new Finding(other, problem, owner, element, annotation, value);
  }

  boolean isError() {
    return kind == Kind.ERROR;
  }

  /** Reports the finding, unless it is a warning that the source does not want. */
  void reportTo(Messager messager) {
    if (isError() || !Suppressions.suppress(element, problem.id())) {
      messager.printMessage(kind, problem.render(), element, annotation, shown(messager));
    }
  }

  /** Eclipse's compilers find the place of a whole attribute, but not of one value in a list of them. */
  private @Nullable AnnotationValue shown(Messager messager) {
    boolean isEclipse = messager.getClass().getName().startsWith("org.eclipse.");
    return isEclipse && annotation != null && value != null
        ? AnnotationValues.around(annotation, value)
        : value;
  }
}
