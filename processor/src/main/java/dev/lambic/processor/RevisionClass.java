package dev.lambic.processor;

import dev.lambic.script.GraphDefect.Attribute;
import dev.lambic.script.RevisionEntry;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/**
 * A class marked {@code @Revision}, as it reads in this round. The elements are for positions.
 *
 * @param type the class
 * @param packageName its package; empty if it is in none
 * @param outermostName the name of the outermost class around this one, or its own
 * @param annotation the mark
 * @param entry what the index will say of it; values that cannot be resolved are left out
 * @param missing what it refers to that does not exist, or not yet: types, and values of the annotation
 */
record RevisionClass(
    TypeElement type,
    String packageName,
    String outermostName,
    AnnotationMirror annotation,
    RevisionEntry entry,
    List<String> missing) {

  RevisionClass {
    missing = List.copyOf(missing);
  }

  /** The name as it is written in source code. */
  String name() {
    return type.getQualifiedName().toString();
  }

  /** The name as it is written in source code, and behind it the binary one where that is another. */
  String listed() {
    return name().equals(entry.className()) ? name() : name() + " " + entry.className();
  }

  boolean hasId() {
    return !AnnotationValues.readable(annotation, Attribute.ID.annotationName()).isEmpty();
  }

  /** Where an attribute stands among those that are written in the annotation. */
  int rank(Attribute attribute) {
    return AnnotationValues.names(annotation).indexOf(attribute.annotationName());
  }

  /** The value of an attribute at a position, as {@link #entry} counts them. */
  AnnotationValue value(Attribute attribute, int position) {
    return AnnotationValues.readable(annotation, attribute.annotationName()).get(position);
  }
}
