package dev.lambic.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Generated;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Writes the source of an index. */
final class IndexWriter {
  private final Elements elements;
  private final Filer filer;

  IndexWriter(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.filer = environment.getFiler();
  }

  /**
   * Writes the source of an index over sound revisions.
   *
   * @param name what it is to be called; Eclipse's batch compiler refuses to write a class once more that is on its class
   *     path, and then the name gets a number
   * @param taken the names that it cannot have
   * @return what it is called
   */
  IndexName writeIndex(IndexName name, Set<String> taken, List<RevisionClass> revisions)
      throws UnwritableException {
    List<RevisionClass> sorted = revisions.stream()
        .sorted(Comparator.comparing((RevisionClass one) -> one.entry().id())
            .thenComparing(one -> one.entry().className()))
        .toList();
    Element[] origin = sorted.stream().map(RevisionClass::type).toArray(Element[]::new);
    IndexName used = name.otherThan(taken::contains);
    try {
      JavaFileObject file;
      try {
        file = filer.createSourceFile(used.qualified(), origin);
      } catch (FilerException e) {
        used = name.otherThan(
            candidate -> taken.contains(candidate) || elements.getTypeElement(candidate) != null);
        file = filer.createSourceFile(used.qualified(), origin);
      }
      // In one piece: the compiler's writer has no buffer.
      String source = IndexSource.of(
          used,
          sorted,
          canSeeGenerated(sorted.get(0)),
          sorted.stream().anyMatch(this::isDeprecated));
      try (Writer writer = file.openWriter()) {
        writer.write(source);
      }
      return used;
    } catch (IOException e) {
      throw new UnwritableException(used.qualified(), e);
    }
  }

  /** In a named module that does not read {@code java.compiler}, the annotation is out of sight. */
  private boolean canSeeGenerated(RevisionClass revision) {
    @Nullable ModuleElement module = elements.getModuleOf(revision.type());
    String name = Generated.class.getCanonicalName();
    return (module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name))
        != null;
  }

  private boolean isDeprecated(RevisionClass revision) {
    for (Element e = revision.type(); e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (elements.isDeprecated(e)) {
        return true;
      }
    }
    return ElementFilter.constructorsIn(revision.type().getEnclosedElements()).stream()
        .anyMatch(elements::isDeprecated);
  }
}
