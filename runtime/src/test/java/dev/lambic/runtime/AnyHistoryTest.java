package dev.lambic.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionMap;
import dev.lambic.script.Script;
import dev.lambic.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for plans and for the rows of the version table in any history. The model knows sets only: what is applied is
 * a set of revisions; the rows are those of them that no other of them needs.
 */
class AnyHistoryTest {

  static IntStream histories() {
    return IntStream.range(0, 150);
  }

  /** A random history, and what is applied of it. */
  private static final class Model {
    final ScriptDirectory script;
    final Random random;
    final Set<String> applied = new TreeSet<>();
    final HeadRows rows = new HeadRows(List.of());

    Model(int seed) {
      this.random = new Random(seed);
      int size = 1 + random.nextInt(30);
      int mostParents = 1 + random.nextInt(3);
      int mostDependencies = random.nextInt(3);
      List<String> ids = new ArrayList<>();
      List<RevisionEntry> entries = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        String id = "r" + (100 + i);
        boolean isBase = i == 0 || random.nextInt(8) == 0;
        List<String> parents = isBase ? List.of() : some(ids, 1 + random.nextInt(mostParents));
        List<String> dependencies = some(ids, random.nextInt(mostDependencies + 1));
        entries.add(RevisionEntry.builder(id, "shop." + id)
            .downRevision(parents.toArray(String[]::new))
            .dependsOn(dependencies.toArray(String[]::new))
            .build());
        ids.add(id);
      }
      Collections.shuffle(entries, random);
      this.script = ScriptDirectory.of(RevisionMap.of(entries, position -> {
        throw new AssertionError("nothing runs here");
      }));
    }

    private List<String> some(List<String> of, int atMost) {
      Set<String> some = new TreeSet<>();
      for (int i = 0; i < atMost && !of.isEmpty(); i++) {
        some.add(of.get(random.nextInt(of.size())));
      }
      List<String> shuffled = new ArrayList<>(some);
      Collections.shuffle(shuffled, random);
      return shuffled;
    }

    Script any() {
      List<Script> all = script.revisionMap().scripts();
      return all.get(random.nextInt(all.size()));
    }

    Set<String> needs(String id) {
      Script one = script.getRevision(id).orElseThrow();
      Set<String> needs = new TreeSet<>(one.downRevisions());
      needs.addAll(one.dependencies());
      return needs;
    }

    /** Everything that can be reached; {@code isUp} says which way. */
    Set<String> reach(Set<String> from, boolean isUp) {
      Set<String> reached = new TreeSet<>(from);
      boolean isGrowing = true;
      while (isGrowing) {
        isGrowing = false;
        for (Script one : script.revisionMap().scripts()) {
          Set<String> needs = needs(one.revision());
          isGrowing |= isUp
              ? needs.stream().anyMatch(reached::contains) && reached.add(one.revision())
              : reached.contains(one.revision()) && reached.addAll(needs);
        }
      }
      return reached;
    }

    Set<String> tips() {
      Set<String> tips = new TreeSet<>(applied);
      applied.forEach(one -> tips.removeAll(needs(one)));
      return tips;
    }

    void upgrade(Script script) {
      assertThat(applied).containsAll(needs(script.revision())).doesNotContain(script.revision());
      applied.add(script.revision());
      rows.advance(MigrationStep.upgradeFrom(this.script.revisionMap(), script));
      assertThat(rows.toList()).containsExactlyElementsOf(tips());
    }

    void downgrade(Script script) {
      applied.remove(script.revision());
      assertThat(applied).noneMatch(one -> needs(one).contains(script.revision()));
      rows.advance(MigrationStep.downgradeFrom(this.script.revisionMap(), script));
      assertThat(rows.toList()).containsExactlyElementsOf(tips());
    }

    /** Upgrades to revisions that nobody chose, so that the database stands anywhere. */
    Model somewhere() {
      for (int i = random.nextInt(4); i > 0; i--) {
        script.upgradePlan(any().revision(), rows.toList()).forEach(this::upgrade);
      }
      return this;
    }
  }

  @ParameterizedTest
  @MethodSource("histories")
  void anUpgradeAppliesWhatTheTargetNeeds_andNothingElse(int seed) {
    Model model = new Model(seed).somewhere();
    String target = model.any().revision();
    Set<String> expected = new TreeSet<>(model.applied);
    expected.addAll(model.reach(Set.of(target), false));
    model.script.upgradePlan(target, model.rows.toList()).forEach(model::upgrade);
    assertThat(model.applied).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("histories")
  void aDowngradeUndoesWhatComesAfterTheTarget_andNothingElse(int seed) {
    Model model = new Model(seed).somewhere();
    if (model.applied.isEmpty()) {
      model.script.upgradePlan("heads", List.of()).forEach(model::upgrade);
    }
    String target = List.copyOf(model.applied).get(model.random.nextInt(model.applied.size()));
    Set<String> after =
        new TreeSet<>(model.script.getRevision(target).orElseThrow().nextRevisions());
    Set<String> expected = new TreeSet<>(model.applied);
    expected.removeAll(model.reach(after, true));
    if (!expected.equals(model.applied) || model.rows.contains(target)) {
      model.script.downgradePlan(target, model.rows.toList()).forEach(model::downgrade);
    }
    assertThat(model.applied).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("histories")
  void undoingAPlanStepByStepComesBackThroughTheSameRows(int seed) {
    Model model = new Model(seed).somewhere();
    List<Script> plan = model.script.upgradePlan("heads", model.rows.toList());
    List<List<String>> way = new ArrayList<>();
    for (Script step : plan) {
      way.add(model.rows.toList());
      model.upgrade(step);
    }
    for (int i = plan.size() - 1; i >= 0; i--) {
      model.downgrade(plan.get(i));
      assertThat(model.rows.toList()).isEqualTo(way.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("histories")
  void fromAnywhereTheWayLeadsUpToTheHeads_andDownToNothing(int seed) {
    Model model = new Model(seed).somewhere();
    model.script.upgradePlan("heads", model.rows.toList()).forEach(model::upgrade);
    assertThat(model.applied).hasSameSizeAs(model.script.revisionMap().scripts());
    assertThat(model.rows.toList())
        .containsExactlyInAnyOrderElementsOf(model.script.getHeads(true));
    model.script.downgradePlan("base", model.rows.toList()).forEach(model::downgrade);
    assertThat(model.rows.toList()).isEmpty();
  }
}
