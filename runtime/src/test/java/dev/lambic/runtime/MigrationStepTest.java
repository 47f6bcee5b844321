package dev.lambic.runtime;

import static dev.lambic.testing.History.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.script.RevisionMap;
import dev.lambic.script.Script;
import dev.lambic.script.StampMove;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationStepTest {
  private final RevisionMap map = graph("a1 -> b2", "a1 -> c3", "b2, c3 -> d4").revisionMap();

  private MigrationStep up(String id) {
    return MigrationStep.upgradeFrom(map, script(id));
  }

  private MigrationStep down(String id) {
    return MigrationStep.downgradeFrom(map, script(id));
  }

  private Script script(String id) {
    return map.getRevision(id).orElseThrow();
  }

  private static HeadRows rows(String... ids) {
    return new HeadRows(List.of(ids));
  }

  private static HeadChange insert(String id) {
    return new HeadChange(List.of(), List.of(id));
  }

  private static HeadChange delete(String id) {
    return new HeadChange(List.of(id), List.of());
  }

  @Test
  void theFirstRevisionIsInserted_theLastOneDeleted() {
    assertThat(up("a1").headChange(rows())).isEqualTo(insert("a1"));
    assertThat(down("a1").headChange(rows("a1"))).isEqualTo(delete("a1"));
  }

  @Test
  void theNextRevisionTakesItsParentsRow_andGivesItBack() {
    assertThat(up("b2").headChange(rows("a1")))
        .isEqualTo(new HeadChange(List.of("a1"), List.of("b2")));
    assertThat(down("b2").headChange(rows("b2")))
        .isEqualTo(new HeadChange(List.of("b2"), List.of("a1")));
  }

  @Test
  void aSecondBranchIsInserted_andDeleted() {
    assertThat(up("c3").headChange(rows("b2"))).isEqualTo(insert("c3"));
    assertThat(down("c3").headChange(rows("b2", "c3"))).isEqualTo(delete("c3"));
  }

  @Test
  void aMergeDeletesAllParentsButOne_andBringsThemBack() {
    assertThat(up("d4").headChange(rows("b2", "c3")))
        .isEqualTo(new HeadChange(List.of("b2", "c3"), List.of("d4")));
    assertThat(down("d4").headChange(rows("d4")))
        .isEqualTo(new HeadChange(List.of("d4"), List.of("b2", "c3")));
  }

  @Test
  void stepsReadAsAlembicsDo() {
    assertThat(up("a1")).hasToString("upgrade  -> a1, do a1");
    assertThat(down("d4")).hasToString("downgrade d4 -> b2, c3, do d4");
    assertThat(
            MigrationStep.stampFrom(map, new StampMove(List.of("a1"), List.of("c3"), true, false)))
        .hasToString("stamp_revision a1 -> c3");
  }

  @Test
  void theInfoOfAStepNamesBothEnds() {
    MigrationInfo info = down("d4").info();
    assertThat(info.upRevisionId()).contains("d4");
    assertThat(info.downRevisionIds()).containsExactly("b2", "c3");
    assertThat(info.sourceRevisionIds()).containsExactly("d4");
    assertThat(info.destinationRevisionIds()).containsExactly("b2", "c3");
    assertThat(info.isMigration()).isTrue();
  }

  @Test
  void stepsAreEqualIfRevisionAndDirectionAre() {
    assertThat(up("b2")).isEqualTo(up("b2")).isNotEqualTo(down("b2")).isNotEqualTo(up("c3"));
  }
}
