package dev.lambic.processor;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.runtime.Environment;
import dev.lambic.runtime.MigrationEnvironment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic.Kind;

/** Finds what is wrong with the classes marked {@link MigrationEnvironment}: how many there are, and each by itself. */
final class EnvironmentCheck {
  private final Elements elements;
  private final Types types;

  EnvironmentCheck(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.types = environment.getTypeUtils();
  }

  /** Returns what is wrong with these classes, which are all that the module has. */
  List<Finding> check(Collection<String> names) {
    List<Finding> findings = new ArrayList<>();
    TreeSet<String> sorted = new TreeSet<>(names);
    for (String name : sorted) {
      TypeElement type = elements.getTypeElement(name);
      if (sorted.size() > 1) {
        findings.add(atAnnotation(
            type,
            Problem.of(
                    ProblemId.UNUSABLE_ENVIRONMENT,
                    "There are " + sorted.size() + " classes marked @MigrationEnvironment.")
                .with("classes", String.join(", ", sorted))
                .fix("keep one of them.")));
      }
      findings.addAll(complaints(type));
    }
    return findings;
  }

  private static Finding atAnnotation(TypeElement type, Problem problem) {
    return new Finding(
        Kind.ERROR,
        problem,
        type.getQualifiedName().toString(),
        type,
        AnnotationValues.of(type, MigrationEnvironment.class).orElse(null),
        null);
  }

  private List<Finding> complaints(TypeElement type) {
    List<Finding> findings = new ArrayList<>();
    if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
      return List.of(atAnnotation(type, complaint(type, "is no class.", "make it one.")));
    }
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      findings.add(atClass(type, "is abstract.", "remove 'abstract'."));
    }
    if (type.getEnclosingElement() instanceof TypeElement outer
        && !type.getModifiers().contains(Modifier.STATIC)) {
      findings.add(
          atClass(type, "exists only within an instance of '" + outer + "'.", "make it static."));
    }
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (!e.getModifiers().contains(Modifier.PUBLIC)) {
        String subject = e.equals(type) ? "" : "is inside '" + e + "', which ";
        findings.add(
            atClass(type, subject + "is not public.", "make '" + e.getSimpleName() + "' public."));
      }
    }
    if (!types.isSubtype(
        types.erasure(type.asType()),
        elements.getTypeElement(Environment.class.getName()).asType())) {
      findings.add(atClass(
          type,
          "does not implement '" + Environment.class.getName() + "'.",
          "add 'implements Environment'."));
    }
    if (findings.isEmpty() && !hasUsableConstructor(type)) {
      findings.add(atClass(type, "has no public constructor without parameters.", "add one."));
    }
    return findings;
  }

  private static boolean hasUsableConstructor(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .anyMatch(constructor -> constructor.getParameters().isEmpty()
            && constructor.getModifiers().contains(Modifier.PUBLIC));
  }

  private static Finding atClass(TypeElement type, String what, String fix) {
    return new Finding(
        Kind.ERROR,
        complaint(type, what, fix),
        type.getQualifiedName().toString(),
        type,
        null,
        null);
  }

  private static Problem complaint(TypeElement type, String what, String fix) {
    return Problem.of(ProblemId.UNUSABLE_ENVIRONMENT, "Environment '" + type + "' " + what)
        .fix(fix);
  }
}
