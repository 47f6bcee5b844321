package dev.lambic.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.config.Config;
import dev.lambic.processor.Workspace.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnvironmentCheckTest {
  private static final String RUN =
      "{ public void run(dev.lambic.runtime.EnvironmentContext context) {} }";

  @TempDir
  Path directory;

  private Workspace module(Tool tool, String className, String declaration) {
    return new Workspace(directory, tool)
        .seeingItself()
        .write("com/acme/" + className + ".java", """
            package com.acme;
            import dev.lambic.runtime.*;
            @MigrationEnvironment
            %s
            """.formatted(declaration));
  }

  private String configured() throws IOException {
    try (RecordingLoader loader = new RecordingLoader(directory.resolve("classes"))) {
      return Config.builder()
          .classLoader(loader)
          .build()
          .environment()
          .getClass()
          .getName();
    }
  }

  @ParameterizedTest
  @EnumSource
  void environmentIsFoundByARun(Tool tool) throws IOException {
    Workspace module = module(tool, "Env", "public class Env implements Environment " + RUN)
        .revision("V1", "id = \"a\"");
    assertThat(module.compile()).isEmpty();
    assertThat(configured()).isEqualTo("com.acme.Env");
    assertThat(module.compileOnly("V1")).isEmpty();
    assertThat(configured()).isEqualTo("com.acme.Env");
  }

  @Test
  void environmentNeedsNoRevisionBesideIt() throws IOException {
    assertThat(module(Tool.JAVAC, "Env", "public class Env implements Environment " + RUN)
            .compile())
        .isEmpty();
    assertThat(configured()).isEqualTo("com.acme.Env");
  }

  @Test
  void nestedEnvironmentIsFoundByARun() throws IOException {
    Workspace module =
        new Workspace(directory, Tool.JAVAC).write("com/acme/Out.java", """
            package com.acme;
            import dev.lambic.runtime.*;
            public class Out {
              @MigrationEnvironment
              public static class Env implements Environment %s
            }
            """.formatted(RUN));
    assertThat(module.compile()).isEmpty();
    assertThat(configured()).isEqualTo("com.acme.Out$Env");
  }

  @Test
  void deletedEnvironmentIsForgotten() throws IOException {
    Workspace module = module(Tool.JAVAC, "Env", "public class Env implements Environment " + RUN)
        .revision("V1", "id = \"a\"");
    assertThat(module.compile()).isEmpty();
    module.delete("Env");
    assertThat(module.compileOnly("V1")).isEmpty();
    assertThat(configured()).startsWith("dev.lambic.runtime.Environment$$Lambda");
  }

  @Test
  void environmentIsOneOfAKind() {
    Workspace module = module(Tool.JAVAC, "One", "public class One implements Environment " + RUN);
    module(Tool.JAVAC, "Two", "public class Two implements Environment " + RUN);
    assertThat(module.compile()).containsExactly("""
        One.java:3:1: ERROR [unusable-environment] There are 2 classes marked @MigrationEnvironment.
          classes: com.acme.One, com.acme.Two
          fix: keep one of them.""", """
        Two.java:3:1: ERROR [unusable-environment] There are 2 classes marked @MigrationEnvironment.
          classes: com.acme.One, com.acme.Two
          fix: keep one of them.""");
  }

  @Test
  void environmentIsOneOfAKind_whenOneWasCompiledEarlier() {
    Workspace module = module(Tool.JAVAC, "One", "public class One implements Environment " + RUN);
    assertThat(module.compile()).isEmpty();
    module(Tool.JAVAC, "Two", "public class Two implements Environment " + RUN);
    assertThat(Workspace.headlines(module.compileOnly("Two")))
        .contains(
            "Two.java:3:1: ERROR [unusable-environment] There are 2 classes marked @MigrationEnvironment.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      class Env implements Environment                 | 4:1  | is not public.
      public abstract class Env implements Environment | 4:17 | is abstract.
      public class Env                                 | 4:8  | does not implement 'dev.lambic.runtime.Environment'.
      public interface Env extends Environment         | 3:1  | is no class.
      """)
  void environmentMustBeOfTheRightShape(String declaration, String place, String what) {
    String body = declaration.contains("interface") ? "{}" : RUN;
    List<String> said =
        Workspace.headlines(module(Tool.JAVAC, "Env", declaration + " " + body).compile());
    assertThat(said)
        .containsExactly("Env.java:" + place
            + ": ERROR [unusable-environment] Environment 'com.acme.Env' " + what);
  }

  @Test
  void environmentNeedsAPublicConstructor() {
    String body = "{ Env() {} " + RUN.substring(1);
    assertThat(module(Tool.JAVAC, "Env", "public class Env implements Environment " + body)
            .compile())
        .containsExactly("""
            Env.java:4:8: ERROR [unusable-environment] Environment 'com.acme.Env' has no public constructor without parameters.
              fix: add one.""");
  }
}
