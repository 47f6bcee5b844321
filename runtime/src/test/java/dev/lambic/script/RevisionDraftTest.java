package dev.lambic.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.testing.History;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionDraftTest {
  private static final ScriptDirectory FORKED =
      History.graph("a111 -> b222 -> c333", "a111 -> d444");

  private static RevisionRequest.Builder request() {
    return RevisionRequest.builder("new").id("e555");
  }

  @Test
  void theOnlyHeadIsTheParent() {
    assertThat(History.graph("a111 -> b222").draft(request().build()).parentIds())
        .containsExactly("b222");
  }

  @Test
  void anEmptyHistoryHasNoParentToGive() {
    assertThat(ScriptDirectory.of(List.of()).draft(request().build()).parentIds())
        .isEmpty();
  }

  @Test
  void baseGivesARevisionWithoutParents() {
    assertThat(FORKED.draft(request().heads("base").build()).parentIds()).isEmpty();
  }

  @Test
  void severalHeads_haveToBeTakenApart() {
    assertThatThrownBy(() -> FORKED.draft(request().build())).hasMessage("""
        [multiple-heads] 'head' could be any of 2 revisions.
          heads: c333 (do c333), d444 (do d444)
          fix:
            1. name one of them, or all of them with 'heads'.
            2. join them: add a revision whose 'downRevision' lists all of them.""");
    assertThat(FORKED.draft(request().heads("c33", "d444").build()).parentIds())
        .containsExactly("c333", "d444");
  }

  @Test
  void parentThatIsNoHead_needsSplice() {
    assertThatThrownBy(() -> FORKED.draft(request().heads("b222").build())).hasMessage("""
        [not-a-head] Revision 'b222' is not a head.
          revision: b222 (do b222)
          before: c333
          fix:
            1. name a head, or leave the parent out for the only head there is.
            2. or, to begin another branch there, set 'splice'.""");
    assertThat(FORKED.draft(request().heads("b222").splice(true).build()).parentIds())
        .containsExactly("b222");
  }

  @Test
  void parentNamedTwice_isRefused() {
    assertThatThrownBy(() -> FORKED.draft(request().heads("c333", "c33").build()))
        .hasMessage("""
        [duplicate-parent] The new revision would come after the same revision twice.
          revision: c333 (do c333)
          fix: name each parent once.""");
  }

  @Test
  void takenLabelAndTakenId_areRefused() {
    assertThatThrownBy(
            () -> FORKED.draft(request().heads("c333").branchLabels("d444").build()))
        .hasMessageStartingWith("[duplicate-branch-label] The branch label 'd444' is taken.");
    assertThatThrownBy(() ->
            FORKED.draft(RevisionRequest.builder("x").heads("c333").id("d444").build()))
        .hasMessageStartingWith("[duplicate-revision] Two classes are the revision 'd444'.");
    assertThatThrownBy(() ->
            FORKED.draft(RevisionRequest.builder("x").heads("c333").id("x-y").build()))
        .hasMessageStartingWith("[illegal-revision-id] The id 'x-y' contains '-'");
  }

  @Test
  void dependenciesAreResolved_butLabelsStay() {
    ScriptDirectory labelled = new History()
        .add(
            RevisionEntry.builder("a111", "shop.A").branchLabels("shop").build(),
            op -> {},
            op -> {})
        .revision("b222", "", op -> {}, op -> {})
        .scriptDirectory();
    assertThat(labelled
            .draft(request().heads("base").dependsOn("b22", "shop").build())
            .dependsOn())
        .containsExactly("b222", "shop");
    assertThatThrownBy(
            () -> labelled.draft(request().heads("base").dependsOn("nobody").build()))
        .hasMessageStartingWith("[unknown-revision] No revision matches 'nobody'.");
  }
}
