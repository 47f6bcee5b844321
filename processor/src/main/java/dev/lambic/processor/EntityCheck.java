package dev.lambic.processor;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic.Kind;

/**
 * Warns about revisions that refer to entity classes of the application. An entity changes with the application, and so
 * would what the revision does, long after it has been applied somewhere.
 *
 * <p>javac shows the bodies of methods, and there each reference is found. Other compilers, and javac inside a build tool
 * that hides it, show no more than the types of fields, parameters, results and ancestors.
 */
final class EntityCheck {
  private static final List<String> MARKS = List.of(
      "jakarta.persistence.Entity",
      "jakarta.persistence.Embeddable",
      "jakarta.persistence.MappedSuperclass",
      "javax.persistence.Entity",
      "javax.persistence.Embeddable",
      "javax.persistence.MappedSuperclass");

  private final Elements elements;
  private final Messager messager;
  private final Optional<BodyReferences> bodies;
  private final Map<String, Boolean> known = new LinkedHashMap<>();

  EntityCheck(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.messager = environment.getMessager();
    this.bodies = BodyReferences.in(environment);
  }

  /** Tells whether there can be entities at all in what is compiled. */
  boolean isDue() {
    return MARKS.stream().anyMatch(mark -> elements.getTypeElement(mark) != null);
  }

  /** Warns about the entities that a revision refers to, each once. */
  void check(RevisionClass revision) {
    if (Suppressions.suppress(revision.type(), ProblemId.ENTITY_REFERENCE)) {
      return;
    }
    Set<String> reported = new LinkedHashSet<>();
    boolean hasBodies = bodies.isPresent()
        && bodies
            .get()
            .visit(
                revision.type(),
                reference -> reference.candidates().stream()
                    .filter(this::isEntity)
                    .findFirst()
                    .filter(reported::add)
                    .ifPresent(
                        entity -> reference.warn(warning(revision, entity).render())));
    if (!hasBodies) {
      signatures(revision.type(), (element, entity) -> {
        if (reported.add(entity)) {
          messager.printMessage(Kind.WARNING, warning(revision, entity).render(), element);
        }
      });
    }
  }

  private boolean isEntity(String name) {
    return known.computeIfAbsent(name, n -> {
      TypeElement type = elements.getTypeElement(n);
      return type != null && isEntity(type);
    });
  }

  private static boolean isEntity(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .anyMatch(mark -> mark.getAnnotationType().asElement() instanceof TypeElement mirror
            && MARKS.contains(mirror.getQualifiedName().toString()));
  }

  private static Problem warning(RevisionClass revision, String entity) {
    return Problem.of(
            ProblemId.ENTITY_REFERENCE,
            "Revision '" + revision.entry().id() + "' refers to the entity '" + entity
                + "', which will change under it.")
        .with("revision", revision.entry().label())
        .fix("name tables and columns, or copy what the revision needs of the entity into it.")
        .fix("or, if it must be so, mark the class @SuppressWarnings(\""
            + ProblemId.ENTITY_REFERENCE.text() + "\").");
  }

  /** Takes an element and the name of an entity that its declaration mentions. */
  private interface Mention {
    void at(Element element, String entity);
  }

  private static void signatures(TypeElement type, Mention mention) {
    mention(type, type.getSuperclass(), mention);
    type.getInterfaces().forEach(ancestor -> mention(type, ancestor, mention));
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof ExecutableElement method) {
        mention(method, method.getReturnType(), mention);
        method.getThrownTypes().forEach(thrown -> mention(method, thrown, mention));
        for (VariableElement parameter : method.getParameters()) {
          mention(parameter, parameter.asType(), mention);
        }
      }
    }
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      mention(field, field.asType(), mention);
    }
  }

  private static void mention(Element at, TypeMirror type, Mention mention) {
    for (TypeElement named : typesIn(type)) {
      if (isEntity(named)) {
        mention.at(at, named.getQualifiedName().toString());
      }
    }
  }

  private static List<TypeElement> typesIn(TypeMirror type) {
    List<TypeElement> found = new ArrayList<>();
    if (type instanceof DeclaredType declared) {
      found.add((TypeElement) declared.asElement());
      declared.getTypeArguments().forEach(argument -> found.addAll(typesIn(argument)));
    }
    return found;
  }
}
