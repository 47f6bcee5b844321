package dev.lambic.maven;

import dev.lambic.command.Command;
import java.io.PrintStream;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that show something and change nothing. */
abstract class AbstractReadingMojo extends AbstractMigrateMojo {
  /**
   * Whether to write JSON for other programs to read: {@code true} prints it as it is, without what Maven puts before its
   * lines, so that {@code mvn -q migrate:heads -Dmigrate.json} prints nothing else; the name of a file, such as {@code
   * target/heads.json}, has it written there. Left out, there is text for people.
   */
  @Parameter(property = "migrate.json")
  private @Nullable String json;

  AbstractReadingMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  final void run(Command command, Report report) {
    if (json == null || json.isBlank() || json.equals("false")) {
      show(command, report);
    } else if (json.equals("true")) {
      print(System.out, Json.of(json(command, report)));
    } else {
      report.write(build().directory().resolve(json), Json.of(json(command, report)) + "\n");
    }
    judge();
  }

  private static void print(PrintStream out, String text) {
    out.println(text);
  }

  /** Fails once all has been shown, if what was found is to fail the build. */
  void judge() {}

  /** Shows it to people. */
  abstract void show(Command command, Report report);

  /** Returns it for programs, as {@link Json} takes it. */
  abstract Object json(Command command, Report report);
}
