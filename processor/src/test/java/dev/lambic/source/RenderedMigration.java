package dev.lambic.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.lambic.Migration;
import dev.lambic.autogenerate.DowngradeOps;
import dev.lambic.autogenerate.MigrationScript;
import dev.lambic.autogenerate.RenderItem;
import dev.lambic.autogenerate.UpgradeOps;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.Operations;
import dev.lambic.processor.RevisionProcessor;
import dev.lambic.script.RevisionEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/** The class that is written for operations, compiled by javac with the processor and every warning. */
final class RenderedMigration {
  final String source;

  private RenderedMigration(String source) {
    this.source = source;
  }

  static RenderedMigration of(MigrationScript script, RenderItem own) {
    RevisionEntry entry = new RevisionEntry(
        "27c6a30d7c24",
        List.of(),
        List.of(),
        List.of(),
        "all of it",
        "2026-11-22",
        "com.acme.AllOfIt",
        true,
        true);
    return new RenderedMigration(
        new RevisionSource("com.acme", "AllOfIt", entry, MigrationMethods.of(script, own)).text());
  }

  static RenderedMigration of(MigrationScript script) {
    return of(script, RenderItem.NONE);
  }

  static RenderedMigration upgrade(List<MigrateOperation> operations) {
    return of(
        new MigrationScript(new UpgradeOps(operations), new DowngradeOps(List.of()), List.of()));
  }

  static RenderedMigration upgrade(MigrateOperation... operations) {
    return upgrade(List.of(operations));
  }

  /** The statements of the upgrade, as they stand in the source without the indentation of the method. */
  String statements() {
    int start = source.indexOf("  public void upgrade(Operations op) {\n");
    return source
        .substring(source.indexOf('\n', start) + 1, source.indexOf("\n  }\n", start))
        .stripIndent();
  }

  /** The operations that the class, once compiled, carries out. */
  List<MigrateOperation> upgraded() {
    return recorded(compiled()::upgrade);
  }

  /** The operations that the class, once compiled, carries out on the way back. */
  List<MigrateOperation> downgraded() {
    return recorded(compiled()::downgrade);
  }

  private interface Direction {
    void run(Operations op) throws Exception;
  }

  private static List<MigrateOperation> recorded(Direction direction) {
    RecordedOperations recorded = new RecordedOperations();
    try {
      direction.run(new Operations(recorded));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return recorded.operations;
  }

  private Migration compiled() {
    Compilation compilation = Compiler.javac()
        .withProcessors(new RevisionProcessor())
        .withOptions("-Xlint:all,-processing")
        .compile(JavaFileObjects.forSourceString("com.acme.AllOfIt", source));
    assertThat(compilation.diagnostics()).as("%s", source).isEmpty();
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        String path = file.getName().substring("/CLASS_OUTPUT/".length());
        classes.put(path.substring(0, path.length() - 6).replace('/', '.'), bytes(file));
      }
    }
    ClassLoader loader = new ClassLoader(RenderedMigration.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code = classes.get(name);
        if (code == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, code, 0, code.length);
      }
    };
    try {
      return (Migration) loader.loadClass("com.acme.AllOfIt").getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(JavaFileObject file) {
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
