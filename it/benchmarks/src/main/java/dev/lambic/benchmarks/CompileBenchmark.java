package dev.lambic.benchmarks;

import dev.lambic.Revision;
import dev.lambic.processor.RevisionProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/**
 * What the annotation processor adds to the time that javac takes. Measures the processor time of the compiler's thread, for
 * each way in turn, over and over in one JVM. See {@code docs/performance.md}.
 *
 * <pre>{@code
 * it/benchmarks/run compile 1000 20
 * }</pre>
 */
public final class CompileBenchmark {
  private CompileBenchmark() {}

  /** Takes the number of revision classes, and how often to compile them. */
  public static void main(String[] arguments) throws IOException {
    List<JavaFileObject> sources = RevisionSources.of(Integer.parseInt(arguments[0]));
    int times = Integer.parseInt(arguments[1]);
    Map<String, Supplier<Optional<Processor>>> ways = new LinkedHashMap<>();
    ways.put("no processor", Optional::empty);
    ways.put("a processor that does nothing", () -> Optional.of(new Idle(false)));
    ways.put("a processor that writes an empty class", () -> Optional.of(new Idle(true)));
    ways.put("Lambic's processor", () -> Optional.of(new RevisionProcessor()));
    Map<String, long[]> measured = new LinkedHashMap<>();
    ways.keySet().forEach(way -> measured.put(way, new long[times]));
    for (int i = 0; i < times; i++) {
      for (Map.Entry<String, Supplier<Optional<Processor>>> way : ways.entrySet()) {
        measured.get(way.getKey())[i] = compile(sources, way.getValue().get());
      }
    }
    measured.forEach(CompileBenchmark::print);
  }

  /** Leaves out the first third, in which the JVM is still warming up. */
  private static void print(String way, long[] nanoseconds) {
    long[] warm = Arrays.copyOfRange(nanoseconds, nanoseconds.length / 3, nanoseconds.length);
    Arrays.sort(warm);
    System.out.printf(
        Locale.ROOT,
        "%-40s first %6d ms, median %6d ms, least %6d ms%n",
        way,
        nanoseconds[0] / 1_000_000,
        warm[warm.length / 2] / 1_000_000,
        warm[0] / 1_000_000);
  }

  private static long compile(List<JavaFileObject> sources, Optional<Processor> processor)
      throws IOException {
    Path output = Files.createTempDirectory("compile-benchmark");
    try {
      return Compilation.of(sources).to(output).with(processor.stream().toArray(Processor[]::new));
    } finally {
      Folders.delete(output);
    }
  }

  /** Somebody's processor that has an interest in revisions, and does next to nothing. */
  private static final class Idle extends AbstractProcessor {
    private boolean writes;

    Idle(boolean writes) {
      this.writes = writes;
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
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (writes) {
        writes = false;
        try (Writer out =
            processingEnv.getFiler().createSourceFile("com.acme.Empty").openWriter()) {
          out.write("package com.acme;\n\nfinal class Empty {}\n");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }
}
