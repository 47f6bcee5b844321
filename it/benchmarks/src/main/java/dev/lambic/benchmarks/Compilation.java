package dev.lambic.benchmarks;

import dev.lambic.Revision;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A run of javac over sources in memory. */
record Compilation(List<JavaFileObject> sources, Path output) {

  static Compilation of(List<JavaFileObject> sources) {
    return new Compilation(sources, Path.of(""));
  }

  Compilation to(Path folder) {
    return new Compilation(sources, folder);
  }

  /**
   * Compiles.
   *
   * @param processors what takes part; none for a compilation without annotation processing
   * @return the processor time that javac's thread took, in nanoseconds
   */
  long with(Processor... processors) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      String runtime = Path.of(URI.create(
              Revision.class.getProtectionDomain().getCodeSource().getLocation().toString()))
          .toString();
      List<String> options = new ArrayList<>(List.of("-d", output.toString(), "-cp", runtime));
      if (processors.length == 0) {
        options.add("-proc:none");
      }
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      JavaCompiler.CompilationTask task =
          compiler.getTask(said, files, null, options, null, sources);
      if (processors.length > 0) {
        task.setProcessors(List.of(processors));
      }
      if (!task.call()) {
        throw new IllegalStateException(said.toString());
      }
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
  }
}
