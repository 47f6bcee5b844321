package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** What ran, what was cut short, and what is only to be written. */
class RecordGoalsTest extends GoalTest {

  @Test
  void logShowsWhatRan(
      @InjectMojo(goal = "stamp") @MojoParameter(name = "revision", value = "head") StampMojo stamp,
      @InjectMojo(goal = "log") LogMojo shown)
      throws Exception {
    stamp.execute();
    shown.execute();

    assertThat(log.lines())
        .last()
        .asString()
        .matches("[-0-9T:.]+Z  stamp 27c6a30d7c24: done in \\? s, process \\d+ on .*, Lambic .*");
  }

  @Test
  @InjectMojo(goal = "log")
  void logOfAnEmptyDatabase_saysSo_andWritesNothing(LogMojo shown) throws Exception {
    shown.execute();

    assertThat(log.lines()).containsExactly("Nothing is on record of " + shop.url + ".");
  }

  @Test
  @InjectMojo(goal = "resolve")
  @MojoParameter(name = "as", value = "applied")
  void resolve_whereNothingWasCutShort_fails(ResolveMojo resolve) {
    assertThatThrownBy(resolve::execute)
        .hasMessageContaining("[nothing-to-resolve] No step has been cut short");
  }

  @Test
  @InjectMojo(goal = "resolve")
  @MojoParameter(name = "as", value = "fine")
  void resolve_asSomethingElse_saysWhatThereIs(ResolveMojo resolve) {
    assertThatThrownBy(resolve::execute)
        .hasMessageContaining("Goal 'resolve' does not know how the revision is to count.")
        .hasMessageContaining("-Dmigrate.as=rolled-back");
  }

  @Test
  @InjectMojo(goal = "ensure-version")
  void ensureVersion_createsTheTableOnce(EnsureVersionMojo ensure) throws Exception {
    ensure.execute();
    ensure.execute();

    assertThat(log.lines())
        .containsExactly(
            "Created the version table in " + shop.url + ".",
            "Nothing to do: " + shop.url + " has the version table.");
  }

  @Test
  @InjectMojo(goal = "upgrade")
  @MojoParameter(name = "sql", value = "target/upgrade.sql")
  void upgradeAsAScript_writesIt_andLeavesTheDatabaseAlone(UpgradeMojo upgrade) throws Exception {
    upgrade.execute();

    assertThat(Files.readString(shop.classes().resolveSibling("upgrade.sql")))
        .contains("CREATE TABLE alembic_version")
        .contains("INSERT INTO alembic_version (version_num) VALUES ('1975ea83b712')");
  }

  @Test
  @InjectMojo(goal = "plan")
  void plan_showsTheSql_andLeavesTheDatabaseAlone(PlanMojo plan) throws Exception {
    plan.execute();

    assertThat(log.lines())
        .containsExactly(
            "On " + shop.url
                + ", which is at <base>, 2 steps would run. Nothing has been executed.",
            "",
            "1. upgrade <base> -> 1975ea83b712, create account",
            "    CREATE TABLE account (id INTEGER PRIMARY KEY);",
            "",
            "2. upgrade 1975ea83b712 -> 27c6a30d7c24, add account.email",
            "    ALTER TABLE account ADD COLUMN email VARCHAR(320);");
    assertThat(tables()).isEmpty();
  }

  @Test
  void planOfADatabaseThatIsUpToDate_hasNothingToDo_andSaysWhatWasEditedSince(
      @InjectMojo(goal = "upgrade") UpgradeMojo upgrade, @InjectMojo(goal = "plan") PlanMojo plan)
      throws Exception {
    upgrade.execute();
    execute("UPDATE alembic_version_journal SET hash = 'another' WHERE step = 1");

    plan.execute();

    assertThat(log.lines())
        .containsSequence(
            "Nothing to do: " + shop.url + " is at 27c6a30d7c24.",
            "WARNING [changed-since-applied] Revision 1975ea83b712 (create account) would execute something else"
                + " today than it did on this database.",
            "WARNING   class: shop.CreateAccount");
  }

  @Test
  void editedRevision_isAnErrorIfSoAsked_andNoneOnceItIsAccepted(
      @InjectMojo(goal = "upgrade") UpgradeMojo upgrade,
      @InjectMojo(goal = "plan") @MojoParameter(name = "failOnChanged", value = "true")
          PlanMojo plan,
      @InjectMojo(goal = "resolve") @MojoParameter(name = "as", value = "accepted")
          ResolveMojo resolve)
      throws Exception {
    upgrade.execute();
    plan.execute();
    execute("UPDATE alembic_version_journal SET hash = 'another' WHERE step = 1");

    assertThatThrownBy(plan::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("[changed-since-applied] Revision 1975ea83b712");
    resolve.execute();
    assertThat(log.lines())
        .last()
        .isEqualTo(
            "Accepted as they are today, on " + shop.url + ": 1975ea83b712 (create account).");
    plan.execute();
  }

  @Test
  @InjectMojo(goal = "plan")
  @MojoParameter(name = "json", value = "target/plan.json")
  void planAsJson_hasEveryStatement(PlanMojo plan) throws Exception {
    plan.execute();

    assertThat(Files.readString(shop.classes().resolveSibling("plan.json")))
        .contains(
            "\"rows\": []",
            "\"CREATE TABLE account (id INTEGER PRIMARY KEY)\"",
            "\"isKnown\": true");
  }
}
