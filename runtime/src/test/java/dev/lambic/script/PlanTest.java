package dev.lambic.script;

import static dev.lambic.testing.History.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.error.IrreversibleMigrationException;
import dev.lambic.error.RangeNotAncestorException;
import dev.lambic.error.ResolutionException;
import dev.lambic.error.RevisionException;
import dev.lambic.testing.History;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
  private final ScriptDirectory line = graph("a1 -> b2 -> c3 -> d4");
  private final ScriptDirectory merged = graph("a1 -> b2 -> c3", "b2 -> d4", "c3, d4 -> e5");

  private static List<String> ids(List<Script> plan) {
    return plan.stream().map(Script::revision).toList();
  }

  @Test
  void upgrade_fromNothing_runsEverythingInOrder() {
    assertThat(ids(line.upgradePlan("head", List.of()))).containsExactly("a1", "b2", "c3", "d4");
  }

  @Test
  void upgrade_fromTheMiddle_runsWhatIsMissing() {
    assertThat(ids(line.upgradePlan("c3", List.of("a1")))).containsExactly("b2", "c3");
  }

  @Test
  void upgrade_toWhatIsThereAlready_isNothing() {
    assertThat(line.upgradePlan("b2", List.of("c3"))).isEmpty();
    assertThat(line.upgradePlan("head", List.of("d4"))).isEmpty();
  }

  @Test
  void upgrade_throughAMerge_runsBothBranchesFirst() {
    assertThat(ids(merged.upgradePlan("head", List.of())))
        .containsExactly("a1", "b2", "d4", "c3", "e5");
  }

  @Test
  void upgrade_toOneBranch_leavesTheOtherAlone() {
    assertThat(ids(merged.upgradePlan("d4", List.of("c3")))).containsExactly("d4");
  }

  @Test
  void upgrade_bySteps_countsFromTheDatabase() {
    assertThat(ids(line.upgradePlan("+1", List.of()))).containsExactly("a1");
    assertThat(ids(line.upgradePlan("+2", List.of("b2")))).containsExactly("c3", "d4");
  }

  @Test
  void upgrade_bySteps_beyondTheEnd_isRefused() {
    assertThatThrownBy(() -> line.upgradePlan("+2", List.of("c3")))
        .isInstanceOf(RevisionException.class)
        .hasMessage("""
            [walk-past-end] '+2' asks for more steps than there are: the history ends after 1.
              found: 4 revisions; head d4 (do d4)
              fix: ask for fewer steps, or for 'head' or 'base'.""");
  }

  @Test
  void upgrade_bySteps_atAFork_isRefused() {
    assertThatThrownBy(() -> merged.upgradePlan("+2", List.of("a1")))
        .isInstanceOf(RevisionException.class)
        .hasMessage("""
            [ambiguous-walk] '+2' comes to a fork after 1 step.
              candidates: c3 (do c3), d4 (do d4)
              fix: pass the id of the revision instead.""");
  }

  @Test
  void upgrade_bySteps_fromTwoRevisions_isRefused() {
    assertThatThrownBy(() -> merged.upgradePlan("+1", List.of("c3", "d4")))
        .isInstanceOf(RevisionException.class)
        .hasMessage("""
            [ambiguous-walk] '+1' could start at any of 2 revisions.
              in database: c3, d4
              fix: pass the id of the revision to upgrade to, or count along one branch: 'label@+1'.""");
  }

  @Test
  void upgrade_downwards_isRefused() {
    assertThatThrownBy(() -> line.upgradePlan("-1", List.of("b2")))
        .isInstanceOf(RevisionException.class)
        .hasMessage("""
            [unsuitable-revision] An upgrade goes up the history; '-1' does not.
              fix: pass '+1' or the id of a later revision.""");
  }

  @Test
  void downgrade_undoesWhatIsAboveTheTarget_lastThingsFirst() {
    assertThat(ids(line.downgradePlan("b2", List.of("d4")))).containsExactly("d4", "c3");
    assertThat(ids(line.downgradePlan("base", List.of("b2")))).containsExactly("b2", "a1");
  }

  @Test
  void downgrade_throughAMerge_undoesBothBranches() {
    assertThat(ids(merged.downgradePlan("b2", List.of("e5")))).containsExactly("e5", "c3", "d4");
    assertThat(ids(merged.downgradePlan("base", List.of("e5"))))
        .containsExactly("e5", "c3", "d4", "b2", "a1");
  }

  @Test
  void downgrade_toOneSideOfAMerge_leavesTheOtherSideApplied() {
    assertThat(ids(merged.downgradePlan("c3", List.of("e5")))).containsExactly("e5");
  }

  @Test
  void downgrade_bySteps_countsFromTheDatabase() {
    assertThat(ids(line.downgradePlan("-1", List.of("d4")))).containsExactly("d4");
    assertThat(ids(line.downgradePlan("-2", List.of("b2")))).containsExactly("b2", "a1");
  }

  @Test
  void downgrade_bySteps_toABranchPoint_undoesOneBranchOnly() {
    assertThat(ids(merged.downgradePlan("-1", List.of("c3", "d4")))).containsExactly("c3");
  }

  @Test
  void downgrade_bySteps_beyondTheBase_isRefused() {
    assertThatThrownBy(() -> line.downgradePlan("-3", List.of("b2")))
        .isInstanceOf(RevisionException.class)
        .hasMessage("""
            [walk-past-end] '-3' asks for more steps than there are: the history ends after 2.
              found: 4 revisions; head d4 (do d4)
              fix: ask for fewer steps, or for 'head' or 'base'.""");
  }

  @Test
  void downgrade_bySteps_acrossAMerge_isRefused() {
    assertThatThrownBy(() -> merged.downgradePlan("-1", List.of("e5")))
        .isInstanceOf(RevisionException.class)
        .hasMessageStartingWith("[ambiguous-walk] '-1' comes to a fork after 0 steps.");
  }

  @Test
  void downgrade_upwards_isRefused() {
    assertThatThrownBy(() -> line.downgradePlan("d4", List.of("b2")))
        .isInstanceOf(RangeNotAncestorException.class)
        .hasMessage("""
            [not-an-ancestor] There is no way down to 'd4' from where the database is.
              in database: b2
              target: d4 (do d4)
              fix: pass a revision that the database has been through; 'history' lists them in order.""");
  }

  @Test
  void downgrade_toWhereItIs_isNothing() {
    assertThat(line.downgradePlan("b2", List.of("b2"))).isEmpty();
    assertThat(line.downgradePlan("base", List.of())).isEmpty();
  }

  @Test
  void downgrade_acrossAnIrreversibleRevision_isRefused() {
    ScriptDirectory history = new History()
        .revision("a1", "", op -> {}, op -> {})
        .irreversible("b2", "a1", op -> {})
        .revision("c3", "b2", op -> {}, op -> {})
        .scriptDirectory();
    assertThat(ids(history.downgradePlan("b2", List.of("c3")))).containsExactly("c3");
    assertThatThrownBy(() -> history.downgradePlan("a1", List.of("c3")))
        .isInstanceOf(IrreversibleMigrationException.class)
        .hasMessage("""
            [irreversible-revision] The downgrade would have to undo what cannot be undone. Nothing has been changed.
              irreversible: b2 (do b2)
              fix:
                1. downgrade to a revision above it, or restore a backup.
                2. give the class a 'downgrade' method and build again.""");
  }

  @Test
  void dependenciesRunFirst_andGoLast() {
    ScriptDirectory history = new History()
        .add(RevisionEntry.builder("a1", "A").branchLabels("billing").build(), op -> {}, op -> {})
        .add(RevisionEntry.builder("b2", "B").downRevision("a1").build(), op -> {}, op -> {})
        .add(RevisionEntry.builder("x1", "X").dependsOn("b2").build(), op -> {}, op -> {})
        .add(
            RevisionEntry.builder("y2", "Y")
                .downRevision("x1")
                .dependsOn("billing")
                .build(),
            op -> {},
            op -> {})
        .scriptDirectory();
    assertThat(ids(history.upgradePlan("y2", List.of()))).containsExactly("a1", "b2", "x1", "y2");
    assertThat(ids(history.downgradePlan("a1", List.of("y2")))).containsExactly("y2", "x1", "b2");
  }

  @Test
  void aRowThatThisBuildDoesNotHave_isItsOwnError() {
    assertThatThrownBy(() -> line.upgradePlan("head", List.of("c3", "ffff")))
        .isInstanceOf(ResolutionException.class)
        .hasMessage("""
            [database-ahead] The database stands on a revision that this build does not have: ffff.
              in database: c3, ffff
              in project: 4 revisions; head d4 (do d4)
              fix:
                1. run the build that has the revision: most likely a newer one was here, and was then rolled back.
                2. if the class was removed for good, put it back, downgrade with it, and remove it again.""");
  }

  @Test
  void stamp_replacesTheRowsOfTheSameLine() {
    assertThat(line.stampPlan(List.of("c3"), List.of("a1")))
        .containsExactly(new StampMove(List.of("a1"), List.of("c3"), true, false));
    assertThat(line.stampPlan(List.of("a1"), List.of("c3")))
        .containsExactly(new StampMove(List.of("c3"), List.of("a1"), false, false));
    assertThat(line.stampPlan(List.of("c3"), List.of()))
        .containsExactly(new StampMove(List.of(), List.of("c3"), true, true));
  }

  @Test
  void stamp_leavesOtherBranchesAlone() {
    assertThat(merged.stampPlan(List.of("d4"), List.of("c3")))
        .containsExactly(new StampMove(List.of(), List.of("d4"), true, true));
  }

  @Test
  void stamp_aMerge_replacesAllThatItMerges() {
    assertThat(merged.stampPlan(List.of("head"), List.of("c3", "d4")))
        .containsExactly(new StampMove(List.of("c3", "d4"), List.of("e5"), true, false));
  }

  @Test
  void stamp_base_removesEveryRow() {
    assertThat(merged.stampPlan(List.of("base"), List.of("c3", "d4")))
        .containsExactly(
            new StampMove(List.of("c3"), List.of(), false, true),
            new StampMove(List.of("d4"), List.of(), false, true));
  }

  @Test
  void stamp_toWhereItIs_isNothing() {
    assertThat(line.stampPlan(List.of("head"), List.of("d4"))).isEmpty();
  }

  @Test
  void walk_isNewestFirst_andRangesIncludeBothEnds() {
    assertThat(ids(merged.walkRevisions())).containsExactly("e5", "c3", "d4", "b2", "a1");
    assertThat(ids(line.walkRevisions("b2", "c3"))).containsExactly("c3", "b2");
    assertThat(ids(line.walkRevisions("c3", "heads"))).containsExactly("d4", "c3");
  }

  @Test
  void walk_betweenUnrelatedRevisions_isRefused() {
    assertThatThrownBy(() -> merged.walkRevisions("c3", "d4"))
        .isInstanceOf(RangeNotAncestorException.class)
        .hasMessage("""
            [not-an-ancestor] The history does not lead from 'c3' to 'd4'.
              from: c3 (do c3)
              to: d4 (do d4)
              fix: name the older revision first, and two revisions of one line.""");
  }
}
