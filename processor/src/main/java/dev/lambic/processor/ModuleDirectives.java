package dev.lambic.processor;

import java.util.List;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.Directive;

/** Reads the declarations of modules. Eclipse's compiler, 3.46 for one, fails to show those of some. */
final class ModuleDirectives {
  private ModuleDirectives() {}

  /** Returns the directives of a module, or none if the compiler fails to show them. */
  static List<? extends Directive> of(ModuleElement module) {
    return areReadable(module) ? module.getDirectives() : List.of();
  }

  static boolean areReadable(ModuleElement module) {
    try {
      return module.getDirectives() != null;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
