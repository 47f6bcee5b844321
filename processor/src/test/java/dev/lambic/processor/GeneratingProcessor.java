package dev.lambic.processor;

import dev.lambic.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/** Somebody else's processor: generates one source in one round. */
final class GeneratingProcessor extends AbstractProcessor {
  static final int LAST = -1;

  private final int wantedRound;
  private final JavaFileObject source;
  private int round;

  GeneratingProcessor(int wantedRound, JavaFileObject source) {
    this.wantedRound = wantedRound;
    this.source = source;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Revision.class.getName());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
    round++;
    if (environment.processingOver() ? wantedRound == LAST : wantedRound == round) {
      write();
    }
    return false;
  }

  private void write() {
    String name = source.getName().replace(".java", "").replace('/', '.');
    try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
      writer.write(source.getCharContent(true).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
