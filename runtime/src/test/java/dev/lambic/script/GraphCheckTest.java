package dev.lambic.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.error.CycleDetectedException;
import dev.lambic.error.RevisionException;
import dev.lambic.script.RevisionEntry.Builder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphCheckTest {
  @Test
  void soundHistoryHasNoDefects() {
    assertThat(defects(
            revision("a").branchLabels("main"),
            revision("b").downRevision("a"),
            revision("c").downRevision("a").dependsOn("b", "main"),
            revision("d").downRevision("b", "c")))
        .isEmpty();
  }

  @Test
  void idMustNotHoldACharacterOfTheSymbols() {
    assertThat(defects(revision("27c6@30"))).containsExactly("""
            0 ID[0] [illegal-revision-id] The id '27c6@30' contains '@', which has a meaning of its own in revision symbols.
              class: V27c6@30
              fix: use letters, digits and '_', such as the 12 hexadecimal digits that Alembic generates.""");
  }

  @ParameterizedTest
  @CsvSource({
    "a-b, contains '-'",
    "a+b, contains '+'",
    "a:b, contains ':'",
    "' ', is empty",
    "123456789012345678901234567890123, has 33 characters; the version table holds at most 32"
  })
  void idIsChecked(String id, String complaint) {
    assertThat(defects(revision(id)))
        .singleElement()
        .asString()
        .startsWith("0 ID[0] [illegal-revision-id] The id '" + id + "' " + complaint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"head", "heads", "base", "current"})
  void wordWithAMeaningIsNoId(String id) {
    assertThat(defects(revision(id))).containsExactly("""
            0 ID[0] [illegal-revision-id] The id '%s' is a word with a meaning of its own in revision symbols.
              class: V%s
              fix: use letters, digits and '_', such as the 12 hexadecimal digits that Alembic generates.""".formatted(id, id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678901234567890123456789012", "add_email", "Head", "é"})
  void idMayBeAnyOtherWord(String id) {
    assertThat(defects(revision(id))).isEmpty();
  }

  @Test
  void illegalIdIsNotADuplicateOnTopOfIt() {
    assertThat(defects(revision(""), revision("")))
        .hasSize(2)
        .allMatch(defect -> defect.contains("[illegal-revision-id]"));
  }

  @Test
  void sharedIdIsADefectOfBoth() {
    assertThat(defects(revision("a"), revision("b"), RevisionEntry.builder("a", "Copy")))
        .containsExactly("""
            0 ID[0] [duplicate-revision] Two classes are the revision 'a'.
              first: Va
              second: Copy
              fix: give the newer of the two an id of its own.""", """
            2 ID[0] [duplicate-revision] Two classes are the revision 'a'.
              first: Va
              second: Copy
              fix: give the newer of the two an id of its own.""");
  }

  @Test
  void idThreeTimesIsADefectOfEachPairWithTheFirst() {
    assertThat(defects(revision("a"), revision("a"), revision("a")))
        .map(defect -> defect.substring(0, 1))
        .containsExactly("0", "1", "0", "2");
  }

  @Test
  void branchLabelIsTakenOnce() {
    assertThat(defects(
            revision("a").branchLabels("billing"),
            revision("b").message("second").branchLabels("shop", "billing")))
        .containsExactly("""
            1 BRANCH_LABELS[1] [duplicate-branch-label] The branch label 'billing' is taken.
              revision: b (second)
              taken by: a (Va)
              fix: choose a label that no other revision has as its id or label.""");
  }

  @Test
  void branchLabelMustNotBeTheIdOfARevision() {
    assertThat(defects(revision("a").branchLabels("b"), revision("b"))).containsExactly("""
            0 BRANCH_LABELS[0] [duplicate-branch-label] The branch label 'b' is taken.
              revision: a (Va)
              taken by: b (Vb)
              fix: choose a label that no other revision has as its id or label.""");
  }

  @Test
  void parentMustExist() {
    assertThat(defects(
            revision("1975ea83b712"), revision("b").downRevision("1975ea83b712", "1975ea83b721")))
        .containsExactly("""
            1 DOWN_REVISION[1] [missing-parent] Revision 'b' comes after '1975ea83b721', which is no revision of this project.
              revision: b (Vb)
              did you mean: 1975ea83b712 (V1975ea83b712)
              fix: correct the id in 'downRevision', or bring the class with revision '1975ea83b721' back.""");
  }

  @Test
  void branchLabelIsNoParent() {
    assertThat(
            defects(revision("a").branchLabels("billing"), revision("b").downRevision("billing")))
        .containsExactly("""
            1 DOWN_REVISION[0] [missing-parent] Revision 'b' comes after 'billing', which is no revision of this project.
              revision: b (Vb)
              fix: correct the id in 'downRevision', or bring the class with revision 'billing' back.""");
  }

  @Test
  void dependencyMustExist() {
    assertThat(defects(revision("a").branchLabels("billing"), revision("b").dependsOn("biling")))
        .containsExactly("""
            1 DEPENDS_ON[0] [missing-dependency] Revision 'b' depends on 'biling', which is no revision or branch label of this project.
              revision: b (Vb)
              did you mean: billing (branch label of a)
              fix: correct the id in 'dependsOn', or bring the class with revision 'biling' back.""");
  }

  @Test
  void revisionMustNotBeItsOwnParent() {
    assertThat(defects(revision("a").downRevision("a"))).containsExactly("""
            0 DOWN_REVISION[0] [revision-loop] Revision 'a' names itself as what it comes after.
              revision: a (Va)
              fix: name the revision that really comes before it, or none.""");
  }

  @Test
  void revisionMustNotDependOnItself() {
    assertThat(defects(revision("a").dependsOn("a"))).containsExactly("""
            0 DEPENDS_ON[0] [dependency-loop] Revision 'a' names itself as what it depends on.
              revision: a (Va)
              fix: name the revision that really comes before it, or none.""");
  }

  @Test
  void revisionMustNotDependOnItsOwnLabel() {
    assertThat(defects(revision("a").branchLabels("billing").dependsOn("billing")))
        .containsExactly("""
            0 DEPENDS_ON[0] [dependency-cycle] Revisions come after each other in a circle, so that none of them can be the first.
              circle:
                a (Va)
                -> a (Va)
              fix: correct the 'downRevision' or 'dependsOn' that points the wrong way.""");
  }

  @Test
  void circleOfParentsIsToldWithTheWholeWay() {
    assertThat(defects(
            revision("a").downRevision("c"),
            revision("b").downRevision("a").message("second"),
            revision("c").downRevision("b")))
        .containsExactly("""
            0 DOWN_REVISION[0] [revision-cycle] Revisions come after each other in a circle, so that none of them can be the first.
              circle:
                a (Va)
                -> c (Vc)
                -> b (second)
                -> a (Va)
              fix: correct the 'downRevision' or 'dependsOn' that points the wrong way.""");
  }

  @Test
  void circleOfDependenciesIsFound() {
    assertThat(defects(revision("a").dependsOn("b"), revision("b").dependsOn("a")))
        .containsExactly("""
            0 DEPENDS_ON[0] [dependency-cycle] Revisions come after each other in a circle, so that none of them can be the first.
              circle:
                a (Va)
                -> b (Vb)
                -> a (Va)
              fix: correct the 'downRevision' or 'dependsOn' that points the wrong way.""");
  }

  @Test
  void circleThroughADependencyIsPinnedToTheFirstStepOfTheWay() {
    assertThat(defects(
            revision("a"), revision("b").downRevision("a", "c"), revision("c").dependsOn("b")))
        .containsExactly("""
            1 DOWN_REVISION[1] [dependency-cycle] Revisions come after each other in a circle, so that none of them can be the first.
              circle:
                b (Vb)
                -> c (Vc)
                -> b (Vb)
              fix: correct the 'downRevision' or 'dependsOn' that points the wrong way.""");
  }

  @Test
  void brokenReferencesDoNotHideACircle() {
    assertThat(defects(revision("a").downRevision("x", "b"), revision("b").downRevision("a")))
        .map(defect -> defect.substring(0, defect.indexOf("] ", 20) + 1))
        .containsExactly(
            "0 DOWN_REVISION[0] [missing-parent]", "0 DOWN_REVISION[1] [revision-cycle]");
  }

  @Test
  void cycleIsThrownAsOne() {
    assertThat(GraphCheck.check(List.of(revision("a").downRevision("a").build()))
            .get(0)
            .toException())
        .isInstanceOf(CycleDetectedException.class);
  }

  @Test
  void everythingElseIsThrownAsARevisionException() {
    assertThat(GraphCheck.check(List.of(revision("a").downRevision("b").build()))
            .get(0)
            .toException())
        .isExactlyInstanceOf(RevisionException.class);
  }

  /** A revision whose class is called like itself. */
  private static Builder revision(String id) {
    return RevisionEntry.builder(id, "V" + id);
  }

  /** The defects, each as {@code position ATTRIBUTE[value] text}. */
  private static List<String> defects(Builder... revisions) {
    return GraphCheck.check(Arrays.stream(revisions).map(Builder::build).toList()).stream()
        .map(defect -> defect.position() + " " + defect.attribute() + "[" + defect.value() + "] "
            + defect.problem().render())
        .toList();
  }
}
