package dev.lambic.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.error.EnvironmentException;
import dev.lambic.runtime.Environment;
import dev.lambic.runtime.EnvironmentContext;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentsTest {
  /** What users mark {@code @MigrationEnvironment}. */
  public static final class One implements Environment {
    @Override
    public void run(EnvironmentContext context) {}
  }

  /** Another of them. */
  public static final class Two implements Environment {
    @Override
    public void run(EnvironmentContext context) {}
  }

  @TempDir
  Path directory;

  private Config announcing(String... names) throws IOException {
    Path file = directory.resolve("META-INF/services/" + Environment.class.getName());
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", names));
    URL[] urls = {directory.toUri().toURL()};
    return Config.builder()
        .classLoader(new URLClassLoader(urls, EnvironmentsTest.class.getClassLoader()))
        .build();
  }

  @Test
  void announcedEnvironmentIsUsed() throws IOException {
    assertThat(announcing(One.class.getName()).environment()).isInstanceOf(One.class);
  }

  @Test
  void configuredEnvironmentComesFirst() throws IOException {
    Environment own = context -> {};
    ClassLoader loader = EnvironmentsTest.class.getClassLoader();
    announcing(One.class.getName());
    assertThat(Config.builder().classLoader(loader).environment(own).build().environment())
        .isSameAs(own);
  }

  @Test
  void severalEnvironmentsAreNamed() throws IOException {
    Config config = announcing(Two.class.getName(), One.class.getName());
    assertThatThrownBy(config::environment)
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
        [unusable-environment] There are 2 classes marked @MigrationEnvironment.
          found: dev.lambic.config.EnvironmentsTest$One, dev.lambic.config.EnvironmentsTest$Two
          fix:
            1. keep one of them.
            2. or name the one to use with 'environment' in the configuration.""");
  }

  @Test
  void environmentThatIsGoneIsNamed() throws IOException {
    Config config = announcing("com.acme.Gone");
    assertThatThrownBy(config::environment)
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [unusable-environment] The class marked @MigrationEnvironment cannot be used.
              cause: dev.lambic.runtime.Environment: Provider com.acme.Gone not found
              fix: build the project anew: 'mvn clean compile'.""");
  }
}
