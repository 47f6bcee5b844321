package dev.lambic.it.conformance;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Runs the cases that this module carries, each as a test of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SuiteTest {
  static final Path CASES = Path.of("src/test/resources/conformance");

  private final String name;
  private final CaseRunner runner;

  SuiteTest(String name) {
    this.name = name;
    this.runner = new CaseRunner(Suites.named(name), CaseRunner.LIMIT);
  }

  @AfterAll
  void close() {
    runner.close();
  }

  @TestFactory
  Stream<DynamicContainer> cases() throws Exception {
    try (Suite suite = Suites.named(name).get()) {
      return CaseFile.in(CASES.resolve(name), suite).stream()
          .map(file -> DynamicContainer.dynamicContainer(
              file.name(), file.cases().stream().map(this::test)));
    }
  }

  private DynamicTest test(Case testCase) {
    return DynamicTest.dynamicTest(testCase.id(), () -> {
      List<Difference> differences = runner.run(testCase.json());
      if (!differences.isEmpty()) {
        fail(differences.stream()
            .map(Difference::toString)
            .collect(Collectors.joining("\n", testCase.id() + "\n", "")));
      }
    });
  }
}
