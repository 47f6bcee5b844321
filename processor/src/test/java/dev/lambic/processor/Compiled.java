package dev.lambic.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** What comes of compiling sources with the processor, with every warning that a user may ask for. */
final class Compiled {
  private final Compilation compilation;

  private Compiled(Compilation compilation) {
    this.compilation = compilation;
  }

  static Compiled compile(JavaFileObject... sources) {
    return compile(Arrays.asList(sources));
  }

  static Compiled compile(List<JavaFileObject> sources, Processor... others) {
    List<Processor> processors = new ArrayList<>(Arrays.asList(others));
    processors.add(new RevisionProcessor());
    return with(processors, sources);
  }

  /** Compiles a history that may have several heads. */
  static Compiled compileForked(JavaFileObject... sources) {
    return compileForked(Arrays.asList(sources));
  }

  static Compiled compileForked(List<JavaFileObject> sources) {
    return with(List.of(new RevisionProcessor()), sources, "-Amigrate.heads=ignore");
  }

  /** Compiles with these processors alone. */
  static Compiled with(
      List<Processor> processors, List<JavaFileObject> sources, String... options) {
    List<String> all = new ArrayList<>(List.of("-Xlint:all,-processing", "-Xmaxerrs", "10000"));
    all.addAll(Arrays.asList(options));
    return new Compiled(
        Compiler.javac().withProcessors(processors).withOptions(all).compile(sources));
  }

  /** A public class of package {@code com.acme} that does nothing, with the annotation in line 4. */
  static JavaFileObject revision(String className, String attributes) {
    return source(className, """
        @Revision(%s)
        public final class %s implements Migration {
          @Override public void upgrade(Operations op) {}
          @Override public void downgrade(Operations op) {}
        }
        """.formatted(attributes, className));
  }

  /** A file of package {@code com.acme} whose body begins in line 4. */
  static JavaFileObject source(String className, String body) {
    return source("com.acme", className, body);
  }

  /** A file whose body begins in line 4. */
  static JavaFileObject source(String packageName, String className, String body) {
    String header = """
        %s
        import dev.lambic.*;
        import dev.lambic.operations.Operations;
        """.formatted(packageName.isEmpty() ? "" : "package " + packageName + ";");
    String qualified = packageName.isEmpty() ? className : packageName + "." + className;
    return JavaFileObjects.forSourceString(qualified, header + body);
  }

  /** The warnings, each as {@code File.java:line:column: text}. */
  List<String> warnings() {
    return compilation.warnings().stream().map(Compiled::show).toList();
  }

  /** The errors, each as {@code File.java:line:column: text}. */
  List<String> errors() {
    return compilation.errors().stream().map(Compiled::show).toList();
  }

  private static String show(Diagnostic<? extends JavaFileObject> diagnostic) {
    // javac indents all lines of a message but the first.
    String text = diagnostic.getMessage(Locale.ROOT).replace("\n  ", "\n");
    if (diagnostic.getSource() == null) {
      return text;
    }
    String path = diagnostic.getSource().getName();
    return path.substring(path.lastIndexOf('/') + 1) + ":" + diagnostic.getLineNumber() + ":"
        + diagnostic.getColumnNumber() + ": " + text;
  }

  /** Asserts that there was nothing to complain about, not even for the compiler. */
  Compiled withoutComplaint() {
    assertThat(compilation.diagnostics()).map(Compiled::show).isEmpty();
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    return this;
  }

  /** The generated sources, by the order of their names. */
  List<String> generatedSources() {
    return compilation.generatedSourceFiles().stream()
        .map(Compiled::text)
        .sorted()
        .toList();
  }

  /** The names of the generated sources. */
  List<String> generatedNames() {
    return compilation.generatedSourceFiles().stream()
        .map(file -> file.getName().substring("/SOURCE_OUTPUT/".length()))
        .sorted()
        .toList();
  }

  /** The source of the index. */
  String index() {
    assertThat(compilation.generatedSourceFiles()).hasSize(1);
    return text(compilation.generatedSourceFiles().get(0));
  }

  /** The file that names the indexes; empty if there is none. */
  String services() {
    return compilation
        .generatedFile(
            StandardLocation.CLASS_OUTPUT, "META-INF/services/dev.lambic.script.RevisionIndex")
        .map(Compiled::text)
        .orElse("");
  }

  private static String text(JavaFileObject file) {
    try (InputStream in = file.openInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the classes and resources to a directory, and returns a class loader over it. */
  RecordingLoader load(Path directory) throws IOException {
    String root = "/" + StandardLocation.CLASS_OUTPUT + "/";
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getName().startsWith(root)) {
        Path target = directory.resolve(file.getName().substring(root.length()));
        Files.createDirectories(target.getParent());
        try (InputStream in = file.openInputStream()) {
          Files.copy(in, target);
        } catch (FileNotFoundException e) {
          assertThat(target).doesNotExist(); // Only asked for, and never written.
        }
      }
    }
    return new RecordingLoader(directory);
  }
}
