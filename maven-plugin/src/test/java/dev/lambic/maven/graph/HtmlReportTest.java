package dev.lambic.maven.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.maven.graph.HtmlReport.Standing;
import dev.lambic.runtime.JournalEntry;
import dev.lambic.runtime.JournalEntry.Outcome;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.Script;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final List<Script> FORKED = Histories.graph("a", "b a", "c a", "d b c", "e d ~c");

  private static String page(List<Script> history) {
    return new HtmlReport("shop", history, Optional.empty(), List.of()).html();
  }

  @Test
  void thePageRefersToNothingOutside() {
    assertThat(page(FORKED))
        .doesNotContain("http:", "https:", "//", "url(", "@import", "src=", "<link");
  }

  @Test
  void everyRevisionHasARow_aCircle_andDetails() {
    String page = page(FORKED);
    assertThat(Pattern.compile("<li id=\"row-").matcher(page).results()).hasSize(5);
    assertThat(Pattern.compile("<circle ").matcher(page).results()).hasSize(5);
    assertThat(Pattern.compile("<article id=\"revision-").matcher(page).results())
        .hasSize(5);
    assertThat(page).contains("5 revisions, 1 head");
  }

  @Test
  void detailsLinkToNeighbours() {
    assertThat(page(FORKED))
        .contains("<dt>Merges</dt><dd><a href=\"#revision-b\"><code>b</code></a> "
            + "<a href=\"#revision-c\"><code>c</code></a> </dd>")
        .contains("<dt>Branches into</dt><dd><a href=\"#revision-b\">")
        .contains("<dt>Also depends on</dt><dd><a href=\"#revision-c\">");
  }

  @Test
  void whatAnAuthorWrites_isTextAndNothingElse() {
    List<Script> history = Histories.of(List.of(RevisionEntry.builder("a\"'<x>&", "shop.A")
            .message("</script><script>alert(1)</script> \u0000\ud800 & \"<b>\" 'x'\nmore")
            .branchLabels("<label>")
            .createDate("<now>")
            .build()))
        .walkRevisions();
    String page = new HtmlReport("<shop>", history, Optional.empty(), List.of()).html();
    assertThat(page)
        .doesNotContain("<script>alert", "<b>", "<label>", "<now>", "<shop>", "<x>", "\u0000")
        .contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; \uFFFD\uFFFD &amp;")
        .contains("<li id=\"row-a&quot;&#39;&lt;x&gt;&amp;\"");
    assertThat(Pattern.compile("<script>").matcher(page).results()).hasSize(1);
  }

  @Test
  void aDatabaseIsShownWhereItStands() {
    Standing standing = new Standing(
        "jdbc:h2:shop", List.of("b"), new LinkedHashSet<>(List.of("a", "b")), List.of("x1"));
    String page = new HtmlReport("shop", FORKED, Optional.of(standing), List.of()).html();
    assertThat(page)
        .contains("jdbc:h2:shop is at b, with 3 revisions to go.")
        .contains("It is at revisions that this history does not have: x1")
        .contains("<li id=\"row-b\" class=\"current\">")
        .contains("<li id=\"row-a\" class=\"\">")
        .contains("<li id=\"row-d\" class=\"merge pending\">")
        .contains("<dt>Database</dt><dd>stands here</dd>");
  }

  private static JournalEntry entry(long step, String revision, Outcome outcome, String error) {
    return new JournalEntry(
        step,
        revision,
        "",
        "",
        "make <it>",
        "upgrade",
        Instant.parse("2026-11-22T10:05:00Z"),
        Instant.parse("2026-11-22T10:05:01.5Z"),
        "shop",
        "process 7 on db1",
        "Lambic 1",
        outcome,
        error.isEmpty() ? null : error,
        null);
  }

  @Test
  void whatRan_isListed_newestFirst_andInTheDetailsOfItsRevision() {
    Standing standing =
        new Standing("jdbc:h2:shop", List.of("a"), new LinkedHashSet<>(List.of("a")), List.of());
    String page = new HtmlReport(
            "shop",
            FORKED,
            Optional.of(standing),
            List.of(
                entry(1, "a", Outcome.DONE, ""), entry(2, "b", Outcome.FAILED, "no <such> table")))
        .html();
    assertThat(page)
        .containsSubsequence(
            "What ran on the database (2)",
            "<tr class=\"odd\"><td>2026-11-22 10:05:00</td><td>upgrade <code>b</code> make &lt;it&gt;</td>"
                + "<td>failed<pre>no &lt;such&gt; table</pre></td><td>1.50 s</td><td>shop, process 7 on db1</td>",
            "<td>upgrade <code>a</code>")
        .contains(
            "<dt>On record</dt><dd>2026-11-22 10:05:00 upgrade, done in 1.50 s, shop, process 7 on db1</dd>");
    assertThat(page(FORKED)).doesNotContain("What ran");
  }

  @Test
  void anEmptyHistoryHasAPageToo() {
    assertThat(page(List.of())).contains("0 revisions, 0 heads");
  }

  @Test
  void thePageOfALargeHistoryIsOfReasonableSize() {
    List<Script> history = Histories.large(2_000).walkRevisions();
    Set<String> applied = new LinkedHashSet<>();
    history.subList(600, 2_000).forEach(one -> applied.add(one.revision()));
    String page = new HtmlReport(
            "shop",
            history,
            Optional.of(new Standing(
                "jdbc:postgresql:shop", List.of(history.get(600).revision()), applied, List.of())),
            List.of())
        .html();
    assertThat(page).hasSizeLessThan(4_000_000);
  }
}
