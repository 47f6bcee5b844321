package dev.lambic.dialect;

/**
 * How a script for a database's own client is laid out. Each of its texts is a piece of its own.
 *
 * @param terminator what stands behind a statement
 * @param batchSeparator the line behind each statement that makes the client send it; empty for none
 * @param begin the statement that begins a transaction
 * @param separatesBegin whether the separator stands behind that one too
 * @param commit the statement that commits it
 */
public record ScriptLayout(
    String terminator, String batchSeparator, String begin, boolean separatesBegin, String commit) {
  /** A semicolon behind each statement, and nothing else. */
  public static final ScriptLayout STANDARD = new ScriptLayout(";", "", "BEGIN", false, "COMMIT");

  /** Returns this layout with another line behind each statement; empty for none. */
  public ScriptLayout batchSeparator(String line) {
    return new ScriptLayout(terminator, line, begin, separatesBegin, commit);
  }
}
