package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class WritingGoalsTest extends GoalTest {

  @Test
  @InjectMojo(goal = "upgrade")
  void upgradeGoesToTheHead(UpgradeMojo upgrade) throws Exception {
    upgrade.execute();

    assertThat(tables()).hasSize(1);
    assertThat(versions()).containsExactly("27c6a30d7c24");
    assertThat(log.lines())
        .containsExactly(
            "Running upgrade  -> 1975ea83b712, create account (1 of 2)",
            "Running upgrade 1975ea83b712 -> 27c6a30d7c24, add account.email (2 of 2, ? s)",
            "Upgraded " + shop.url + " from <base> to 27c6a30d7c24: 2 steps in ? s");
  }

  @Test
  @InjectMojo(goal = "upgrade")
  @MojoParameter(name = "revision", value = "+1")
  void upgradeStopsWhereItIsTold(UpgradeMojo upgrade) throws Exception {
    upgrade.execute();

    assertThat(versions()).containsExactly("1975ea83b712");
    assertThat(log.lines())
        .last()
        .isEqualTo("Upgraded " + shop.url + " from <base> to 1975ea83b712: 1 step in ? s");
  }

  @Test
  @InjectMojo(goal = "upgrade")
  void upgradeAtTheHead_hasNothingToDo(UpgradeMojo upgrade) throws Exception {
    upgrade.execute();
    upgrade.execute();

    assertThat(log.lines())
        .last()
        .isEqualTo("Nothing to do: " + shop.url + " is at 27c6a30d7c24 (head).");
  }

  @Test
  @InjectMojo(goal = "upgrade")
  @MojoParameter(name = "revision", value = "1975ea83b721")
  void upgradeToAnUnknownRevision_namesTheParameter(UpgradeMojo upgrade) {
    assertThatThrownBy(upgrade::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasNoCause()
        .hasMessage("""

            [unknown-revision] No revision matches '1975ea83b721'.
              where: goal 'upgrade' (<revision>, -Dmigrate.revision)
              found: 2 revisions; head 27c6a30d7c24 (add account.email)
              did you mean: 1975ea83b712 (create account)
              fix: list the revisions with 'history', and pass an id, the beginning of one, or a branch label.""");
  }

  @Test
  void downgradeGoesDown(
      @InjectMojo(goal = "upgrade") UpgradeMojo upgrade,
      @InjectMojo(goal = "downgrade") @MojoParameter(name = "revision", value = "base")
          DowngradeMojo downgrade)
      throws Exception {
    upgrade.execute();
    downgrade.execute();

    assertThat(tables()).isEmpty();
    assertThat(versions()).isEmpty();
    assertThat(log.lines())
        .last()
        .isEqualTo("Downgraded " + shop.url + " from 27c6a30d7c24 to <base>: 2 steps in ? s");
  }

  @Test
  @InjectMojo(goal = "downgrade")
  @MojoParameter(name = "revision", value = "base")
  void downgradeOfAnEmptyDatabase_hasNothingToDo(DowngradeMojo downgrade) throws Exception {
    downgrade.execute();

    assertThat(log.lines()).containsExactly("Nothing to do: " + shop.url + " is at no revision.");
  }

  @Test
  @InjectMojo(goal = "downgrade")
  void downgradeWithoutARevision_showsExamples(DowngradeMojo downgrade) {
    assertThatThrownBy(downgrade::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("""

            [missing-option] Goal 'downgrade' does not know where to stop.
              where: <revision>, -Dmigrate.revision
              examples:
                -Dmigrate.revision=-1 undoes the last revision
                -Dmigrate.revision=27c6a30d7c24 undoes what came after that revision
                -Dmigrate.revision=base undoes everything
              fix: pass the property, or set <revision> in the goal's <configuration>.""");
  }

  @Test
  @InjectMojo(goal = "stamp")
  @MojoParameter(name = "revision", value = "base, head,")
  void stampTakesSeveralRevisions_andRunsNoMigration(StampMojo stamp) throws Exception {
    stamp.execute();

    assertThat(tables()).isEmpty();
    assertThat(versions()).containsExactly("27c6a30d7c24");
    assertThat(log.lines())
        .containsExactly(
            "Running stamp_revision  -> 27c6a30d7c24",
            "Stamped " + shop.url + " from <base> to 27c6a30d7c24: 1 step in ? s");
  }

  @Test
  @InjectMojo(goal = "stamp")
  void stampWithoutARevision_showsExamples(StampMojo stamp) {
    assertThatThrownBy(stamp::execute).isInstanceOf(MojoFailureException.class).hasMessage("""

            [missing-option] Goal 'stamp' does not know which revision the database is at.
              where: <revision>, -Dmigrate.revision
              examples:
                -Dmigrate.revision=head says that it is at the head
                -Dmigrate.revision=27c6a30d7c24,9f1c0be5a3d2 says that it is at these two
                -Dmigrate.revision=base says that it is at none
              fix: pass the property, or set <revision> in the goal's <configuration>.""");
  }
}
