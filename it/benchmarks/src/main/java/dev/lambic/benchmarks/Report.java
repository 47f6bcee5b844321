package dev.lambic.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects tables in Markdown, and shows each as soon as it is there. */
final class Report {
  private static final String BEGIN = "<!-- measured: begin -->\n";
  private static final String END = "<!-- measured: end -->\n";

  private final StringBuilder text = new StringBuilder();

  void heading(String heading) {
    line("## " + heading);
    line("");
  }

  void paragraph(String paragraph) {
    line(paragraph);
    line("");
  }

  /**
   * Writes a table of jobs that were measured by turns; the first is what the others are compared with.
   *
   * @param first what stands above the names
   * @param unit what was measured
   */
  void comparison(String first, String unit, Map<String, Samples> samples) {
    List<List<String>> rows = new ArrayList<>();
    Samples floor = samples.values().iterator().next();
    samples.forEach((name, measured) -> {
      Samples ratios = measured.dividedBy(floor);
      rows.add(List.of(
          name,
          spread(measured, measured.median() < 100 ? "%.2f" : "%.0f"),
          spread(ratios, "%.2f")));
    });
    table(List.of(first, unit, "ratio, round by round"), rows);
  }

  /** Returns the median, and behind it the quartiles. */
  static String spread(Samples samples, String format) {
    return text(format, samples.median()) + " (" + text(format, samples.quantile(0.25)) + " to "
        + text(format, samples.quantile(0.75)) + ")";
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  void table(List<String> head, List<List<String>> rows) {
    line("| " + String.join(" | ", head) + " |");
    line("| " + String.join(" | ", head.stream().map(column -> "---").toList()) + " |");
    rows.forEach(row -> line("| " + String.join(" | ", row) + " |"));
    line("");
  }

  private void line(String line) {
    System.out.println(line);
    text.append(line).append('\n');
  }

  /** Writes everything into a file of its own. */
  void writeTo(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }

  /** Puts everything into a document, between its two marks. */
  void putInto(Path document) throws IOException {
    String before = Files.readString(document);
    int begin = before.indexOf(BEGIN);
    int end = before.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(document + " has no marks for what is measured");
    }
    Files.writeString(
        document,
        before.substring(0, begin + BEGIN.length()) + "\n" + text + before.substring(end));
  }
}
