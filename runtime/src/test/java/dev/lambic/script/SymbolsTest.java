package dev.lambic.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.error.MultipleHeadsException;
import dev.lambic.error.ResolutionException;
import dev.lambic.error.RevisionException;
import dev.lambic.script.WalkEnd.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A history of two branches that are labelled apart, one of which depends on the other. */
class SymbolsTest {
  private final ScriptDirectory history = directory(
      entry("a100"),
      entry("b200").downRevision("a100").branchLabels("billing"),
      entry("b300").downRevision("b200"),
      entry("c200").downRevision("a100").branchLabels("catalog"),
      entry("c300").downRevision("c200").dependsOn("b200"));

  private static RevisionEntry.Builder entry(String id) {
    return RevisionEntry.builder(id, "shop." + id);
  }

  private static ScriptDirectory directory(RevisionEntry.Builder... entries) {
    return ScriptDirectory.of(RevisionMap.of(
        List.of(entries).stream().map(RevisionEntry.Builder::build).toList(), position -> {
          throw new AssertionError("nothing runs here");
        }));
  }

  private static List<String> ids(List<Script> scripts) {
    return scripts.stream().map(Script::revision).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "b300, b300",
    "b3, b300",
    "billing, b200",
    "bill, b200",
    "billing@head, b300",
    "billing@heads, b300",
    "c200@head, c300",
    "billing@b3, b300",
    "billing@a100, a100",
    "b300@a1, a100"
  })
  void aSymbolNamesOneRevision(String symbol, String revision) {
    assertThat(history.getRevision(symbol)).map(Script::revision).contains(revision);
    assertThat(history.asRevisionNumber(symbol)).containsExactly(revision);
  }

  @Test
  void baseNamesNothing_alsoOfABranch() {
    assertThat(history.getRevision("base")).isEmpty();
    assertThat(history.getRevisions("billing@base")).isEmpty();
  }

  @Test
  void aLabelReachesWhatComesAfterItsRevision() {
    assertThat(history.getRevision("b300").orElseThrow().branchLabels()).containsExactly("billing");
    assertThat(history.getRevision("c300").orElseThrow().branchLabels()).containsExactly("catalog");
    assertThat(history.getRevision("a100").orElseThrow().branchLabels()).isEmpty();
  }

  @Test
  void stepsDownFromTheHeads_canLeadPastTheEnd() {
    assertThat(history.revisionMap().resolve("billing@-1"))
        .extracting(end -> end.revision().orElseThrow().revision())
        .containsExactly("b200");
    assertThat(history.revisionMap().resolve("-3"))
        .extracting(WalkEnd::kind)
        .containsExactly(Kind.BASE, Kind.BASE);
    assertThat(history.revisionMap().resolve("-4"))
        .extracting(WalkEnd::kind)
        .containsExactly(Kind.PAST_END, Kind.PAST_END);
  }

  @ParameterizedTest
  @CsvSource({
    "billing@+1, a100, b200",
    "billing@+2, a100, b200 b300",
    "billing@a100+1, '', a100 b200",
    "catalog@+1, b200, c200",
    "billing@base+2, '', a100 b200",
    "b300-1, '', a100 b200"
  })
  void anUpgradeCountsSteps(String target, String rows, String plan) {
    assertThat(ids(history.upgradePlan(target, rows.isEmpty() ? List.of() : List.of(rows))))
        .containsExactly(plan.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "billing@-1, b300 c300, b300",
    "catalog@a100, b300 c300, c300 c200",
    "billing@a100, b300, b300 b200",
    "b300-1, b300, b300",
    "base+1, b300, b300 b200"
  })
  void aDowngradeCountsSteps_andTakesABranch(String target, String rows, String plan) {
    assertThat(ids(history.downgradePlan(target, List.of(rows.split(" ")))))
        .containsExactly(plan.split(" "));
  }

  @Test
  void aBranchThatDoesNotExist_isNamed() {
    assertThatThrownBy(() -> history.getRevision("biling@base"))
        .isInstanceOf(ResolutionException.class)
        .hasMessage("""
            [unknown-branch] There is no branch 'biling'.
              found: branch labels billing, catalog
              did you mean: billing (branch label of b200)
              fix: name a branch label, or a revision on the branch.""");
  }

  @Test
  void aRevisionOfAnotherBranch_isRefused() {
    assertThatThrownBy(() -> history.getRevision("billing@c300"))
        .isInstanceOf(ResolutionException.class)
        .hasMessage("""
            [not-on-branch] Revision 'c300' is not on branch 'billing'.
              revision: c300 (shop.c300)
              branch: b200 (shop.b200)
              fix: name a revision above or below 'billing', or leave 'billing@' out.""");
  }

  @Test
  void severalHeads_areListed() {
    assertThatThrownBy(() -> history.getRevision("a100@head"))
        .isInstanceOf(MultipleHeadsException.class)
        .hasMessage("""
            [multiple-heads] 'a100@head' could be any of 2 revisions.
              heads: b300 (shop.b300), c300 (shop.c300)
              fix:
                1. name one of them, or all of them with 'a100@heads'.
                2. join them: add a revision whose 'downRevision' lists all of them.""");
  }

  @Test
  void rowsOfOneLine_areRefused() {
    assertThatThrownBy(() -> history.upgradePlan("heads", List.of("a100", "b300")))
        .isInstanceOf(RevisionException.class)
        .hasMessage("""
            [overlapping-revisions] Of the revisions that are meant, 'b300' needs others of them.
              revision: b300 (shop.b300)
              needs: a100 (shop.a100)
              fix: name the newer ones only; if these are the rows of the version table, stamp 'base', and then what is really applied.""");
  }

  @Test
  void stepsDownFromSeveralRows_areAWarning() {
    assertThat(
            history.revisionMap().downgradeTarget("-1", List.of("b300", "c300")).warnings())
        .singleElement()
        .extracting(problem -> problem.render())
        .isEqualTo("""
            [ambiguous-downgrade] '-1' could start at any of 2 revisions; it starts at 'b300'.
              in database: b300, c300
              fix: say which branch to go down: 'b300@-1'.""");
  }

  @Test
  void aHistoryOfSeveralBases_hasNoBase() {
    assertThatThrownBy(() -> directory(entry("a"), entry("b")).getBase())
        .isInstanceOf(RevisionException.class)
        .hasMessage("""
            [multiple-bases] The history has 2 revisions without parents, not one.
              bases: a, b
              fix: ask for all of them: 'getBases()'.""");
  }
}
