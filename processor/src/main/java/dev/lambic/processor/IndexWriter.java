package dev.lambic.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.lambic.script.RevisionIndex;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Generated;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** Writes the files of an index: its source, and the file through which {@link java.util.ServiceLoader} finds it. */
final class IndexWriter {
  private static final AnnotationSpec GENERATED = AnnotationSpec.builder(Generated.class)
      .addMember("value", "$S", RevisionProcessor.class.getName())
      .build();
  private static final AnnotationSpec MAY_USE_DEPRECATED = AnnotationSpec.builder(
          SuppressWarnings.class)
      .addMember("value", "$S", "deprecation")
      .addMember("value", "$S", "removal")
      .build();

  private final Elements elements;
  private final Filer filer;

  IndexWriter(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.filer = environment.getFiler();
  }

  /** Writes the source of an index over sound revisions. */
  void writeIndex(IndexName name, List<RevisionClass> revisions) throws UnwritableException {
    List<RevisionClass> sorted = revisions.stream()
        .sorted(Comparator.comparing((RevisionClass one) -> one.entry().id())
            .thenComparing(one -> one.entry().className()))
        .toList();
    TypeSpec.Builder type = new IndexSource(name, sorted).type();
    if (canSeeGenerated(sorted.get(0))) {
      type.addAnnotation(GENERATED);
    }
    if (sorted.stream().anyMatch(this::isDeprecated)) {
      type.addAnnotation(MAY_USE_DEPRECATED);
    }
    JavaFile file =
        JavaFile.builder(name.packageName(), type.build()).indent("  ").build();
    // In one piece: JavaPoet writes word by word, and the compiler's writer has no buffer.
    String source = file.toString();
    Element[] origin = sorted.stream().map(RevisionClass::type).toArray(Element[]::new);
    try (Writer writer = filer.createSourceFile(name.qualified(), origin).openWriter()) {
      writer.write(source);
    } catch (IOException e) {
      throw new UnwritableException(name.qualified(), e);
    }
  }

  /** In a named module that does not read {@code java.compiler}, the annotation is out of sight. */
  private boolean canSeeGenerated(RevisionClass revision) {
    return elements.getTypeElement(
            elements.getModuleOf(revision.type()), Generated.class.getCanonicalName())
        != null;
  }

  private boolean isDeprecated(RevisionClass revision) {
    for (Element e = revision.type(); e != null; e = e.getEnclosingElement()) {
      if (elements.isDeprecated(e)) {
        return true;
      }
    }
    return ElementFilter.constructorsIn(revision.type().getEnclosedElements()).stream()
        .anyMatch(elements::isDeprecated);
  }

  /** Writes the file that names the indexes, over revisions of these types. */
  void writeServices(List<IndexName> indexes, List<TypeElement> origin) throws UnwritableException {
    String file = "META-INF/services/" + RevisionIndex.class.getName();
    StringBuilder text = new StringBuilder();
    indexes.stream()
        .map(IndexName::qualified)
        .sorted()
        .forEach(name -> text.append(name).append('\n'));
    try (OutputStream out = filer
        .createResource(StandardLocation.CLASS_OUTPUT, "", file, origin.toArray(Element[]::new))
        .openOutputStream()) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UnwritableException(file, e);
    }
  }
}
