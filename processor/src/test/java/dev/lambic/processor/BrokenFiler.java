package dev.lambic.processor;

import java.lang.reflect.Proxy;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Runs a processor that cannot write files. */
final class BrokenFiler extends AbstractProcessor {
  private final Processor processor;
  private final Exception failure;

  BrokenFiler(Processor processor, Exception failure) {
    this.processor = processor;
    this.failure = failure;
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Filer filer = proxy(Filer.class, (proxy, method, arguments) -> {
      if (method.getName().startsWith("create")) {
        throw failure;
      }
      throw new NoSuchFileException("nothing to read");
    });
    processor.init(proxy(ProcessingEnvironment.class, (proxy, method, arguments) -> {
      if (method.getName().equals("getFiler")) {
        return filer;
      }
      return method.invoke(environment, arguments);
    }));
  }

  private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return processor.getSupportedAnnotationTypes();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return processor.getSupportedSourceVersion();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return processor.process(annotations, round);
  }
}
