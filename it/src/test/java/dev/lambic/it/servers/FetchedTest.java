package dev.lambic.it.servers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchedTest {
  @Test
  void aServerThatTheBuildHasNotFetched_saysHowToFetchIt(@TempDir Path folder) {
    assertThatThrownBy(() -> new Fetched("mysql", folder.resolve("mysql")).unpacked("*.tar.gz"))
        .hasMessage("""
        mysql cannot start: there should be one file *.tar.gz in %s.
          found: []
          fix: let Maven fetch it: mvn clean verify -pl it -am""", folder.resolve("mysql"));
  }
}
