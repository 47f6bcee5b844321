package dev.lambic.processor;

import com.sun.source.util.Trees;
import dev.lambic.Revision;
import dev.lambic.script.RevisionEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Reads the revisions of a compilation and judges nothing: takes the place of all processors where sources are read that
 * need not compile. For javac alone, and for one compilation.
 */
public final class RevisionCollector extends AbstractProcessor {
  private final List<Found> found = new ArrayList<>();
  private boolean hasRun;

  /**
   * A revision as its source has it.
   *
   * @param entry what its annotation says; values that cannot be resolved are left out
   * @param file the file that it stands in
   * @param packageName the package of that file; empty for none
   * @param isWhole whether all that it refers to is there
   */
  public record Found(RevisionEntry entry, Path file, String packageName, boolean isWhole) {}

  /** Makes a collector that has found nothing yet. */
  public RevisionCollector() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    hasRun = true;
    RevisionReader reader = new RevisionReader(processingEnv.getElementUtils());
    annotations.stream()
        .filter(annotation -> annotation.getQualifiedName().contentEquals(Revision.class.getName()))
        .flatMap(annotation ->
            ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)).stream())
        .map(type -> found(reader.read(type)))
        .sorted(Comparator.comparing((Found one) -> one.entry().className()))
        .forEach(found::add);
    return false;
  }

  private Found found(RevisionClass revision) {
    Path file = Path.of(Trees.instance(processingEnv)
        .getPath(revision.type())
        .getCompilationUnit()
        .getSourceFile()
        .toUri());
    return new Found(
        revision.entry(), file, revision.packageName(), revision.missing().isEmpty());
  }

  /** Tells whether the compiler has come as far as to ask processors. */
  public boolean hasRun() {
    return hasRun;
  }

  /** Returns the revisions, by the order of their classes' names. */
  public List<Found> found() {
    return List.copyOf(found);
  }
}
