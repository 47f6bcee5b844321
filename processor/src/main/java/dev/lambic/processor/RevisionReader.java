package dev.lambic.processor;

import dev.lambic.Migration;
import dev.lambic.Revision;
import dev.lambic.script.RevisionEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads classes marked {@code @Revision}. Judges nothing. */
final class RevisionReader {
  private static final String DOWNGRADE = "downgrade";

  private final Elements elements;

  /** The {@code downgrade} that only refuses. */
  private @Nullable ExecutableElement refusing;

  /** Makes a reader for one round. */
  RevisionReader(Elements elements) {
    this.elements = elements;
  }

  /** Reads the class of this name, which was seen with the annotation in this round or an earlier one. */
  RevisionClass read(String name) {
    try {
      return read(Objects.requireNonNull(elements.getTypeElement(name), "gone"));
    } catch (RuntimeException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }

  /** Reads a class that has the annotation. */
  RevisionClass read(TypeElement type) {
    AnnotationMirror annotation = revisionOf(type).orElseThrow();
    String packageName = elements.getPackageOf(type).getQualifiedName().toString();
    return new RevisionClass(
        type,
        packageName,
        outermostName(type),
        annotation,
        entry(type, annotation),
        missing(type, annotation));
  }

  private static String outermostName(TypeElement type) {
    TypeElement outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement around) {
      outermost = around;
    }
    return outermost.getQualifiedName().toString();
  }

  boolean isRevision(TypeElement type) {
    return revisionOf(type).isPresent();
  }

  private static Optional<? extends AnnotationMirror> revisionOf(TypeElement type) {
    return AnnotationValues.of(type, Revision.class);
  }

  private RevisionEntry entry(TypeElement type, AnnotationMirror annotation) {
    String className = elements.getBinaryName(type).toString();
    return new RevisionEntry(
        text(annotation, "id"),
        texts(annotation, "downRevision"),
        texts(annotation, "dependsOn"),
        texts(annotation, "branchLabels"),
        text(annotation, "message"),
        text(annotation, "createDate"),
        className,
        isReversible(type),
        !AnnotationValues.isFalse(annotation, "transactional"));
  }

  private static String text(AnnotationMirror annotation, String attribute) {
    return texts(annotation, attribute).stream().findFirst().orElse("");
  }

  private static List<String> texts(AnnotationMirror annotation, String attribute) {
    return AnnotationValues.readable(annotation, attribute).stream()
        .map(AnnotationValues::text)
        .toList();
  }

  /** Tells whether a migration has a {@code downgrade} other than the one that only refuses. */
  private boolean isReversible(TypeElement type) {
    Predicate<ExecutableElement> isReal = method -> elements.overrides(method, refusing(), type);
    // To collect what a class inherits takes long, and most have it themselves or inherit nothing.
    return downgrades(type.getEnclosedElements()).anyMatch(isReal)
        || (inheritsMore(type) && downgrades(elements.getAllMembers(type)).anyMatch(isReal));
  }

  private static boolean inheritsMore(TypeElement type) {
    return type.getInterfaces().size() != 1
        || !type.getInterfaces().get(0).toString().equals(Migration.class.getName())
        || !type.getSuperclass().toString().equals(Object.class.getName());
  }

  private ExecutableElement refusing() {
    if (refusing == null) {
      TypeElement migration = elements.getTypeElement(Migration.class.getName());
      refusing = downgrades(migration.getEnclosedElements()).findAny().orElseThrow();
    }
    return refusing;
  }

  private static Stream<ExecutableElement> downgrades(List<? extends Element> members) {
    return ElementFilter.methodsIn(members).stream()
        .filter(method -> method.getSimpleName().contentEquals(DOWNGRADE));
  }

  private static List<String> missing(TypeElement type, AnnotationMirror annotation) {
    Set<String> missing = new LinkedHashSet<>();
    if (AnnotationValues.readable(annotation, "id").isEmpty()) {
      missing.add("the constant in 'id'");
    }
    for (String attribute : AnnotationValues.names(annotation)) {
      if (AnnotationValues.isUnresolved(annotation, attribute)) {
        missing.add("the constant in '" + attribute + "'");
      }
    }
    addMissingSupertypes(type, missing, new LinkedHashSet<>());
    return List.copyOf(missing);
  }

  private static void addMissingSupertypes(
      TypeElement type, Set<String> missing, Set<TypeElement> seen) {
    List<TypeMirror> supertypes = new ArrayList<>(type.getInterfaces());
    supertypes.add(0, type.getSuperclass());
    for (TypeMirror supertype : supertypes) {
      if (supertype.getKind() == TypeKind.ERROR) {
        missing.add("'" + supertype + "'");
      } else if (supertype.getKind() == TypeKind.DECLARED) {
        TypeElement next = (TypeElement) ((DeclaredType) supertype).asElement();
        if (seen.add(next)) {
          addMissingSupertypes(next, missing, seen);
        }
      }
    }
  }
}
