package dev.lambic.benchmarks;

import dev.lambic.Revision;
import dev.lambic.benchmarks.Rounds.Job;
import dev.lambic.processor.RevisionProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  static final String WITHOUT = "no processor (`-proc:none`)";
  static final String WITH = "Lambic's processor";

  private CompileBenchmark() {}

  /** Takes the number of revision classes, and how often to compile them. */
  public static void main(String[] arguments) throws Exception {
    int times = Integer.parseInt(arguments[1], 10);
    // The first third is left out, in which the JVM is still warming up.
    Rounds rounds = new Rounds(times / 3, times - times / 3);
    new Report()
        .comparison(
            arguments[0] + " revisions", "ms", measure(Integer.parseInt(arguments[0], 10), rounds));
  }

  /** Returns the milliseconds of processor time that each way takes; the first is without a processor. */
  static Map<String, Samples> measure(int revisions, Rounds rounds) throws Exception {
    List<JavaFileObject> sources = RevisionSources.of(revisions);
    Map<String, Job> ways = new LinkedHashMap<>();
    ways.put(WITHOUT, () -> compile(sources));
    ways.put("a processor that does nothing", () -> compile(sources, new Idle(false)));
    ways.put("a processor that writes an empty class", () -> compile(sources, new Idle(true)));
    ways.put(WITH, () -> compile(sources, new RevisionProcessor()));
    return rounds.of(ways);
  }

  private static double compile(List<JavaFileObject> sources, Processor... processors)
      throws IOException {
    Path output = Files.createTempDirectory("compile-benchmark");
    try {
      return Compilation.of(sources).to(output).with(processors) / 1e6;
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
