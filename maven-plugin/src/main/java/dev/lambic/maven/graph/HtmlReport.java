package dev.lambic.maven.graph;

import dev.lambic.command.AppliedResult;
import dev.lambic.maven.graph.LaneLayout.Row;
import dev.lambic.runtime.JournalEntry;
import dev.lambic.script.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One page of HTML with the picture of a history, where a database stands on it, each revision's details, and what ran. It refers to
 * nothing outside itself, and works without scripts too.
 */
public final class HtmlReport {
  private final String title;
  private final List<Script> newestFirst;
  private final Optional<Standing> standing;
  private final HtmlLog log;

  /**
   * Where a database stands.
   *
   * @param database what to call it
   * @param rows the rows of its version table
   * @param applied the ids of the revisions that it has been through
   * @param unknown those of its rows that the history does not have
   */
  public record Standing(
      String database, List<String> rows, Set<String> applied, List<String> unknown) {

    /** Takes what a command has found. */
    public Standing(String database, AppliedResult found) {
      this(
          database,
          found.rows(),
          found.applied().stream()
              .map(Script::revision)
              .collect(Collectors.toCollection(LinkedHashSet::new)),
          found.unknown());
    }
  }

  /**
   * Makes the report of a history.
   *
   * @param title what the history belongs to
   * @param newestFirst the revisions, each before all that it needs
   * @param standing where a database stands; nothing, if none was asked
   * @param log what ran on that database, the oldest first
   */
  public HtmlReport(
      String title, List<Script> newestFirst, Optional<Standing> standing, List<JournalEntry> log) {
    this.title = title;
    this.newestFirst = List.copyOf(newestFirst);
    this.standing = standing;
    this.log = new HtmlLog(log);
  }

  /** Returns the page. */
  public String html() {
    HtmlText html = new HtmlText();
    html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.markup(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    html.text("Revisions of " + title).markup("</title>\n<style>\n" + resource("report.css"));
    html.markup("</style>\n</head>\n<body>\n");
    header(html);
    html.markup("<main>\n<div class=\"history\">\n");
    List<Row> rows = LaneLayout.of(newestFirst);
    LanePicture picture = new LanePicture(rows, this::style);
    html.markup("<div class=\"picture\">" + picture.svg() + "</div>\n<ol>\n");
    rows.forEach(row -> line(html, row));
    html.markup("</ol>\n</div>\n<aside>\n");
    html.markup("<p class=\"hint\">Choose a revision to see all about it.</p>\n");
    newestFirst.forEach(script -> details(html, script));
    html.markup("</aside>\n</main>\n");
    log.table(html);
    html.markup("<script>\n" + resource("report.js"));
    return html.markup("</script>\n</body>\n</html>\n").toString();
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void header(HtmlText html) {
    html.markup("<header>\n<h1>").text(title).markup("</h1>\n<p>").text(summary());
    html.markup("</p>\n");
    standing.ifPresent(one -> {
      html.markup("<p class=\"standing\">").text(one.database() + " ").text(where(one));
      html.markup("</p>\n");
      if (!one.unknown().isEmpty()) {
        html.markup("<p class=\"warning\">It is at revisions that this history does not have: ");
        html.text(String.join(", ", one.unknown())).markup("</p>\n");
      }
    });
    html.markup(legend());
    html.markup(
        "<input type=\"search\" id=\"search\" placeholder=\"Search: id, message, label, class\""
            + " aria-label=\"Search\"> <output id=\"hits\"></output>\n</header>\n");
  }

  /** What the signs in the picture mean. */
  private String legend() {
    String marks = standing.isEmpty()
        ? ""
        : sign("<circle cx=\"8\" cy=\"8\" r=\"5\" class=\"c0\"/>") + "applied "
            + sign("<circle cx=\"8\" cy=\"8\" r=\"5\" class=\"c0 pending\"/>") + "to go "
            + sign("<circle cx=\"8\" cy=\"8\" r=\"6\" class=\"c0 current\"/>") + "current ";
    return "<p class=\"legend\">" + marks + sign("<path class=\"c0\" d=\"M8 0V16\"/>")
        + "comes after " + sign("<path class=\"c0 needs\" d=\"M8 0V16\"/>") + "depends on</p>\n";
  }

  private static String sign(String shape) {
    return "<svg class=\"graph\" width=\"16\" height=\"16\" style=\"display:inline\" aria-hidden=\"true\">"
        + shape + "</svg> ";
  }

  private String summary() {
    long heads = newestFirst.stream().filter(Script::isHead).count();
    return count(newestFirst.size(), "revision") + ", " + count(heads, "head");
  }

  private static String count(long number, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }

  private String where(Standing one) {
    if (one.rows().isEmpty()) {
      return "is at no revision: nothing has been applied to it yet.";
    }
    int missing = newestFirst.size() - one.applied().size();
    return "is at " + String.join(", ", one.rows())
        + (missing == 0
            ? ", with everything applied."
            : ", with " + count(missing, "revision") + " to go.");
  }

  /** The CSS classes of a revision: where the database stands, and whether it has been there. */
  private String style(Script script) {
    List<String> classes = new ArrayList<>();
    if (script.isMergePoint()) {
      classes.add("merge");
    }
    standing.ifPresent(one -> {
      if (one.rows().contains(script.revision())) {
        classes.add("current");
      } else if (!one.applied().contains(script.revision())) {
        classes.add("pending");
      }
    });
    return String.join(" ", classes);
  }

  private void line(HtmlText html, Row row) {
    Script script = row.script();
    html.markup("<li id=\"row-").text(script.revision()).markup("\" class=\"" + style(script));
    html.markup("\"><a href=\"#").text(anchor(script.revision())).markup("\"><code>");
    html.text(script.revision()).markup("</code>");
    script.declaredBranchLabels().forEach(label -> badge(html, "label", label));
    if (script.isHead()) {
      badge(html, "head", script.isRealHead() ? "head" : "effective head");
    }
    if (style(script).contains("current")) {
      badge(html, "here", "current");
    }
    html.markup(" <span class=\"message\">").text(firstLine(script.message()));
    html.markup("</span></a></li>\n");
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static void badge(HtmlText html, String kind, String text) {
    html.markup(" <span class=\"badge " + kind + "\">").text(text).markup("</span>");
  }

  /** Anchors of details have a beginning of their own, so that no id of a revision can be that of another element. */
  private static String anchor(String revision) {
    return "revision-" + revision;
  }

  private void details(HtmlText html, Script script) {
    html.markup("<article id=\"").text(anchor(script.revision())).markup("\">\n<h2><code>");
    html.text(script.revision()).markup("</code></h2>\n<p class=\"text\">");
    html.text(script.message()).markup("</p>\n<dl>\n");
    links(html, script.isMergePoint() ? "Merges" : "Parent", script.downRevisions());
    links(html, "Also depends on", script.dependencies());
    links(html, script.isBranchPoint() ? "Branches into" : "Next", script.nextRevisions());
    fact(html, "Branch labels", String.join(", ", script.branchLabels()));
    fact(html, "Class", script.className());
    fact(html, "Created", script.createDate());
    fact(html, "Way back", script.isReversible() ? "" : "none: it cannot be undone");
    standing.ifPresent(one -> fact(html, "Database", standing(one, script)));
    fact(html, "On record", log.of(script.revision()));
    html.markup("</dl>\n</article>\n");
  }

  private static String standing(Standing one, Script script) {
    if (one.rows().contains(script.revision())) {
      return "stands here";
    }
    return one.applied().contains(script.revision()) ? "has it" : "does not have it";
  }

  private static void links(HtmlText html, String name, List<String> revisions) {
    if (!revisions.isEmpty()) {
      html.markup("<dt>" + name + "</dt><dd>");
      revisions.forEach(revision -> html.markup("<a href=\"#")
          .text(anchor(revision))
          .markup("\"><code>")
          .text(revision)
          .markup("</code></a> "));
      html.markup("</dd>\n");
    }
  }

  private static void fact(HtmlText html, String name, String value) {
    if (!value.isEmpty()) {
      html.markup("<dt>" + name + "</dt><dd>").text(value).markup("</dd>\n");
    }
  }
}
