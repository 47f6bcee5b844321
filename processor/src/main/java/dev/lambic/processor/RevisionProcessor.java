package dev.lambic.processor;

import dev.lambic.Revision;
import dev.lambic.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic.Kind;

/**
 * Checks the classes marked {@link Revision} and writes their index.
 *
 * <p>The index is written as soon as all that is known is sound: in the first round, unless a class needs something that
 * another processor has yet to generate. Revisions that appear in a later round get an index of their own, which a run
 * joins with the first. So none is left out, and no class has to be written in the last round, about which the compiler
 * would warn. What waits for the last round is the file that names the indexes, since only then all of them are known,
 * and every complaint, since until then another processor may still bring what is missing.
 */
public final class RevisionProcessor extends AbstractProcessor {
  /** Names, since elements do not outlive a round. */
  private final Set<String> pending = new LinkedHashSet<>();

  private final Set<String> indexed = new LinkedHashSet<>();
  private final List<IndexName> indexes = new ArrayList<>();
  private final Set<String> sourceTypes = new LinkedHashSet<>();
  private boolean failed;

  /** Made by the compiler. */
  public RevisionProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Revision.class.getName());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!failed) {
      try {
        collect(annotations, round);
        if (round.processingOver()) {
          finish(round.errorRaised());
        } else if (!pending.isEmpty()) {
          settle();
        }
      } catch (RuntimeException e) {
        fail(ProcessorFailure.bug(e));
      } catch (UnwritableException e) {
        fail(ProcessorFailure.unwritable(e));
      }
    }
    return false; // Other processors may want to see the annotation, too.
  }

  private void collect(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ElementFilter.typesIn(round.getRootElements())
        .forEach(type -> sourceTypes.add(type.getQualifiedName().toString()));
    for (TypeElement annotation : annotations) {
      ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))
          .forEach(type -> pending.add(type.getQualifiedName().toString()));
    }
  }

  /** Writes an index of what is pending, unless something stands against it: a later round may put that right. */
  private void settle() throws UnwritableException {
    Draft draft = draft();
    if (draft.isSound()) {
      writer().writeIndex(draft.name(), draft.classes());
      indexes.add(draft.name());
      indexed.addAll(pending);
      pending.clear();
    }
  }

  /** Names the indexes in a file of their own, or says why there are none. */
  private void finish(boolean errorRaised) throws UnwritableException {
    if (!pending.isEmpty()) {
      complain(draft(), errorRaised);
    } else if (!indexes.isEmpty() && !errorRaised) {
      Elements elements = processingEnv.getElementUtils();
      writer()
          .writeServices(indexes, indexed.stream().map(elements::getTypeElement).toList());
    }
  }

  private void complain(Draft draft, boolean errorRaised) {
    report(draft.findings());
    if (!errorRaised) {
      report(draft.unresolved()); // Otherwise only a consequence of the error.
    }
    if (draft.isSound() && !errorRaised) {
      throw new IllegalStateException("no index was written for " + pending);
    }
  }

  private void report(List<Finding> findings) {
    findings.forEach(finding -> finding.reportTo(processingEnv.getMessager()));
  }

  /**
   * An index for the revisions that have none yet.
   *
   * @param name what it will be called
   * @param classes its revisions
   * @param findings what is wrong
   * @param unresolved what is missing, which another processor may still generate
   */
  private record Draft(
      IndexName name,
      List<RevisionClass> classes,
      List<Finding> findings,
      List<Finding> unresolved) {

    boolean isSound() {
      return findings.isEmpty() && unresolved.isEmpty();
    }
  }

  private Draft draft() {
    List<RevisionClass> classes = read(pending);
    IndexName name = IndexName.of(classes, sourceTypes);
    RevisionValidator validator = new RevisionValidator(processingEnv, name);
    return new Draft(
        name, classes, validator.check(classes, read(indexed)), validator.unresolved(classes));
  }

  private List<RevisionClass> read(Set<String> names) {
    RevisionReader reader = new RevisionReader(processingEnv.getElementUtils());
    return names.stream().map(reader::read).toList();
  }

  private IndexWriter writer() {
    return new IndexWriter(processingEnv);
  }

  private void fail(Problem problem) {
    failed = true;
    processingEnv.getMessager().printMessage(Kind.ERROR, problem.render());
  }
}
