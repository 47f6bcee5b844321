package dev.lambic.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Keeps what is logged at INFO and above, with every time taken out. */
final class RecordedLog extends SystemStreamLog {
  private final List<String> lines = new ArrayList<>();

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void debug(CharSequence line) {}

  @Override
  public void info(CharSequence line) {
    lines.add(line.toString().replaceAll("\\d+\\.\\d\\d s", "? s"));
  }

  @Override
  public void warn(CharSequence line) {
    lines.add("WARNING " + line);
  }
}
