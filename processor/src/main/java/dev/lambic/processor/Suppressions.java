package dev.lambic.processor;

import dev.lambic.error.ProblemId;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Finds which warnings a class or one around it does not want; a warning's key is the id of its problem. */
final class Suppressions {
  private Suppressions() {}

  static boolean suppress(Element element, ProblemId id) {
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      if (AnnotationValues.of(e, SuppressWarnings.class)
          .filter(annotation -> names(annotation, id.text()))
          .isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(AnnotationMirror annotation, String key) {
    List<AnnotationValue> values = AnnotationValues.readable(annotation, "value");
    return values.stream().map(AnnotationValues::text).anyMatch(key::equals);
  }
}
