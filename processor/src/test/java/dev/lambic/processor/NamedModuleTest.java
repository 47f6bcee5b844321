package dev.lambic.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.Revision;
import dev.lambic.processor.Workspace.Tool;
import dev.lambic.script.RevisionIndex;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sources that are a named module, with the runtime as an automatic one. With javac alone: Eclipse's batch compiler puts
 * whatever a processor generates into the unnamed module.
 */
class NamedModuleTest {
  private static final String PROVIDES =
      "provides dev.lambic.script.RevisionIndex with com.acme.RevisionIndex_829a17d5;";

  @TempDir
  Path directory;

  private Path runtime;

  @BeforeEach
  void packRuntime() throws IOException {
    Path built = Path.of(
        Revision.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    if (Files.isRegularFile(built)) {
      runtime = built;
    } else {
      runtime = directory.resolve("runtime.jar");
      pack(built, runtime, "dev.lambic.runtime");
    }
  }

  private static void pack(Path classes, Path jar, String moduleName) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", moduleName);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> paths = Files.walk(classes)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        String name = classes.relativize(path).toString();
        if (!name.equals("META-INF/MANIFEST.MF")) {
          out.putNextEntry(new JarEntry(name));
          Files.copy(path, out);
        }
      }
    }
  }

  private Workspace module(String name, String directives) {
    return new Workspace(directory.resolve(name), Tool.JAVAC)
        .modular(runtime)
        .write(
            "module-info.java",
            "module " + name + " {\n  requires dev.lambic.runtime;\n  " + directives + "\n}\n");
  }

  private Workspace shop(String directives) {
    return module("shop", directives)
        .revision("V1", "id = \"a\"")
        .revision("V2", "id = \"b\", downRevision = \"a\"");
  }

  @Test
  void missingProvidesIsNamedWithTheLineToAdd() {
    assertThat(shop("").compile()).containsExactly("""
        module-info.java:1:1: ERROR [missing-provides] Module 'shop' does not provide 'dev.lambic.script.RevisionIndex', so that nobody would find its revisions.
          fix:
            add to its module-info.java:
            provides dev.lambic.script.RevisionIndex with
                com.acme.RevisionIndex_829a17d5;""");
    assertThat(shop(PROVIDES).compile()).isEmpty();
  }

  @Test
  void providesOfAnotherIndexIsCorrected() {
    Workspace shop = shop(PROVIDES).write(Compiled.source("A1", """
        @Revision(id = "c", downRevision = "b")
        public class A1 implements Migration { public void upgrade(Operations op) {} }
        """));
    assertThat(shop.compile())
        .anySatisfy(
            said -> assertThat(said)
                .contains("[missing-provides] ")
                .contains(
                    "add to its module-info.java:\n    provides dev.lambic.script.RevisionIndex with\n"));
  }

  @Test
  void indexIsFoundOnTheModulePath() {
    Workspace shop = shop(PROVIDES + " uses dev.lambic.script.RevisionIndex;");
    assertThat(shop.compile()).isEmpty();
    ModuleFinder finder = ModuleFinder.of(shop.classes(), runtime);
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration = boot.configuration()
        .resolve(finder, ModuleFinder.of(), Set.of("shop", "dev.lambic.runtime"));
    ModuleLayer layer = boot.defineModulesWithOneLoader(configuration, null);
    Class<?> service = layer.findLoader("dev.lambic.runtime") == null
        ? RevisionIndex.class
        : load(layer, RevisionIndex.class.getName());
    assertThat(ServiceLoader.load(layer, service).findFirst())
        .get()
        .extracting(index -> index.getClass().getModule().getName())
        .isEqualTo("shop");
  }

  private static Class<?> load(ModuleLayer layer, String name) {
    try {
      return layer.findLoader("dev.lambic.runtime").loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void parentMayBeInAnotherNamedModule() {
    Workspace shop = shop(PROVIDES);
    assertThat(shop.compile()).isEmpty();
    Workspace billing = module(
            "billing",
            "requires shop; provides dev.lambic.script.RevisionIndex with com.billing.RevisionIndex_823dcb63;")
        .with(shop.classes())
        .write(Compiled.source("com.billing", "Bill", """
            @Revision(id = "bill", downRevision = "b")
            public class Bill implements Migration { public void upgrade(Operations op) {} }
            """));
    List<String> said = billing.compile();
    assertThat(said).isEmpty();
  }

  @Test
  void parentMayBeInAnAutomaticModule() throws IOException {
    Workspace core =
        new Workspace(directory.resolve("core"), Tool.JAVAC).revision("V1", "id = \"a\"");
    assertThat(core.compile()).isEmpty();
    Path jar = directory.resolve("core.jar");
    pack(core.classes(), jar, "core");
    Workspace billing = module(
            "billing",
            "requires core; provides dev.lambic.script.RevisionIndex with com.billing.RevisionIndex_823dcb63;")
        .with(jar)
        .write(Compiled.source("com.billing", "Bill", """
            @Revision(id = "bill", downRevision = "a")
            public class Bill implements Migration { public void upgrade(Operations op) {} }
            """));
    assertThat(billing.compile()).isEmpty();
  }
}
