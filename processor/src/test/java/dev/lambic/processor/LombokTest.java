package dev.lambic.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.processor.Workspace.Tool;
import java.nio.file.Path;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lombok in the same run, which changes classes after this processor has seen them. */
class LombokTest {
  @TempDir
  Path directory;

  private static Processor lombok() {
    try {
      return (Processor) Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void constructorMayComeFromLombok() {
    Workspace module = new Workspace(directory, Tool.JAVAC)
        .processor(lombok())
        .write(Compiled.source("V1", """
            @lombok.NoArgsConstructor
            @lombok.AllArgsConstructor
            @Revision(id = "a")
            public class V1 implements Migration {
              private String table = "account";

              @lombok.SneakyThrows
              @Override public void upgrade(Operations op) {
                lombok.val name = table;
                op.execute("DELETE FROM " + name);
              }
            }
            """))
        .revision("V2", "id = \"b\", downRevision = \"a\"");
    assertThat(module.compile()).isEmpty();
    assertThat(module.history()).containsExactly("a V1", "b V2");
  }
}
