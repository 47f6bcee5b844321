package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** The goals that take the classes as they are do what those do that compile first. */
class NoForkGoalsTest extends GoalTest {

  @Test
  void noneOfThemCompiles(
      @InjectMojo(goal = "upgrade-no-fork") UpgradeNoForkMojo upgrade,
      @InjectMojo(goal = "downgrade-no-fork") DowngradeNoForkMojo downgrade,
      @InjectMojo(goal = "stamp-no-fork") StampNoForkMojo stamp,
      @InjectMojo(goal = "current-no-fork") CurrentNoForkMojo current,
      @InjectMojo(goal = "plan-no-fork") PlanNoForkMojo plan,
      @InjectMojo(goal = "check-no-fork") CheckNoForkMojo check,
      @InjectMojo(goal = "report-no-fork") ReportNoForkMojo report) {
    assertThat(new AbstractMigrateMojo[] {upgrade, downgrade, stamp, current, plan, check, report})
        .noneMatch(AbstractMigrateMojo::compilesFirst);
  }

  @Test
  void theyDoWhatTheOthersDo(
      @InjectMojo(goal = "plan-no-fork") PlanNoForkMojo plan,
      @InjectMojo(goal = "upgrade-no-fork") UpgradeNoForkMojo upgrade,
      @InjectMojo(goal = "check-no-fork") CheckNoForkMojo check,
      @InjectMojo(goal = "downgrade-no-fork") @MojoParameter(name = "revision", value = "-1")
          DowngradeNoForkMojo downgrade,
      @InjectMojo(goal = "stamp-no-fork") @MojoParameter(name = "revision", value = "head")
          StampNoForkMojo stamp,
      @InjectMojo(goal = "current-no-fork") CurrentNoForkMojo current)
      throws Exception {
    plan.execute();
    assertThat(tables()).isEmpty();
    upgrade.execute();
    check.execute();
    assertThat(versions()).containsExactly("27c6a30d7c24");
    downgrade.execute();
    assertThat(versions()).containsExactly("1975ea83b712");
    stamp.execute();
    current.execute();
    assertThat(log.lines()).last().isEqualTo("27c6a30d7c24 (head)");
  }
}
