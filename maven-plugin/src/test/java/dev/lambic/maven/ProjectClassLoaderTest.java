package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.Migration;
import dev.lambic.script.RevisionIndex;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shop.CreateAccount;

class ProjectClassLoaderTest {
  private static final ClassLoader PLUGIN = ProjectClassLoaderTest.class.getClassLoader();
  private static final Path TEST_CLASSES = Path.of("target/test-classes");
  private static final Path RUNTIME = locationOf(Migration.class);

  @TempDir
  Path directory;

  @Test
  void classesOfTheProjectAreItsOwn() throws Exception {
    try (ProjectClassLoader loader = ProjectClassLoader.over(List.of(TEST_CLASSES), PLUGIN)) {
      Class<?> loaded = loader.loadClass("shop.CreateAccount");

      assertThat(loaded).isNotSameAs(CreateAccount.class);
      assertThat(loaded.getClassLoader()).isSameAs(loader);
    }
  }

  @Test
  void lambicIsThePlugins_evenWhereTheProjectHasACopy() throws Exception {
    List<Path> classPath = List.of(RUNTIME, TEST_CLASSES);
    try (ProjectClassLoader loader = ProjectClassLoader.over(classPath, PLUGIN)) {
      assertThat(loader.loadClass("dev.lambic.Migration")).isSameAs(Migration.class);
      assertThat(loader.loadClass("shop.CreateAccount")).isAssignableTo(Migration.class);
    }
  }

  @Test
  void classThatTheProjectLacks_isThePlugins() throws Exception {
    try (ProjectClassLoader loader = ProjectClassLoader.over(List.of(), PLUGIN)) {
      assertThat(loader.loadClass("org.h2.Driver")).isSameAs(org.h2.Driver.class);
    }
  }

  @Test
  void classThatNobodyHas_isNotFound() throws Exception {
    try (ProjectClassLoader loader = ProjectClassLoader.over(List.of(TEST_CLASSES), PLUGIN)) {
      assertThatExceptionOfType(ClassNotFoundException.class)
          .isThrownBy(() -> loader.loadClass("shop.Nothing"))
          .withMessage("shop.Nothing");
    }
  }

  @Test
  void firstOnTheClassPathWins() throws Exception {
    Path first = file("first/shop.txt", "first");
    Path second = file("second/shop.txt", "second");
    try (ProjectClassLoader loader = ProjectClassLoader.over(List.of(first, second), PLUGIN)) {
      assertThat(text(loader.getResource("shop.txt"))).isEqualTo("first");
      assertThat(Collections.list(loader.getResources("shop.txt")))
          .map(ProjectClassLoaderTest::text)
          .containsExactly("first", "second");
    }
  }

  @Test
  void resourceOfProjectAndPlugin_isListedOnce() throws Exception {
    try (ProjectClassLoader loader = ProjectClassLoader.over(List.of(TEST_CLASSES), PLUGIN)) {
      assertThat(Collections.list(loader.getResources("shop/CreateAccount.class")))
          .hasSize(1);
    }
  }

  @Test
  void indexOfTheProjectIsFoundOnce_asThePluginsType() throws Exception {
    ShopProject shop = ShopProject.compiled();
    try (ProjectClassLoader loader =
        ProjectClassLoader.over(List.of(shop.classes(), RUNTIME), PLUGIN)) {
      assertThat(ServiceLoader.load(RevisionIndex.class, loader))
          .singleElement()
          .satisfies(index -> assertThat(index.getClass().getClassLoader()).isSameAs(loader));
    }
  }

  @Test
  void contextClassLoaderIsRestored_evenAfterAFailure() throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (ProjectClassLoader loader = ProjectClassLoader.over(List.of(), PLUGIN)) {
      assertThatThrownBy(() -> loader.asContextOf(() -> {
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(loader);
            throw new IllegalStateException("on purpose");
          }))
          .hasMessage("on purpose");
    }
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  @Test
  void closedLoader_readsNothingMoreOfTheProject() throws Exception {
    ShopProject shop = ShopProject.compiled();
    ProjectClassLoader loader = ProjectClassLoader.over(List.of(RUNTIME, shop.classes()), PLUGIN);
    loader.close();

    assertThat(loader.findResource("META-INF/services/dev.lambic.script.RevisionIndex"))
        .isNull();
  }

  private Path file(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return file.getParent();
  }

  private static String text(URL url) {
    try (var stream = url.openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Path locationOf(Class<?> type) {
    return Path.of(java.net.URI.create(
        type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
