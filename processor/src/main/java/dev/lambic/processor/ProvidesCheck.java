package dev.lambic.processor;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Sees that a named module declares what it provides: there, the files of {@code META-INF/services} do not count. */
final class ProvidesCheck {
  private ProvidesCheck() {}

  /**
   * Returns what the declaration lacks, if anything.
   *
   * @param module the module that is compiled, if the compiler knows of modules
   * @param providers the names of the classes through which it provides the service
   */
  static Optional<Problem> check(
      @Nullable ModuleElement module, Class<?> service, Set<String> providers) {
    if (module == null || module.isUnnamed() || !ModuleDirectives.areReadable(module)) {
      return Optional.empty();
    }
    Set<String> declared = declared(module, service);
    if (declared.equals(new TreeSet<>(providers))) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>(List.of("provides " + service.getName() + " with"));
    lines.add("    " + providers.stream().sorted().collect(Collectors.joining(",\n    ")) + ";");
    Problem problem = Problem.of(
        ProblemId.MISSING_PROVIDES,
        "Module '" + module.getQualifiedName() + "' does not provide '" + service.getName()
            + "', so that nobody would find its " + subject(service) + ".");
    return Optional.of(
        (declared.isEmpty() ? problem : problem.with("declared", String.join(", ", declared)))
            .fix((declared.isEmpty() ? "add to" : "correct in") + " its module-info.java:\n"
                + String.join("\n", lines)));
  }

  private static String subject(Class<?> service) {
    return service.getSimpleName().equals("Environment") ? "environment" : "revisions";
  }

  private static Set<String> declared(ModuleElement module, Class<?> service) {
    return ElementFilter.providesIn(ModuleDirectives.of(module)).stream()
        .filter(provides -> isOf(provides, service))
        .flatMap(provides -> provides.getImplementations().stream())
        .map((TypeElement type) -> type.getQualifiedName().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOf(ProvidesDirective provides, Class<?> service) {
    return provides.getService().getQualifiedName().contentEquals(service.getName());
  }
}
