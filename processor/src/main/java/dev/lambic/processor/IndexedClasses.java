package dev.lambic.processor;

import dev.lambic.script.RevisionIndex;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The classes that the indexes of other modules list. A compiler shows no code of a class file, but its constants: each
 * index names its classes in some.
 */
final class IndexedClasses {
  /** How the names of the constants begin. */
  static final String CONSTANT = "CLASSES_";

  private final Elements elements;

  IndexedClasses(Elements elements) {
    this.elements = elements;
  }

  /** Returns the names of the classes that indexes list, each once. */
  Set<String> listedBy(Collection<TypeElement> indexes) {
    Set<String> names = new LinkedHashSet<>();
    for (TypeElement index : indexes) {
      for (VariableElement field : ElementFilter.fieldsIn(index.getEnclosedElements())) {
        if (field.getSimpleName().toString().startsWith(CONSTANT)
            && field.getConstantValue() instanceof String list) {
          names.addAll(List.of(list.split(" ")));
        }
      }
    }
    return names;
  }

  /** Returns the indexes in the modules that a named module is compiled with. */
  List<TypeElement> inModules(ModuleElement own) {
    return elements.getAllModuleElements().stream()
        .filter(module -> !module.equals(own) && !module.isUnnamed() && !isOfTheJdk(module))
        .flatMap(module -> inModule(module))
        .toList();
  }

  private static boolean isOfTheJdk(ModuleElement module) {
    String name = module.getQualifiedName().toString();
    return name.startsWith("java.") || name.startsWith("jdk.");
  }

  private Stream<TypeElement> inModule(ModuleElement module) {
    Stream<TypeElement> provided = ElementFilter.providesIn(ModuleDirectives.of(module)).stream()
        .filter(IndexedClasses::isOfIndexes)
        .flatMap(provides -> provides.getImplementations().stream());
    // An automatic module exports all its packages, and what it provides is not shown.
    Stream<TypeElement> automatic = ElementFilter.exportsIn(ModuleDirectives.of(module)).stream()
        .flatMap(exports -> indexesIn(exports.getPackage()));
    return Stream.concat(provided, automatic).distinct();
  }

  static boolean isOfIndexes(ProvidesDirective provides) {
    return provides.getService().getQualifiedName().contentEquals(RevisionIndex.class.getName());
  }

  private static Stream<TypeElement> indexesIn(PackageElement packageElement) {
    return packageElement.getEnclosedElements().stream()
        .filter(type -> type.getSimpleName().toString().startsWith(IndexName.PREFIX))
        .filter((Element type) -> type instanceof TypeElement)
        .map(type -> (TypeElement) type);
  }
}
