package dev.lambic.maven;

import java.io.PrintStream;
import java.util.function.Consumer;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that write to the database, and can write a script for somebody else to run instead. */
abstract class AbstractScriptMojo extends AbstractMigrateMojo {
  /**
   * Whether to write the SQL rather than to run it, for somebody else to run: {@code true} prints it as it is, without
   * what Maven puts before its lines; the name of a file, such as {@code target/upgrade.sql}, has it written there. The
   * database is not asked: say with a range, such as {@code 27c6:head}, where it stands. Left out, the database is
   * changed.
   */
  @Parameter(property = "migrate.sql")
  private @Nullable String sql;

  AbstractScriptMojo(ProjectBuild build) {
    super(build);
  }

  /** Writes the script if there is to be one, and returns whether it was. */
  final boolean wroteScript(Consumer<Appendable> writer, Report report) {
    if (sql == null || sql.isBlank() || sql.equals("false")) {
      return false;
    }
    StringBuilder script = new StringBuilder();
    writer.accept(script);
    if (sql.equals("true")) {
      print(System.out, script);
    } else {
      report.write(build().directory().resolve(sql), script.toString());
    }
    return true;
  }

  private static void print(PrintStream out, StringBuilder script) {
    out.print(script);
  }
}
