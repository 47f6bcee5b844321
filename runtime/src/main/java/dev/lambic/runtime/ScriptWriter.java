package dev.lambic.runtime;

import dev.lambic.dialect.ScriptLayout;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.io.IOException;

/**
 * Writes statements as a script for the database's own client, laid out as Alembic does it: each piece is followed by an
 * empty line.
 */
class ScriptWriter {
  private final ScriptLayout layout;
  private final Appendable output;

  ScriptWriter(ScriptLayout layout, Appendable output) {
    this.layout = layout;
    this.output = output;
  }

  /** Writes a statement, whole. */
  void statement(String sql) {
    piece(sql.strip() + layout.terminator());
    separate();
  }

  /** Writes a comment of one line. */
  void comment(String text) {
    piece("-- " + text.replaceAll("\\R", " "));
  }

  /** Writes text as it is. */
  void text(String text) {
    piece(text);
  }

  void begin() {
    piece(layout.begin() + layout.terminator());
    if (layout.separatesBegin()) {
      separate();
    }
  }

  void commit() {
    piece(layout.commit() + layout.terminator());
    separate();
  }

  private void separate() {
    if (!layout.batchSeparator().isEmpty()) {
      piece(layout.batchSeparator());
    }
  }

  private void piece(String text) {
    try {
      output.append(text).append("\n\n");
    } catch (IOException e) {
      throw new EnvironmentException(
          Problem.of(ProblemId.OUTPUT_FAILED, "The script cannot be written.")
              .with("threw", e.toString())
              .fix("see that the file can be written and the disk is not full."),
          e);
    }
  }
}
