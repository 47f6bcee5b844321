package dev.lambic.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
  private final Problem problem =
      Problem.of(ProblemId.UNKNOWN_REVISION, "No revision matches 'ae10'.");

  @Test
  void aBareProblemIsItsHeadline() {
    assertThat(problem.render()).isEqualTo("[unknown-revision] No revision matches 'ae10'.");
  }

  @Test
  void factsComeInOrder_thePlaceFirst_theFixLast() {
    Problem full = problem
        .fix("pass a longer prefix.")
        .with("found", "12 revisions")
        .didYouMean(List.of("ae01f3 (create_users)", "ae11f3 (drop_users)"))
        .where("target of goal 'upgrade'");
    assertThat(full.render()).isEqualTo("""
            [unknown-revision] No revision matches 'ae10'.
              where: target of goal 'upgrade'
              found: 12 revisions
              did you mean: ae01f3 (create_users), ae11f3 (drop_users)
              fix: pass a longer prefix.""");
  }

  @Test
  void severalFixesAreNumbered() {
    assertThat(problem.fix("one.").fix("two,\nor so.").render()).isEqualTo("""
            [unknown-revision] No revision matches 'ae10'.
              fix:
                1. one.
                2. two,
                   or so.""");
  }

  @Test
  void aFactOfSeveralLinesIsABlock() {
    assertThat(problem.with("statement", "CREATE TABLE t (\n  id INTEGER\n)").render())
        .isEqualTo("""
            [unknown-revision] No revision matches 'ae10'.
              statement:
                CREATE TABLE t (
                  id INTEGER
                )""");
  }

  @Test
  void noCandidatesMeansNoSuchLine() {
    assertThat(problem.didYouMean(List.of())).isEqualTo(problem);
  }

  @Test
  void theExceptionsMessageIsTheProblem_evenInALocaleThatFoldsCaseDifferently() {
    assertThat(new EnvironmentException(Problem.of(ProblemId.MISSING_DRIVER, "No driver.")))
        .hasMessage("[missing-driver] No driver.");
  }
}
