package dev.lambic.processor;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.io.PrintWriter;
import java.io.StringWriter;

/** The problems that keep the processor from doing its work, and that are not the fault of a revision. */
final class ProcessorFailure {
  private ProcessorFailure() {}

  static Problem bug(RuntimeException bug) {
    StringWriter trace = new StringWriter();
    bug.printStackTrace(new PrintWriter(trace));
    return Problem.of(
            ProblemId.PROCESSOR_FAILED,
            "Lambic's annotation processor failed; this is a bug in Lambic.")
        .with(
            "cause", trace.toString().replace("\r\n", "\n").replace("\t", "  ").strip())
        .fix("report this whole text to Lambic's issue tracker.");
  }

  static Problem unwritable(UnwritableException failure) {
    return Problem.of(
            ProblemId.PROCESSOR_FAILED, "The compiler cannot write '" + failure.file() + "'.")
        .with("cause", String.valueOf(failure.getCause()))
        .fix("make sure that the output directory can be written to and has space left.");
  }

  /** What is missing at the end: a type, or a value that needs one. */
  static Problem unresolved(String what, String neededBy) {
    return Problem.of(
            ProblemId.MISSING_TYPE,
            "The revision index cannot be written: " + what + " does not exist.")
        .with("needed by", neededBy)
        .fix("correct the name, or bring back what it names.")
        .fix("if a processor generates it: have that processor run in this compilation, too.");
  }
}
