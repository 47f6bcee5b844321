package dev.lambic.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Collects tables in Markdown, and shows each as soon as it is there. First of all stands what was measured on, and which
 * budgets are met.
 */
final class Report {
  private static final String BEGIN = "<!-- measured: begin -->\n";
  private static final String END = "<!-- measured: end -->\n";

  private final List<String> preface = new ArrayList<>();
  private final Map<Budget, Samples> judged = new EnumMap<>(Budget.class);
  private final StringBuilder body = new StringBuilder();

  /** Says something that stands before everything else. */
  void preface(String paragraph) {
    System.out.println(paragraph + "\n");
    preface.add(paragraph);
  }

  /** Tells what was measured of something that has a budget. */
  void judge(Budget budget, Samples measured) {
    judged.put(budget, measured);
  }

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
    line(markdown(head, rows));
  }

  private static String markdown(List<String> head, List<List<String>> rows) {
    StringBuilder table = new StringBuilder();
    row(table, head);
    row(table, head.stream().map(column -> "---").toList());
    rows.forEach(row -> row(table, row));
    return table.toString();
  }

  private static void row(StringBuilder table, List<String> cells) {
    table.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private void line(String line) {
    System.out.println(line);
    body.append(line).append('\n');
  }

  /** Returns everything; the budgets only when one of them was measured. */
  String text() {
    StringBuilder text = new StringBuilder();
    preface.forEach(paragraph -> text.append(paragraph).append("\n\n"));
    if (!judged.isEmpty()) {
      text.append("## Budgets\n\n").append(budgets()).append('\n');
    }
    return text.append(body).toString();
  }

  private String budgets() {
    List<List<String>> rows = new ArrayList<>();
    for (Budget budget : Budget.values()) {
      Samples measured = judged.get(budget);
      rows.add(
          measured == null
              ? List.of(budget.title(), budget.allowed(), "not in this run", "")
              : List.of(
                  budget.title(),
                  budget.allowed(),
                  spread(measured, budget.format()),
                  budget.isMetBy(measured) ? "yes" : "**no**"));
    }
    return markdown(List.of("budget", "at most", "measured", "met"), rows);
  }

  /** Writes everything into a file of its own. */
  void writeTo(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text());
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
        before.substring(0, begin + BEGIN.length()) + "\n" + text() + before.substring(end));
  }
}
