package dev.lambic.source;

import dev.lambic.Migration;
import dev.lambic.Revision;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.processor.RevisionCollector;
import dev.lambic.processor.RevisionCollector.Found;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * The revisions of a module as its sources have them now, read by javac without compiling: so a history can be read that
 * does not compile, as one with two heads. No migration can be made of it.
 */
public final class SourceHistory implements RevisionIndex {
  private static final int MOST_NAMED = 5;

  private final List<Found> found;

  private SourceHistory(List<Found> found) {
    this.found = found;
  }

  /**
   * Reads the sources below some folders.
   *
   * @param roots the folders; those that do not exist are left out
   * @param classPath what the sources are compiled against
   * @throws EnvironmentException if a file that mentions revisions is not Java, or if there is no javac
   */
  public static SourceHistory read(List<Path> roots, List<Path> classPath, Charset encoding) {
    List<Path> files = new ArrayList<>();
    roots.forEach(root -> files.addAll(sources(root)));
    List<Path> mentioning =
        files.stream().filter(SourceHistory::mentionsRevisions).toList();
    List<Found> found = read(mentioning, classPath, encoding, roots);
    // What they inherit or name as a constant may stand in any other file.
    return new SourceHistory(
        found.stream().allMatch(Found::isWhole) ? found : read(files, classPath, encoding, roots));
  }

  private static List<Path> sources(Path root) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java")
              && !file.endsWith("module-info.java") // Or what is not required could not be seen.
              && !file.endsWith("package-info.java"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean mentionsRevisions(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1)
          .contains(Revision.class.getSimpleName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Found> read(
      List<Path> files, List<Path> classPath, Charset encoding, List<Path> roots) {
    if (files.isEmpty()) {
      return List.of();
    }
    JavaCompiler javac = javac();
    RevisionCollector collector = new RevisionCollector();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        javac.getStandardFileManager(diagnostics, Locale.ROOT, encoding)) {
      Path nowhere = Files.createTempDirectory("lambic");
      try {
        manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(nowhere));
        manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        manager.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
        JavaCompiler.CompilationTask task = javac.getTask(
            Writer.nullWriter(),
            manager,
            diagnostics,
            List.of("-proc:only", "-nowarn"),
            null,
            manager.getJavaFileObjectsFromPaths(files));
        task.setProcessors(List.of(collector));
        task.call();
      } finally {
        Files.delete(nowhere);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!collector.hasRun()) {
      throw unreadable(diagnostics.getDiagnostics(), roots);
    }
    return collector.found();
  }

  /** Returns the compiler of the JDK that this program runs on. */
  public static JavaCompiler javac() {
    return Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
        .orElseThrow(() -> new EnvironmentException(Problem.of(
                ProblemId.UNREADABLE_SOURCE, "Sources are read with javac, and there is none.")
            .with("java", System.getProperty("java.home"))
            .fix("run on a JDK: let JAVA_HOME point to one.")));
  }

  private static EnvironmentException unreadable(
      List<Diagnostic<? extends JavaFileObject>> diagnostics, List<Path> roots) {
    List<String> errors = diagnostics.stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .map(one -> show(one, roots))
        .toList();
    List<String> shown = new ArrayList<>(errors.subList(0, Math.min(MOST_NAMED, errors.size())));
    if (errors.size() > shown.size()) {
      shown.add("and " + (errors.size() - shown.size()) + " more");
    }
    return new EnvironmentException(
        Problem.of(ProblemId.UNREADABLE_SOURCE, "The revisions cannot be read from their sources.")
            .with("javac says", String.join("\n", shown))
            .fix("correct the sources."));
  }

  private static String show(Diagnostic<? extends JavaFileObject> error, List<Path> roots) {
    String message = error.getMessage(Locale.ROOT);
    if (error.getSource() == null) {
      return message;
    }
    Path file = Path.of(error.getSource().toUri());
    String name = roots.stream()
        .filter(file::startsWith)
        .map(root -> root.relativize(file).toString())
        .findFirst()
        .orElse(file.toString());
    return name.replace('\\', '/') + ":" + error.getLineNumber() + ": " + message;
  }

  /** Returns the revisions, by the order of their classes' names. */
  @Override
  public List<RevisionEntry> revisions() {
    return found.stream().map(Found::entry).toList();
  }

  /** Never returns: sources cannot run. */
  @Override
  public Migration create(int position) {
    throw new IllegalStateException("sources cannot run");
  }

  /** Returns the file that a revision's class stands in; nothing, if it is none of this module. */
  public Optional<Path> fileOf(String className) {
    return of(className).map(Found::file);
  }

  /** Returns the package of a revision's class; nothing, if it is none of this module. */
  public Optional<String> packageOf(String className) {
    return of(className).map(Found::packageName);
  }

  private Optional<Found> of(String className) {
    return found.stream()
        .filter(one -> one.entry().className().equals(className))
        .findFirst();
  }
}
