package dev.lambic.script;

import static dev.lambic.testing.History.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.error.CycleDetectedException;
import dev.lambic.error.MultipleHeadsException;
import dev.lambic.error.ResolutionException;
import dev.lambic.error.RevisionException;
import dev.lambic.testing.History;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionMapTest {
  private final ScriptDirectory merged =
      graph("ab12cd -> ab34ef -> 1c2d3e", "ab34ef -> 2d3e4f", "1c2d3e, 2d3e4f -> 9f8e7d");
  private final ScriptDirectory forked = graph("ab12cd -> ab34ef", "ab12cd -> cd56ab");

  @Test
  void headsAndBasesAreFoundInLoadOrder() {
    assertThat(forked.getHeads()).containsExactly("ab34ef", "cd56ab");
    assertThat(forked.getBases()).containsExactly("ab12cd");
    assertThat(merged.getCurrentHead()).contains("9f8e7d");
  }

  @Test
  void aRevisionIsFoundByItsIdOrAUniqueBeginning() {
    assertThat(merged.getRevision("9f8e7d").map(Script::revision)).contains("9f8e7d");
    assertThat(merged.getRevision("9").map(Script::revision)).contains("9f8e7d");
    assertThat(merged.getRevision("ab3").map(Script::revision)).contains("ab34ef");
  }

  @Test
  void aBeginningThatSeveralShare_namesThem() {
    assertThatThrownBy(() -> merged.getRevision("ab"))
        .isInstanceOf(ResolutionException.class)
        .hasMessage("""
            [ambiguous-revision] 2 revisions begin with 'ab'.
              candidates: ab12cd (do ab12cd), ab34ef (do ab34ef)
              fix: add characters until only one of them matches.""");
  }

  @Test
  void anUnknownRevision_namesWhatWasMeant() {
    assertThatThrownBy(() -> merged.getRevision("ab43ef"))
        .isInstanceOf(ResolutionException.class)
        .hasMessage("""
            [unknown-revision] No revision matches 'ab43ef'.
              found: 5 revisions; head 9f8e7d (do 9f8e7d)
              did you mean: ab34ef (do ab34ef)
              fix: list the revisions with 'history', and pass an id, the beginning of one, or a branch label.""");
  }

  @Test
  void headIsAnErrorWhereThereAreSeveral_headsIsNot() {
    assertThat(forked.getRevisions("heads"))
        .extracting(Script::revision)
        .containsExactly("ab34ef", "cd56ab");
    assertThatThrownBy(() -> forked.getRevision("head"))
        .isInstanceOf(MultipleHeadsException.class)
        .hasMessage("""
            [multiple-heads] 'head' could be any of 2 revisions.
              heads: ab34ef (do ab34ef), cd56ab (do cd56ab)
              fix:
                1. name one of them, or all of them with 'heads'.
                2. join them: add a revision whose 'downRevision' lists all of them.""");
  }

  @Test
  void baseIsNoRevision() {
    assertThat(merged.getRevision("base")).isEmpty();
    assertThat(merged.getRevisions("base")).isEmpty();
  }

  @Test
  void aBranchLabelNamesTheRevisionThatDeclaresIt() {
    ScriptDirectory labelled = new History()
        .add(RevisionEntry.builder("a1", "A").build(), op -> {}, op -> {})
        .add(
            RevisionEntry.builder("b2", "B")
                .downRevision("a1")
                .branchLabels("billing")
                .build(),
            op -> {},
            op -> {})
        .scriptDirectory();
    assertThat(labelled.getRevision("billing").map(Script::revision)).contains("b2");
  }

  @Test
  void aRevisionKnowsItsPlace() {
    Script branchPoint = merged.getRevision("ab34ef").orElseThrow();
    Script mergePoint = merged.getRevision("head").orElseThrow();
    assertThat(branchPoint.nextRevisions()).containsExactly("1c2d3e", "2d3e4f");
    assertThat(branchPoint.isBranchPoint()).isTrue();
    assertThat(branchPoint.isHead()).isFalse();
    assertThat(mergePoint.isMergePoint()).isTrue();
    assertThat(mergePoint.isHead()).isTrue();
    assertThat(merged.getRevision("ab12cd").orElseThrow().isBase()).isTrue();
  }

  @Test
  void theLinesOfHistoryAreAlembics() {
    assertThat(merged.walkRevisions())
        .extracting(Script::toString)
        .containsExactly(
            "1c2d3e, 2d3e4f -> 9f8e7d (head) (mergepoint), do 9f8e7d",
            "ab34ef -> 1c2d3e, do 1c2d3e",
            "ab34ef -> 2d3e4f, do 2d3e4f",
            "ab12cd -> ab34ef (branchpoint), do ab34ef",
            "<base> -> ab12cd, do ab12cd");
  }

  @Test
  void theVerboseEntryIsAlembics() {
    ScriptDirectory history = new History()
        .add(RevisionEntry.builder("a1", "shop.A").build(), op -> {}, op -> {})
        .add(
            RevisionEntry.builder("b2", "shop.B")
                .downRevision("a1")
                .dependsOn("x1")
                .branchLabels("billing")
                .message("first line\nsecond line")
                .createDate("2026-01-02 03:04")
                .build(),
            op -> {},
            op -> {})
        .add(RevisionEntry.builder("x1", "shop.X").build(), op -> {}, op -> {})
        .scriptDirectory();
    assertThat(history.getRevision("b2").orElseThrow().verboseEntry(true)).isEqualTo("""
            Rev: b2 (head) (current)
            Parent: a1
            Also depends on: x1
            Branch names: billing
            Path: shop.B
            Create Date: 2026-01-02 03:04

                first line
                second line
            """);
    assertThat(history.getRevision("x1").orElseThrow().headEntry(false))
        .isEqualTo("x1 (effective head)");
  }

  @Test
  void revisionsOfSeveralJarsJoinIntoOneHistory() {
    History core = new History().revision("a1", "", op -> {}, op -> {});
    History extra = new History().revision("b2", "a1", op -> {}, op -> {});
    assertThat(ScriptDirectory.of(List.of(extra, core)).walkRevisions())
        .extracting(Script::revision)
        .containsExactly("b2", "a1");
  }

  @Test
  void anIdThatTwoJarsDefine_namesBoth() {
    History core =
        new History().add(RevisionEntry.builder("a1", "core.Init").build(), op -> {}, op -> {});
    History extra =
        new History().add(RevisionEntry.builder("a1", "extra.Start").build(), op -> {}, op -> {});
    assertThatThrownBy(() -> ScriptDirectory.of(List.of(extra, core)))
        .isInstanceOf(RevisionException.class)
        .hasMessageContainingAll("[duplicate-revision]", "core.Init", "extra.Start");
  }

  @Test
  void aCircleIsItsOwnKindOfError() {
    assertThatThrownBy(() -> new History()
            .revision("a1", "c3", op -> {}, op -> {})
            .revision("b2", "a1", op -> {}, op -> {})
            .revision("c3", "b2", op -> {}, op -> {})
            .scriptDirectory())
        .isInstanceOf(CycleDetectedException.class);
  }

  @Test
  void anEmptyHistoryHasNoHead() {
    ScriptDirectory empty = new History().scriptDirectory();
    assertThat(empty.getCurrentHead()).isEmpty();
    assertThat(empty.upgradePlan("head", List.of())).isEmpty();
  }
}
