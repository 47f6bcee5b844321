package dev.lambic.maven.graph;

import dev.lambic.runtime.JournalEntry;
import dev.lambic.runtime.JournalEntry.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The record of a database, as a table and for each revision. */
final class HtmlLog {
  private final List<JournalEntry> oldestFirst;

  HtmlLog(List<JournalEntry> oldestFirst) {
    this.oldestFirst = List.copyOf(oldestFirst);
  }

  /** Writes the table, the newest step first; nothing where nothing is on record. */
  void table(HtmlText html) {
    if (oldestFirst.isEmpty()) {
      return;
    }
    html.markup("<details class=\"log\">\n<summary>What ran on the database (")
        .text(String.format(Locale.ROOT, "%,d", oldestFirst.size()))
        .markup(")</summary>\n<table>\n<tr><th>When (UTC)</th><th>What</th><th>Outcome</th>"
            + "<th>Took</th><th>Who</th></tr>\n");
    for (int i = oldestFirst.size() - 1; i >= 0; i--) {
      row(html, oldestFirst.get(i));
    }
    html.markup("</table>\n</details>\n");
  }

  private static void row(HtmlText html, JournalEntry entry) {
    boolean isWell = entry.outcome() == Outcome.DONE;
    html.markup("<tr" + (isWell ? "" : " class=\"odd\"") + "><td>").text(when(entry));
    html.markup("</td><td>").text(entry.direction()).markup(" <code>");
    html.text(entry.revision().isEmpty() ? "<base>" : entry.revision()).markup("</code> ");
    html.text(entry.message()).markup("</td><td>").text(entry.outcome().text());
    String error = entry.error();
    if (error != null) {
      html.markup("<pre>").text(error).markup("</pre>");
    }
    html.markup("</td><td>").text(took(entry)).markup("</td><td>").text(who(entry));
    html.markup("</td></tr>\n");
  }

  /** Returns what the record has of one revision, a line for each step. */
  String of(String revision) {
    return oldestFirst.stream()
        .filter(entry -> List.of(entry.revision().split(", ", -1)).contains(revision))
        .map(entry ->
            when(entry) + " " + entry.direction() + ", " + entry.outcome().text()
                + (took(entry).isEmpty() ? "" : " in " + took(entry)) + ", " + who(entry))
        .collect(Collectors.joining("\n"));
  }

  private static String when(JournalEntry entry) {
    return entry.startedAt().toString().replace('T', ' ').replace("Z", "");
  }

  private static String took(JournalEntry entry) {
    Instant end = entry.endedAt();
    return end == null
        ? ""
        : String.format(
            Locale.ROOT, "%.2f s", Duration.between(entry.startedAt(), end).toMillis() / 1000.0);
  }

  private static String who(JournalEntry entry) {
    String user = entry.databaseUser();
    return (user == null || user.isEmpty() ? "" : user + ", ") + entry.process();
  }
}
