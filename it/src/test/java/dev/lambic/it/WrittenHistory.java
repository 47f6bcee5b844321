package dev.lambic.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.Revision;
import dev.lambic.command.GeneratedRevision;
import dev.lambic.processor.RevisionProcessor;
import dev.lambic.script.ScriptDirectory;
import dev.lambic.source.RevisionWriter;
import dev.lambic.source.SourceHistory;
import dev.lambic.source.SourceLayout;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Revisions that are written as source, compiled with the processor, and loaded. */
final class WrittenHistory implements AutoCloseable {
  private final Path sources;
  private final Path classes;
  private URLClassLoader loader;

  WrittenHistory(Path directory) throws IOException {
    sources = Files.createDirectories(directory.resolve("src"));
    classes = Files.createDirectories(directory.resolve("classes"));
    loader = new URLClassLoader(new URL[0], WrittenHistory.class.getClassLoader());
  }

  private static Path lambic() {
    return Path.of(
        Revision.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /** Writes the class of a revision, and returns its source. */
  String write(GeneratedRevision generated) {
    SourceHistory history =
        SourceHistory.read(List.of(sources), List.of(lambic()), StandardCharsets.UTF_8);
    SourceLayout layout = SourceLayout.of(
        List.of(sources), StandardCharsets.UTF_8, null, "com.acme", "{slug}{rev}", null);
    Path file = new RevisionWriter(history, layout, Clock.systemUTC())
        .write(generated.draft(), generated.script(), generated.renderItem())
        .file();
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles all that has been written, with every warning, and returns the history. */
  ScriptDirectory compiled() throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
            javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
        Stream<Path> files = Files.walk(sources)) {
      JavaCompiler.CompilationTask task = javac.getTask(
          new StringWriter(),
          manager,
          diagnostics,
          List.of(
              "-Xlint:all,-processing,-path",
              "-d",
              classes.toString(),
              "-classpath",
              lambic().toString()),
          null,
          manager.getJavaFileObjectsFromPaths(
              files.filter(file -> file.toString().endsWith(".java")).toList()));
      task.setProcessors(List.of(new RevisionProcessor()));
      boolean isCompiled = task.call();
      assertThat(diagnostics.getDiagnostics()).isEmpty();
      assertThat(isCompiled).isTrue();
    }
    loader.close();
    loader = new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, WrittenHistory.class.getClassLoader());
    return ScriptDirectory.load(loader);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
