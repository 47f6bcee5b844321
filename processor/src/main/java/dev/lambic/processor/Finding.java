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
 * @param revision the class that it was found in
 * @param problem what is wrong
 * @param element the class, or a constructor of it
 * @param annotation the annotation at fault, if it is that
 * @param value the value in the annotation at fault, if it is that
 */
record Finding(
    RevisionClass revision,
    Problem problem,
    Element element,
    @Nullable AnnotationMirror annotation,
    @Nullable AnnotationValue value) {

  static Finding atValue(RevisionClass revision, AnnotationValue value, Problem problem) {
    return new Finding(revision, problem, revision.type(), revision.annotation(), value);
  }

  static Finding atAnnotation(RevisionClass revision, Problem problem) {
    return new Finding(revision, problem, revision.type(), revision.annotation(), null);
  }

  static Finding atClass(RevisionClass revision, Problem problem) {
    return atElement(revision, revision.type(), problem);
  }

  static Finding atElement(RevisionClass revision, Element element, Problem problem) {
    return new Finding(revision, problem, element, null, null);
  }

  void reportTo(Messager messager) {
    messager.printMessage(Kind.ERROR, problem.render(), element, annotation, value);
  }
}
