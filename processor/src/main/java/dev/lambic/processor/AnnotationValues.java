package dev.lambic.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Takes an annotation apart. The attributes of interest are strings or lists of strings; here, all are lists. */
final class AnnotationValues {
  private static final String UNRESOLVED = "<error>";

  private AnnotationValues() {}

  /** Returns the annotation of this type that an element has. */
  static Optional<? extends AnnotationMirror> of(Element element, Class<?> annotationType) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(annotationType.getName())) {
        return Optional.of(annotation);
      }
    }
    return Optional.empty();
  }

  /** Returns the attributes that are written in the annotation, in that order. */
  static List<String> names(AnnotationMirror annotation) {
    return annotation.getElementValues().keySet().stream()
        .map(attribute -> attribute.getSimpleName().toString())
        .toList();
  }

  /** Returns the values of an attribute that mean something; none, if it is not written in the annotation. */
  static List<AnnotationValue> readable(AnnotationMirror annotation, String attribute) {
    return written(annotation, attribute).stream()
        .filter(AnnotationValues::isResolved)
        .toList();
  }

  /** Tells whether a value of an attribute refers to something that does not exist. */
  static boolean isUnresolved(AnnotationMirror annotation, String attribute) {
    return !written(annotation, attribute).stream()
        .allMatch(value -> value.getValue() instanceof Boolean || isResolved(value));
  }

  /** Tells whether an attribute is written in the annotation as {@code false}. */
  static boolean isFalse(AnnotationMirror annotation, String attribute) {
    return written(annotation, attribute).stream()
        .anyMatch(value -> Boolean.FALSE.equals(value.getValue()));
  }

  /** Returns the whole value of the attribute that a value is in, or is. */
  static AnnotationValue around(AnnotationMirror annotation, AnnotationValue value) {
    return annotation.getElementValues().values().stream()
        .filter(whole -> whole.getValue() instanceof List<?> values && values.contains(value))
        .map(AnnotationValue.class::cast)
        .findFirst()
        .orElse(value);
  }

  static String text(AnnotationValue value) {
    return (String) value.getValue();
  }

  private static List<AnnotationValue> written(AnnotationMirror annotation, String attribute) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(attribute)) {
        return entry.getValue().getValue() instanceof List<?> values
            ? values.stream().map(AnnotationValue.class::cast).toList()
            : List.of(entry.getValue());
      }
    }
    return List.of();
  }

  /** What javac cannot resolve shows as the string {@code <error>}; unlike a real one, it prints without quotes. */
  private static boolean isResolved(AnnotationValue value) {
    return value.getValue() instanceof String text
        && !(text.equals(UNRESOLVED) && value.toString().equals(UNRESOLVED));
  }
}
