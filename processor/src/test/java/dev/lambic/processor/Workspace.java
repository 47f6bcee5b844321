package dev.lambic.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.Revision;
import dev.lambic.script.Script;
import dev.lambic.script.ScriptDirectory;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** A module on disk, which a compiler is handed as a whole or in part, as build tools and editors do. */
final class Workspace {
  /** The compilers that users have. */
  enum Tool {
    JAVAC(ToolProvider::getSystemJavaCompiler),
    ECLIPSE(EclipseCompiler::new);

    private final Supplier<JavaCompiler> compiler;

    Tool(Supplier<JavaCompiler> compiler) {
      this.compiler = compiler;
    }
  }

  private final Path root;
  private final Tool tool;
  private final List<String> classPath = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<Processor> others = new ArrayList<>();
  private boolean isModular;

  Workspace(Path root, Tool tool) {
    this.root = root;
    this.tool = tool;
    for (Class<?> library :
        List.of(Revision.class, jakarta.persistence.Entity.class, lombok.Getter.class)) {
      classPath.add(
          Path.of(library.getProtectionDomain().getCodeSource().getLocation().getPath())
              .toString());
    }
    try {
      Files.createDirectories(classes());
      Files.createDirectories(root.resolve("generated"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path root() {
    return root;
  }

  Path classes() {
    return root.resolve("classes");
  }

  /** Puts classes of others on the class path, or the module path of a named module. */
  Workspace with(Path... elements) {
    Arrays.stream(elements).forEach(element -> classPath.add(element.toString()));
    return this;
  }

  /** Puts the output directory on the class path, as all tools do that compile in parts. */
  Workspace seeingItself() {
    return with(classes());
  }

  Workspace option(String option) {
    options.add(option);
    return this;
  }

  Workspace processor(Processor processor) {
    others.add(processor);
    return this;
  }

  /** Makes the sources a named module, which is compiled with the runtime in a jar. */
  Workspace modular(Path runtime) {
    isModular = true;
    classPath.clear();
    return with(runtime);
  }

  /** Writes a class of package {@code com.acme} that does nothing, with the annotation in line 4. */
  Workspace revision(String className, String attributes) {
    return write(Compiled.revision(className, attributes));
  }

  Workspace write(JavaFileObject source) {
    try {
      return write(source.toUri().getPath(), source.getCharContent(true).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Workspace write(String path, String content) {
    try {
      Path file = source(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path source(String path) {
    return root.resolve("src").resolve(path.startsWith("/") ? path.substring(1) : path);
  }

  /** Deletes a class of package {@code com.acme}, its file included, as build tools do. */
  Workspace delete(String className) {
    return deleteFile(source("com/acme/" + className + ".java"))
        .deleteFile(classes().resolve("com/acme/" + className + ".class"));
  }

  Workspace deleteFile(Path file) {
    try {
      Files.delete(file);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes what was generated from sources, as IntelliJ IDEA does before it compiles one of them anew. */
  Workspace deleteGenerated() {
    for (Path file : filesIn(root)) {
      String path = file.toString().replace(File.separatorChar, '/');
      if (path.contains("/RevisionIndex_") || path.contains("/META-INF/services/")) {
        deleteFile(file);
      }
    }
    return this;
  }

  private static List<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles all sources. */
  List<String> compile() {
    return compile(filesIn(root.resolve("src")), Set.of());
  }

  /** Compiles these classes of package {@code com.acme}. */
  List<String> compileOnly(String... classNames) {
    return compile(
        Arrays.stream(classNames)
            .map(name -> source("com/acme/" + name + ".java"))
            .toList(),
        Set.of());
  }

  /** Compiles as Gradle does: the changed sources, and the names of all other annotated classes. */
  List<String> compileAsGradle(List<String> changed, String... unchanged) {
    return compile(
        changed.stream().map(name -> source("com/acme/" + name + ".java")).toList(),
        new LinkedHashSet<>(
            Arrays.stream(unchanged).map(name -> "com.acme." + name).toList()));
  }

  /** Returns what the compiler says, each as {@code File.java:line:column: KIND text}, by order of that. */
  private List<String> compile(List<Path> files, Set<String> classNames) {
    List<String> said = new ArrayList<>();
    JavaCompiler compiler = tool.compiler.get();
    StringWriter log = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      JavaCompiler.CompilationTask task = compiler.getTask(
          log,
          manager,
          diagnostic -> said.add(show(diagnostic)),
          arguments(),
          classNames,
          manager.getJavaFileObjectsFromPaths(files));
      List<Processor> processors = new ArrayList<>(others);
      processors.add(new RevisionProcessor());
      task.setProcessors(processors);
      boolean success = task.call();
      assertThat(success)
          .as("%s %s", said, log)
          .isEqualTo(said.stream().noneMatch(line -> line.matches("(?s)(\\S+: )?ERROR .*")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Collections.sort(said);
    return said;
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("--release", "17", "-d", classes().toString()));
    arguments.addAll(List.of("-s", root.resolve("generated").toString()));
    if (isModular) {
      arguments.addAll(List.of("-classpath", root.resolve("nothing").toString()));
    }
    arguments.add(isModular ? "--module-path" : "-classpath");
    arguments.add(String.join(File.pathSeparator, classPath));
    if (tool == Tool.JAVAC) {
      arguments.addAll(
          List.of("-Xlint:all,-processing,-options,-requires-automatic", "-implicit:none"));
    }
    return arguments;
  }

  private String show(Diagnostic<? extends JavaFileObject> diagnostic) {
    // javac indents all lines of a message but the first.
    String text = diagnostic.getMessage(Locale.ROOT).replace("\n  ", "\n");
    String place = "";
    if (diagnostic.getSource() != null && diagnostic.getLineNumber() > 0) {
      String path = diagnostic.getSource().toUri().getPath();
      place = path.substring(path.lastIndexOf('/') + 1) + ":" + diagnostic.getLineNumber() + ":"
          + diagnostic.getColumnNumber() + ": ";
    }
    return place + diagnostic.getKind() + " " + text;
  }

  /** Returns the first lines of what the compiler said. */
  static List<String> headlines(List<String> said) {
    return said.stream().map(text -> text.lines().findFirst().orElse("")).toList();
  }

  /** Returns the history that a program sees, oldest first: ids and the simple names of classes that could be made. */
  List<String> history(Path... others) {
    try (RecordingLoader loader = new RecordingLoader(classes(), others)) {
      List<Script> scripts = new ArrayList<>(ScriptDirectory.load(loader).walkRevisions());
      Collections.reverse(scripts);
      return scripts.stream()
          .map(script ->
              script.revision() + " " + script.newMigration().getClass().getSimpleName())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns everything generated, name and content, by order of the names. */
  String generated() {
    return Stream.concat(
            filesIn(root.resolve("generated")).stream(),
            filesIn(classes()).stream().filter(file -> !file.toString().endsWith(".class")))
        .sorted(Comparator.naturalOrder())
        .map(file -> root.relativize(file) + "\n" + read(file))
        .collect(Collectors.joining("\n"));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
