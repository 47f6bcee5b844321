package dev.lambic.runtime;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.command.Command;
import dev.lambic.command.PlanResult;
import dev.lambic.config.Config;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.testing.H2;
import dev.lambic.testing.History;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What would run now, and what would have run otherwise, worked out without running it. */
class PlanningTest {
  private final H2 h2 = new H2();

  @AfterEach
  void close() {
    h2.close();
  }

  private Command command(History history) {
    return new Command(Config.builder()
        .url(h2.url())
        .scriptDirectory(history.scriptDirectory())
        .listener(new MigrationListener() {})
        .build());
  }

  private static History one(History.Step step) {
    return new History().revision("a1", "", step, op -> op.execute("DROP TABLE one"));
  }

  private static History.Step statements(String... sql) {
    return op -> List.of(sql).forEach(op::execute);
  }

  @Test
  void planSaysWhatWouldBeExecuted_andExecutesNothing() {
    PlanResult plan = command(new History()
            .revision("a1", "", op -> op.createTable("one", column("id", integer())), op -> {})
            .revision("b2", "a1", statements("DELETE FROM one"), op -> {}))
        .planUpgrade("heads");

    assertThat(plan.rows()).isEmpty();
    assertThat(plan.steps())
        .extracting(step -> step.info().upRevisionIds() + " " + step.statements())
        .containsExactly("[a1] [CREATE TABLE one (\n    id INTEGER\n)]", "[b2] [DELETE FROM one]");
    assertThat(plan.steps()).allMatch(PlannedStep::isKnown);
    assertThat(h2.tables()).isEmpty();
  }

  @Test
  void planBeginsWhereTheDatabaseStands() {
    History history = new History()
        .revision("a1", "", statements("CREATE TABLE one (id INT)"), statements("DROP TABLE one"))
        .revision(
            "b2", "a1", statements("CREATE TABLE two (id INT)"), statements("DROP TABLE two"));
    command(history).upgrade("a1");

    assertThat(command(history).planUpgrade("heads").steps())
        .extracting(PlannedStep::statements)
        .containsExactly(List.of("CREATE TABLE two (id INT)"));
    assertThat(command(history).planDowngrade("base").steps())
        .extracting(PlannedStep::statements)
        .containsExactly(List.of("DROP TABLE one"));
    assertThat(command(history).planDowngrade("base").steps())
        .extracting(PlannedStep::name)
        .containsExactly("downgrade");
  }

  @Test
  void whatDependsOnTheDatabase_isSaidToBeUnknown() {
    PlannedStep step = command(one(op -> {
          op.execute("CREATE TABLE one (id INT)");
          op.getBind();
        }))
        .planUpgrade("heads")
        .steps()
        .get(0);

    assertThat(step.statements()).containsExactly("CREATE TABLE one (id INT)");
    assertThat(step.whyUnknown()).map(Problem::id).contains(ProblemId.NEEDS_DATABASE);
  }

  @Test
  void migrationThatFailsWithoutADatabase_isUnknown_andThePlanGoesOn() {
    PlanResult plan = command(one(op -> {
              throw new IllegalStateException("no weather today");
            })
            .revision("b2", "a1", statements("DELETE FROM one"), op -> {}))
        .planUpgrade("heads");

    assertThat(plan.steps().get(0).whyUnknown())
        .map(Problem::render)
        .hasValueSatisfying(text -> assertThat(text)
            .startsWith("[migration-failed] The migration's own code failed.")
            .contains("no weather today"));
    assertThat(plan.steps().get(1).isKnown()).isTrue();
  }

  @Test
  void revisionThatWasCutShort_goesOnBehindWhatWasDone() {
    assertThatThrownBy(() ->
            command(one(statements("CREATE TABLE one (id INT)", "GARBAGE"))).upgrade("heads"))
        .isInstanceOf(MigrationException.class);
    Command mended =
        command(one(statements("CREATE TABLE one (id INT)", "CREATE TABLE two (id INT)")));

    assertThat(mended.planUpgrade("heads").steps())
        .singleElement()
        .matches(step -> step.done() == 1 && step.isKnown());
  }

  @Test
  void revisionThatWasCutShort_andCannotGoOn_saysSoInThePlan() {
    assertThatThrownBy(() ->
            command(one(statements("CREATE TABLE one (id INT)", "GARBAGE"))).upgrade("heads"))
        .isInstanceOf(MigrationException.class);
    Command edited = command(one(statements("CREATE TABLE one (id BIGINT)")));

    assertThat(edited.planUpgrade("heads").steps())
        .singleElement()
        .extracting(step -> step.whyUnknown().map(Problem::id).orElseThrow())
        .isEqualTo(ProblemId.CHANGED_SINCE_CUT_SHORT);
  }

  @Test
  void otherRunThanTheOneThatWasCutShort_isRefusedByThePlanToo() {
    assertThatThrownBy(() ->
            command(one(statements("CREATE TABLE one (id INT)", "GARBAGE"))).upgrade("heads"))
        .isInstanceOf(MigrationException.class);
    Command other = command(
        new History().revision("b2", "", statements("CREATE TABLE two (id INT)"), op -> {}));

    assertThatThrownBy(() -> other.planUpgrade("heads"))
        .hasMessageStartingWith("[unfinished-step] ");
  }

  @Test
  void editOfARevisionThatWasApplied_isFound() {
    command(one(statements("CREATE TABLE one (id INT)"))).upgrade("heads");
    Command edited = command(one(statements("CREATE TABLE one (id BIGINT)")));

    assertThat(edited.planUpgrade("heads").changed())
        .singleElement()
        .extracting(changed -> changed.problem().render())
        .asString()
        .startsWith(
            "[changed-since-applied] Revision a1 (do a1) would execute something else today than it did on this database.")
        .containsPattern("applied: 2[^\\n]*Z, process [^\\n]*\\n");
    assertThat(edited.changedSinceApplied()).hasSize(1);
  }

  @Test
  void commentsAndWhiteSpace_areNoEdit() {
    command(one(statements("CREATE TABLE one (id INT)"))).upgrade("heads");

    assertThat(command(one(statements("CREATE  TABLE one\n(id INT) -- as it was")))
            .changedSinceApplied())
        .isEmpty();
  }

  @Test
  void operationsAreWorkedOutAsTheyWereCarriedOut() {
    History history = one(op -> {
      op.createTable("one", column("id", integer()).primaryKey(), column("n", integer()));
      op.batchAlterTable("one", batch -> batch.addColumn(column("m", integer())));
      op.autocommitBlock(() -> op.execute("INSERT INTO one (id) VALUES (1)"));
    });
    command(history).upgrade("heads");

    assertThat(command(history).changedSinceApplied()).isEmpty();
  }

  @Test
  void whatDependedOnTheDatabase_isNotCompared() {
    command(one(op -> {
          op.execute("CREATE TABLE one (id INT)");
          op.getBind();
        }))
        .upgrade("heads");

    assertThat(command(one(statements("CREATE TABLE other (id INT)"))).changedSinceApplied())
        .isEmpty();
  }

  @Test
  void whatWasUndone_isNotCompared() {
    command(one(statements("CREATE TABLE one (id INT)"))).upgrade("heads");
    command(one(statements("CREATE TABLE one (id INT)"))).downgrade("base");

    assertThat(command(one(statements("CREATE TABLE one (id BIGINT)"))).changedSinceApplied())
        .isEmpty();
  }

  @Test
  void acceptedEdit_isNoneAnyMore() {
    command(one(statements("CREATE TABLE one (id INT)"))).upgrade("heads");
    Command edited = command(one(statements("CREATE TABLE one (id BIGINT)")));

    assertThat(edited.acceptChanged()).hasSize(1);
    assertThat(edited.changedSinceApplied()).isEmpty();
    assertThat(edited.acceptChanged()).isEmpty();
  }

  @Test
  void withoutAJournal_thereIsNothingToCompareWith_andThePlanIsTheSame() {
    h2.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)");
    h2.execute("INSERT INTO alembic_version VALUES ('a1')");
    Command command = command(one(statements("CREATE TABLE one (id INT)")));

    assertThat(command.planUpgrade("heads"))
        .isEqualTo(new PlanResult(List.of("a1"), List.of(), List.of()));
    assertThat(h2.tables()).containsExactly("ALEMBIC_VERSION");
  }
}
