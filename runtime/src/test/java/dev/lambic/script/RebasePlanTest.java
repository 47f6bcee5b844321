package dev.lambic.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.testing.History;
import java.util.List;
import org.junit.jupiter.api.Test;

class RebasePlanTest {
  private static final ScriptDirectory FORKED =
      History.graph("a -> b -> ours", "b -> x -> y -> theirs");

  private static RebasePlan plan(ScriptDirectory history, String head, String onto) {
    return history.rebasePlan(head, onto, List.of());
  }

  @Test
  void theLowestOfTheLineGetsTheOtherHeadAsItsParent() {
    RebasePlan plan = plan(FORKED, "theirs", "ours");
    assertThat(plan.lowest().revision()).isEqualTo("x");
    assertThat(plan.parents()).containsExactly("ours");
    assertThat(plan.moved()).extracting(Script::revision).containsExactly("theirs", "y", "x");
  }

  @Test
  void lineWithABaseOfItsOwn_canMoveToo() {
    RebasePlan plan = plan(History.graph("a -> ours", "x -> theirs"), "theirs", "ours");
    assertThat(plan.lowest().revision()).isEqualTo("x");
    assertThat(plan.parents()).containsExactly("ours");
  }

  @Test
  void forkWithinWhatMoves_comesAlong() {
    ScriptDirectory history = History.graph("a -> ours", "a -> x -> y", "x -> z", "y, z -> theirs");
    assertThat(plan(history, "theirs", "ours").lowest().revision()).isEqualTo("x");
  }

  @Test
  void mergeWithinWhatMoves_keepsItsOtherParent() {
    ScriptDirectory history = History.graph("a -> b -> ours", "a -> x", "x, b -> theirs");
    assertThatThrownBy(() -> plan(history, "theirs", "ours")).hasMessage("""
        [cannot-rebase] What leads to 'theirs' begins at 2 revisions, which cannot all come right after 'ours'.
          begins at: theirs (do theirs), x (do x)
          fix: join the heads with 'merge'.""");
  }

  @Test
  void whatIsNoHead_cannotMove() {
    assertThatThrownBy(() -> plan(FORKED, "y", "ours")).hasMessage("""
        [cannot-rebase] Revision 'y' is not a head.
          revision: y (do y)
          before: theirs
          fix: name the heads that have come together; 'heads' lists them.""");
    assertThatThrownBy(() -> plan(FORKED, "ours", "y"))
        .hasMessageStartingWith("[cannot-rebase] Revision 'y' is not a head.");
    assertThatThrownBy(() -> plan(FORKED, "ours", "ours")).hasMessage("""
        [cannot-rebase] Revision 'ours' cannot be put on top of itself.
          fix: name two heads.""");
    assertThatThrownBy(() -> plan(FORKED, "base", "ours")).hasMessage("""
        [cannot-rebase] 'base' does not name a revision.
          fix: name a head; 'heads' lists them.""");
  }

  @Test
  void circleThroughADependency_isRefused() {
    ScriptDirectory history = new History()
        .revision("a", "", op -> {}, op -> {})
        .revision("x", "a", op -> {}, op -> {})
        .revision("theirs", "x", op -> {}, op -> {})
        .add(
            RevisionEntry.builder("ours", "shop.Ours")
                .downRevision("a")
                .dependsOn("theirs")
                .build(),
            op -> {},
            op -> {})
        .scriptDirectory();
    assertThatThrownBy(() -> plan(history, "theirs", "ours"))
        .hasMessageStartingWith("[cannot-rebase] 'ours' needs 'theirs'");
  }

  @Test
  void whatADatabaseHasBeenThrough_stays() {
    assertThatThrownBy(() -> FORKED.rebasePlan("theirs", "ours", List.of("y"))).hasMessage("""
        [already-applied] The database has been through what would move. Nothing has been changed.
          applied:
            y (do y)
            x (do x)
          fix:
            1. move the other head, if that has been applied nowhere.
            2. or downgrade the database first, or join the heads with 'merge'.""");
    assertThat(FORKED.rebasePlan("theirs", "ours", List.of("ours", "unknown")).parents())
        .containsExactly("ours");
  }
}
