package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the plugin says of itself. */
class DescriptorTest {

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult result) -> result.group(1))
        .sorted()
        .toList();
  }

  private static String descriptor() throws IOException {
    return Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
  }

  @Test
  void eclipseIgnoresEveryGoal() throws IOException {
    try (InputStream in =
        DescriptorTest.class.getResourceAsStream("/META-INF/m2e/lifecycle-mapping-metadata.xml")) {
      String metadata = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<String> goals = all("<goal>([a-z-]+)</goal>", descriptor()).stream()
          .filter(goal -> !goal.equals("help"))
          .toList();
      assertThat(goals).hasSizeGreaterThan(10);
      assertThat(all("<goal>([a-z-]+)</goal>", metadata)).containsAll(goals);
    }
  }

  @Test
  void checkAloneHasAPhase_andAllCanRunSideBySide() throws IOException {
    assertThat(all("<phase>(.*?)</phase>", descriptor())).containsExactly("verify", "verify");
    assertThat(all("<threadSafe>(.*?)</threadSafe>", descriptor())).containsOnly("true");
  }

  @Test
  void mavenLooksUpNoOptionThatMayHoldAPassword() throws IOException {
    assertThat(descriptor())
        .doesNotContain("${migrate.url}", "${migrate.password}", "${migrate.user}");
  }
}
