package dev.lambic.benchmarks;

import dev.lambic.Revision;
import dev.lambic.processor.RevisionProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
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
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the annotation processor adds to the time that javac takes. Measures the processor time of the compiler's thread, for
 * each way in turn, over and over in one JVM. See {@code docs/performance.md}.
 *
 * <pre>{@code
 * java -cp it/benchmarks/target/benchmarks.jar dev.lambic.benchmarks.CompileBenchmark 1000 20
 * }</pre>
 */
public final class CompileBenchmark {
  private CompileBenchmark() {}

  /** Takes the number of revision classes, and how often to compile them. */
  public static void main(String[] arguments) throws IOException {
    List<JavaFileObject> sources = sources(Integer.parseInt(arguments[0]));
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
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      String runtime = Path.of(URI.create(
              Revision.class.getProtectionDomain().getCodeSource().getLocation().toString()))
          .toString();
      List<String> options = new ArrayList<>(List.of("-d", output.toString(), "-cp", runtime));
      if (processor.isEmpty()) {
        options.add("-proc:none");
      }
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      JavaCompiler.CompilationTask task =
          compiler.getTask(said, files, null, options, null, sources);
      processor.ifPresent(one -> task.setProcessors(List.of(one)));
      if (!task.call()) {
        throw new IllegalStateException(said.toString());
      }
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    } finally {
      delete(output);
    }
  }

  private static void delete(Path directory) throws IOException {
    Files.walkFileTree(directory, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path folder, IOException failure)
          throws IOException {
        Files.delete(folder);
        return FileVisitResult.CONTINUE;
      }
    });
  }

  /** Returns a line of revisions with three statements up and two down. */
  private static List<JavaFileObject> sources(int count) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String parent = i == 0 ? "" : ", downRevision = \"%012x\"".formatted(i - 1);
      sources.add(new Source("com/acme/V" + i, """
          package com.acme;

          import static dev.lambic.schema.Schema.column;
          import static dev.lambic.schema.Schema.index;
          import static dev.lambic.schema.Schema.string;

          import dev.lambic.Migration;
          import dev.lambic.Revision;
          import dev.lambic.operations.Operations;

          @Revision(id = "%2$012x"%3$s, message = "add account.email%1$d", createDate = "2026-11-22")
          public final class V%1$d implements Migration {
            @Override
            public void upgrade(Operations op) {
              op.addColumn("account", column("email%1$d", string(320)).notNull().serverDefault(""));
              op.createIndex(index("ix_email%1$d").on("account", "email%1$d").unique());
              op.execute("UPDATE account SET email%1$d = name || '@example.com'");
            }

            @Override
            public void downgrade(Operations op) {
              op.dropIndex("ix_email%1$d", "account");
              op.dropColumn("account", "email%1$d");
            }
          }
          """.formatted(i, i, parent)));
    }
    return sources;
  }

  /** A source in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
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
