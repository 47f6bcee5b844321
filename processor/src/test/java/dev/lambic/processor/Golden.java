package dev.lambic.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares texts with files under {@code src/test/resources/golden}; {@code -Dgolden.update} rewrites those. */
public final class Golden {
  private Golden() {}

  public static void assertGolden(String file, String actual) throws IOException {
    Path golden = Path.of("src/test/resources/golden").resolve(file);
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, actual);
    }
    assertThat(actual)
        .as("%s; to accept what is new: mvn test -Dgolden.update", golden)
        .isEqualTo(Files.readString(golden));
  }
}
