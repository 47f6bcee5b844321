package dev.lambic.processor;

import dev.lambic.Migration;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with a revision as a class: what keeps the index from making an instance, or a run from using it. */
final class ClassCheck {
  private final Elements elements;
  private final Types types;
  private final IndexName index;
  private @Nullable TypeMirror migration;

  ClassCheck(ProcessingEnvironment environment, IndexName index) {
    this.elements = environment.getElementUtils();
    this.types = environment.getTypeUtils();
    this.index = index;
  }

  List<Finding> check(RevisionClass revision) {
    TypeElement type = revision.type();
    if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
      return List.of(Finding.atAnnotation(revision, notAClass(type)));
    }
    List<Finding> findings = new ArrayList<>();
    boolean isAbstract = type.getModifiers().contains(Modifier.ABSTRACT);
    if (isAbstract) {
      findings.add(Finding.atClass(revision, isAbstract(type)));
    }
    if (isInner(type)) {
      findings.add(Finding.atClass(revision, isInnerClass(type)));
    }
    Optional<Problem> hidden = whatHides(revision);
    hidden.ifPresent(problem -> findings.add(Finding.atClass(revision, problem)));
    if (revision.missing().isEmpty() && !isMigration(type)) {
      findings.add(Finding.atClass(revision, notAMigration(type)));
    }
    // The constructor of an abstract class is not for the index; that of a hidden class is hidden
    // with it.
    if (!isAbstract && hidden.isEmpty()) {
      findings.addAll(checkConstructor(revision));
    }
    return findings;
  }

  private static Problem notAClass(TypeElement type) {
    String kind = switch (type.getKind()) {
      case ENUM -> "enum";
      case ANNOTATION_TYPE -> "annotation";
      default -> "interface";
    };
    return Problem.of(
            ProblemId.ANNOTATION_NOT_ON_CLASS,
            "@Revision is on the " + kind + " '" + type + "'; only a class can be a revision.")
        .fix("make it a class that implements Migration, or remove @Revision.");
  }

  private static Problem isAbstract(TypeElement type) {
    return Problem.of(ProblemId.CLASS_NOT_CONCRETE, "Revision class '" + type + "' is abstract.")
        .fix("remove 'abstract', or move @Revision to a class that extends it.");
  }

  private static boolean isInner(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC);
  }

  private static Problem isInnerClass(TypeElement type) {
    return Problem.of(
            ProblemId.CLASS_NOT_STATIC,
            "Revision class '" + type + "' exists only within an instance of '"
                + type.getEnclosingElement() + "'.")
        .fix("make it static, or move it to a file of its own.");
  }

  /** Returns what keeps the index from seeing the class, if anything does: the outermost such thing. */
  private Optional<Problem> whatHides(RevisionClass revision) {
    if (revision.packageName().isEmpty() && !isBesideIndex(revision)) {
      return Optional.of(inNoPackage(revision));
    }
    Optional<Problem> outermost = Optional.empty();
    for (Element e = revision.type(); e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (isHidden(revision, e)) {
        outermost = Optional.of(hidden(revision, e));
      }
    }
    return outermost;
  }

  private boolean isBesideIndex(RevisionClass revision) {
    return revision.packageName().equals(index.packageName());
  }

  private boolean isHidden(RevisionClass revision, Element element) {
    Set<Modifier> modifiers = element.getModifiers();
    return modifiers.contains(Modifier.PRIVATE)
        || (!isBesideIndex(revision) && !modifiers.contains(Modifier.PUBLIC));
  }

  private Problem inNoPackage(RevisionClass revision) {
    return Problem.of(
            ProblemId.CLASS_NOT_ACCESSIBLE,
            "Revision class '" + revision.name()
                + "' is in no package, but other revisions are in one.")
        .with("index in", index.packageLabel())
        .fix("move the class to a package.");
  }

  private Problem hidden(RevisionClass revision, Element element) {
    boolean isNested = !element.equals(revision.type());
    String subject = "Revision class '" + revision.name() + "' is "
        + (isNested ? "inside '" + element + "', which is " : "");
    String target = isNested ? "'" + element.getSimpleName() + "'" : "the class";
    return element.getModifiers().contains(Modifier.PRIVATE)
        ? Problem.of(ProblemId.CLASS_NOT_ACCESSIBLE, subject + "private.")
            .fix(
                isBesideIndex(revision)
                    ? "remove 'private' from " + target + "."
                    : "make " + target + " public.")
        : withBothPackages(
                revision,
                Problem.of(
                    ProblemId.CLASS_NOT_ACCESSIBLE,
                    subject + "not public, but the revision index is in another package."))
            .fix("make " + target + " public.")
            .fix("move it to " + index.packageLabel() + ".");
  }

  private Problem withBothPackages(RevisionClass revision, Problem problem) {
    return problem
        .with("class in", "package '" + revision.packageName() + "'")
        .with("index in", index.packageLabel());
  }

  private boolean isMigration(TypeElement type) {
    if (migration == null) {
      migration = typeOf(Migration.class);
    }
    return types.isSubtype(types.erasure(type.asType()), migration);
  }

  private static Problem notAMigration(TypeElement type) {
    return Problem.of(
            ProblemId.CLASS_NOT_A_MIGRATION,
            "Revision class '" + type + "' does not implement '" + Migration.class.getName() + "'.")
        .fix("add 'implements Migration', or remove @Revision.");
  }

  private List<Finding> checkConstructor(RevisionClass revision) {
    TypeElement type = revision.type();
    Optional<ExecutableElement> usable =
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .filter(constructor -> constructor.getParameters().isEmpty())
            .findFirst();
    if (usable.isEmpty()) {
      return List.of(Finding.atClass(revision, withoutConstructor(type)));
    }
    ExecutableElement constructor = usable.get();
    List<Finding> findings = new ArrayList<>();
    if (isHidden(revision, constructor)) {
      findings.add(
          Finding.atElement(revision, constructor, hiddenConstructor(revision, constructor)));
    }
    constructor.getThrownTypes().stream()
        .filter(this::isChecked)
        .forEach(thrown -> findings.add(
            Finding.atElement(revision, constructor, throwingConstructor(type, thrown))));
    return findings;
  }

  private static Problem withoutConstructor(TypeElement type) {
    return Problem.of(
            ProblemId.CLASS_WITHOUT_CONSTRUCTOR,
            "Revision class '" + type + "' has no constructor without parameters.")
        .fix("add one.");
  }

  private Problem hiddenConstructor(RevisionClass revision, ExecutableElement constructor) {
    String subject = "The constructor of revision class '" + revision.name() + "' is ";
    return constructor.getModifiers().contains(Modifier.PRIVATE)
        ? Problem.of(ProblemId.CLASS_WITHOUT_CONSTRUCTOR, subject + "private.")
            .fix(isBesideIndex(revision) ? "remove 'private'." : "make the constructor public.")
        : withBothPackages(
                revision,
                Problem.of(
                    ProblemId.CLASS_WITHOUT_CONSTRUCTOR,
                    subject + "not public, but the revision index is in another package."))
            .fix("make the constructor public.");
  }

  private boolean isChecked(TypeMirror thrown) {
    return thrown.getKind() != TypeKind.ERROR
        && !types.isSubtype(thrown, typeOf(RuntimeException.class))
        && !types.isSubtype(thrown, typeOf(Error.class));
  }

  private TypeMirror typeOf(Class<?> type) {
    return elements.getTypeElement(type.getName()).asType();
  }

  private static Problem throwingConstructor(TypeElement type, TypeMirror thrown) {
    return Problem.of(
            ProblemId.CLASS_WITHOUT_CONSTRUCTOR,
            "The constructor of revision class '" + type + "' throws '" + thrown + "'.")
        .fix("catch the exception in the constructor, or move the work to 'upgrade'.");
  }
}
