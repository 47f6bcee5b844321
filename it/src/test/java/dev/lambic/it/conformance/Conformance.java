package dev.lambic.it.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The command line: {@code it/conformance KIND DIR} checks every case of a folder. The exit code is 0 when all passed, 1
 * when some failed, 2 when there was nothing to check.
 */
final class Conformance {
  private static final int UNUSABLE = 2;

  private final PrintStream out;
  private final PrintStream errors;

  Conformance(PrintStream out, PrintStream errors) {
    this.out = out;
    this.errors = errors;
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    // Not by returning: a case that hangs has left its thread behind.
    System.exit(new Conformance(out, errors).run(List.of(arguments)));
  }

  int run(List<String> arguments) throws InterruptedException, IOException {
    if (arguments.size() != 2) {
      return unusable("usage: conformance KIND DIR\nKIND is one of: " + names());
    }
    Supplier<Suite> suites = Suites.named(arguments.get(0));
    if (suites == null) {
      return unusable("there is no kind '" + arguments.get(0) + "'; there is: " + names());
    }
    List<CaseFile> files;
    try (Suite suite = suites.get()) {
      files = CaseFile.in(Path.of(arguments.get(1)), suite);
    } catch (CaseFile.Unusable e) {
      return unusable(e.getMessage());
    }
    return run(files, suites);
  }

  private int run(List<CaseFile> files, Supplier<Suite> suites) throws InterruptedException {
    int passed = 0;
    int failed = 0;
    try (CaseRunner runner = new CaseRunner(suites, CaseRunner.LIMIT)) {
      for (CaseFile file : files) {
        if (file.cases().isEmpty()) {
          errors.println(file.name() + " holds no cases");
        }
        for (Case testCase : file.cases()) {
          List<Difference> differences = runner.run(testCase.json());
          if (differences.isEmpty()) {
            passed++;
          } else {
            failed++;
            report(testCase, differences);
          }
        }
      }
    }
    out.println(passed + " passed, " + failed + " failed");
    return failed == 0 ? 0 : 1;
  }

  private void report(Case testCase, List<Difference> differences) {
    out.println("FAILED " + testCase.id());
    out.println(differences.get(0));
    if (differences.size() > 1) {
      out.println("  and " + (differences.size() - 1) + " more differences");
    }
  }

  private int unusable(String message) {
    errors.println("conformance: " + message);
    return UNUSABLE;
  }

  private static String names() {
    return String.join(", ", Suites.names());
  }
}
