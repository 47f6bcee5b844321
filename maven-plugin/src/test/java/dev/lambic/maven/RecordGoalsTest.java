package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
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
        .matches(
            "[-0-9T:.]+Z  stamp 27c6a30d7c24: done in \\? s, user .*, process \\d+ on .*, Lambic .*");
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
}
