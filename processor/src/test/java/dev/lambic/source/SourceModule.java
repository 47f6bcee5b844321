package dev.lambic.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.lambic.processor.RevisionProcessor;
import dev.lambic.script.RevisionDraft;
import dev.lambic.script.RevisionRequest;
import dev.lambic.script.ScriptDirectory;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** The sources of a module, in a folder. */
final class SourceModule {
  static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:05:59.9Z"), ZoneId.of("Europe/Berlin"));

  final Path root;

  SourceModule(Path root) {
    this.root = root;
  }

  /** Adds a class of package {@code com.acme} that does nothing. */
  SourceModule revision(String className, String attributes) {
    return write("com/acme/" + className + ".java", """
        package com.acme;

        import dev.lambic.*;
        import dev.lambic.operations.Operations;

        @Revision(%s)
        public final class %s implements Migration {
          @Override public void upgrade(Operations op) {}
          @Override public void downgrade(Operations op) {}
        }
        """.formatted(attributes, className));
  }

  SourceModule write(String file, String text) {
    return write(file, text, StandardCharsets.UTF_8);
  }

  SourceModule write(String file, String text, Charset encoding) {
    try {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), text, encoding);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SourceHistory history() {
    return history(StandardCharsets.UTF_8);
  }

  SourceHistory history(Charset encoding) {
    List<Path> classPath = Arrays.stream(
            System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
    return SourceHistory.read(List.of(root), classPath, encoding);
  }

  ScriptDirectory scripts() {
    return ScriptDirectory.of(List.of(history()));
  }

  SourceLayout layout() {
    return SourceLayout.of(
        List.of(root), StandardCharsets.UTF_8, null, "com.example.migrations", null, null);
  }

  RevisionWriter.Written add(RevisionRequest request) {
    return add(request, layout());
  }

  RevisionWriter.Written add(RevisionRequest request, SourceLayout layout) {
    RevisionDraft draft = scripts().draft(request);
    return new RevisionWriter(history(), layout, CLOCK).write(draft);
  }

  /** Compiles everything, with the processor and every warning. */
  SourceModule compiles() {
    try (Stream<Path> files = Files.walk(root)) {
      List<JavaFileObject> sources = files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(SourceModule::object)
          .toList();
      Compilation compilation = Compiler.javac()
          .withProcessors(new RevisionProcessor())
          .withOptions("-Xlint:all,-processing")
          .compile(sources);
      assertThat(compilation.diagnostics()).isEmpty();
      assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaFileObject object(Path file) {
    try {
      return JavaFileObjects.forResource(file.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}
