package dev.lambic.processor;

import static dev.lambic.processor.Compiled.compile;
import static dev.lambic.processor.Compiled.compileForked;
import static dev.lambic.processor.Compiled.revision;
import static dev.lambic.processor.Compiled.source;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RevisionValidatorTest {
  @Test
  void idsAreChecked() {
    assertThat(compile(revision("V1", "id = \"a@1\"")).errors()).containsExactly("""
            V1.java:4:16: [illegal-revision-id] The id 'a@1' contains '@', which has a meaning of its own in revision symbols.
              class: com.acme.V1
              fix: use letters, digits and '_', such as the 12 hexadecimal digits that Alembic generates.""");
  }

  @Test
  void duplicatesAreReportedOnBoth() {
    assertThat(
            compile(revision("V1", "id = \"aa\""), revision("V2", "message = \"m\", id = \"aa\""))
                .errors())
        .containsExactly("""
            V1.java:4:16: [duplicate-revision] Two classes are the revision 'aa'.
              first: com.acme.V1
              second: com.acme.V2
              fix: give the newer of the two an id of its own.""", """
            V2.java:4:31: [duplicate-revision] Two classes are the revision 'aa'.
              first: com.acme.V1
              second: com.acme.V2
              fix: give the newer of the two an id of its own.""");
  }

  @Test
  void parentMustExist() {
    assertThat(compile(
                revision("V1", "id = \"1975ea83b712\""),
                revision("V2", "id = \"b\", downRevision = \"1975ea83b721\""))
            .errors())
        .containsExactly("""
            V2.java:4:36: [missing-parent] Revision 'b' comes after '1975ea83b721', which is no revision of this project.
              revision: b (com.acme.V2)
              did you mean: 1975ea83b712 (com.acme.V1)
              fix: correct the id in 'downRevision', or bring the class with revision '1975ea83b721' back.""");
  }

  @Test
  void theMissingOneOfSeveralParentsIsPointedAt() {
    assertThat(compile(
                revision("V1", "id = \"a\""),
                revision("V2", "id = \"b\", downRevision = {\"a\", \"zzz\"}"))
            .errors())
        .containsExactly("""
            V2.java:4:42: [missing-parent] Revision 'b' comes after 'zzz', which is no revision of this project.
              revision: b (com.acme.V2)
              fix: correct the id in 'downRevision', or bring the class with revision 'zzz' back.""");
  }

  @Test
  void dependencyMustExist() {
    assertThat(compile(revision("V1", "id = \"a\", dependsOn = {\"b\"}")).errors())
        .containsExactly("""
            V1.java:4:34: [missing-dependency] Revision 'a' depends on 'b', which is no revision or branch label of this project.
              revision: a (com.acme.V1)
              fix: correct the id in 'dependsOn', or bring the class with revision 'b' back.""");
  }

  @Test
  void dependencyMayBeALabel() {
    compileForked(
            revision("V1", "id = \"a\", branchLabels = \"billing\""),
            revision("V2", "id = \"b\", dependsOn = \"billing\""))
        .withoutComplaint();
  }

  @Test
  void labelsAreUnique() {
    assertThat(compile(
                revision("V1", "id = \"a\", branchLabels = \"billing\""),
                revision("V2", "id = \"b\", branchLabels = {\"shop\", \"billing\"}"))
            .errors())
        .containsExactly("""
            V2.java:4:45: [duplicate-branch-label] The branch label 'billing' is taken.
              revision: b (com.acme.V2)
              taken by: a (com.acme.V1)
              fix: choose a label that no other revision has as its id or label.""");
  }

  @Test
  void revisionMustNotFollowItself() {
    assertThat(compile(revision("V1", "id = \"a\", downRevision = \"a\"")).errors())
        .containsExactly("""
            V1.java:4:36: [revision-loop] Revision 'a' names itself as what it comes after.
              revision: a (com.acme.V1)
              fix: name the revision that really comes before it, or none.""");
  }

  @Test
  void revisionsMustNotFollowEachOtherInACircle() {
    assertThat(compile(
                revision("V1", "id = \"a\", downRevision = \"c\""),
                revision("V2", "id = \"b\", downRevision = \"a\", message = \"second\""),
                revision("V3", "id = \"c\", downRevision = \"b\""))
            .errors())
        .containsExactly("""
            V1.java:4:36: [revision-cycle] Revisions come after each other in a circle, so that none of them can be the first.
              circle:
                a (com.acme.V1)
                -> c (com.acme.V3)
                -> b (second)
                -> a (com.acme.V1)
              fix: correct the 'downRevision' or 'dependsOn' that points the wrong way.""");
  }

  @Test
  void circleThroughADependencyIsFound() {
    assertThat(compile(
                revision("V1", "id = \"a\", dependsOn = \"b\""),
                revision("V2", "id = \"b\", downRevision = \"a\""))
            .errors())
        .containsExactly("""
            V1.java:4:33: [dependency-cycle] Revisions come after each other in a circle, so that none of them can be the first.
              circle:
                a (com.acme.V1)
                -> b (com.acme.V2)
                -> a (com.acme.V1)
              fix: correct the 'downRevision' or 'dependsOn' that points the wrong way.""");
  }

  @Test
  void everythingIsReportedAtOnceInTheOrderOfTheSource() {
    assertThat(compile(
                revision("V3", "id = \"c\", dependsOn = \"x\", downRevision = {\"y\", \"z\"}"),
                source("V1", "@Revision(id = \"a b:\") public abstract class V1 {}"),
                source(
                    "V2",
                    "@Revision(id = \"b\", downRevision = \"c\", dependsOn = \"q\") class V2 {}"))
            .errors())
        .map(error -> error.substring(0, error.indexOf(']') + 1))
        .containsExactly(
            "V1.java:4:16: [illegal-revision-id]",
            "V1.java:4:40: [class-not-concrete]",
            "V1.java:4:40: [class-not-a-migration]",
            "V2.java:4:53: [missing-dependency]",
            "V2.java:4:58: [class-not-a-migration]",
            "V3.java:4:33: [missing-dependency]",
            "V3.java:4:54: [missing-parent]",
            "V3.java:4:59: [missing-parent]");
  }

  @Test
  void orderOfFilesDoesNotShowInTheErrors() {
    var one = revision("V1", "id = \"a\", downRevision = \"b\"");
    var two = revision("V2", "id = \"b\", downRevision = \"a\"");
    assertThat(compile(one, two).errors()).isEqualTo(compile(two, one).errors());
  }

  @Test
  void classThatIsWrongStillTakesPartInTheGraph() {
    assertThat(compile(
                source(
                    "V1", "@Revision(id = \"a\") public abstract class V1 implements Migration {}"),
                revision("V2", "id = \"b\", downRevision = \"a\""))
            .errors())
        .singleElement()
        .asString()
        .contains("[class-not-concrete]");
  }

  @Test
  void historyIsAGraph() {
    compile(
            revision("V1", "id = \"a\", branchLabels = \"main\""),
            revision("V2", "id = \"b\", downRevision = \"a\""),
            revision("V3", "id = \"c\", downRevision = {\"a\"}, dependsOn = \"b\""),
            revision("V4", "id = \"d\", downRevision = {\"b\", \"c\"}"))
        .withoutComplaint();
  }
}
