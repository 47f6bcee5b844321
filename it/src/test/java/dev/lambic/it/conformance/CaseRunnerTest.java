package dev.lambic.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CaseRunnerTest {
  /** Passes, hangs or breaks as the case says. */
  private static final class SuiteOfAllKinds implements Suite {
    @Override
    public boolean isCase(JsonNode element) {
      return true;
    }

    @Override
    public void check(JsonNode testCase, Differences found) throws Exception {
      switch (testCase.textValue()) {
        case "hangs" -> new CountDownLatch(1).await();
        case "breaks" -> throw new AssertionError("not so");
        default -> {}
      }
    }

    @Override
    public void close() {}
  }

  @Test
  void aCaseThatHangsFails_andTheNextOneRuns() throws Exception {
    try (CaseRunner runner = new CaseRunner(SuiteOfAllKinds::new, Duration.ofMillis(200))) {
      assertThat(runner.run(TextNode.valueOf("hangs")))
          .singleElement()
          .extracting(Difference::expected)
          .isEqualTo("an answer");
      assertThat(runner.run(TextNode.valueOf("passes"))).isEmpty();
    }
  }

  @Test
  void anyOtherExceptionFails() throws Exception {
    try (CaseRunner runner = new CaseRunner(SuiteOfAllKinds::new, Duration.ofMinutes(1))) {
      assertThat(runner.run(TextNode.valueOf("breaks")))
          .singleElement()
          .extracting(Difference::actual)
          .asString()
          .startsWith("java.lang.AssertionError: not so\nat ");
    }
  }
}
