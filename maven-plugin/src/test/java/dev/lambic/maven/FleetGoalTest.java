package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class FleetGoalTest extends GoalTest {

  @Test
  @InjectMojo(goal = "upgrade-all")
  @MojoParameter(name = "schemas", value = "NORTH, SOUTH")
  @MojoParameter(name = "parallelism", value = "1")
  void upgradeAllGoesThroughSchemas_andSumsUp(UpgradeAllMojo upgrade) throws Exception {
    execute("CREATE SCHEMA north");
    execute("CREATE SCHEMA south");

    upgrade.execute();

    assertThat(log.lines())
        .containsExactly(
            "[NORTH] Running upgrade  -> 1975ea83b712, create account (1 of 2)",
            "[NORTH] Running upgrade 1975ea83b712 -> 27c6a30d7c24, add account.email (2 of 2, ? s)",
            "[NORTH] Upgraded (1 of 2, ? s)",
            "[SOUTH] Running upgrade  -> 1975ea83b712, create account (1 of 2)",
            "[SOUTH] Running upgrade 1975ea83b712 -> 27c6a30d7c24, add account.email (2 of 2, ? s)",
            "[SOUTH] Upgraded (2 of 2, ? s)",
            "Upgraded 2 targets: 2 done, 0 with nothing to do, 0 failed, 0 not tried");
  }

  @Test
  @InjectMojo(goal = "upgrade-all")
  @MojoParameter(name = "schemas", value = "NORTH,NOWHERE")
  @MojoParameter(name = "parallelism", value = "1")
  void upgradeAllFailsAtTheEnd_ifOneHasFailed(UpgradeAllMojo upgrade) throws Exception {
    execute("CREATE SCHEMA north");

    assertThatThrownBy(upgrade::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("[fleet-incomplete] Not every target is where it should be.")
        .hasMessageContaining(
            "NOWHERE:\n    [unknown-schema] The database has no schema 'NOWHERE'");
    assertThat(log.lines()).contains("[NORTH] Upgraded (1 of 2, ? s)");
  }

  @Test
  void upgradeAllReadsTargetsFromAFile(
      @InjectMojo(goal = "upgrade-all") @MojoParameter(name = "parallelism", value = "1")
          UpgradeAllMojo upgrade)
      throws Exception {
    Path file = Files.createTempFile("fleet", ".properties");
    Files.writeString(file, "shop.url=" + shop.url + "\n");
    set(upgrade, file);

    upgrade.execute();

    assertThat(versions()).containsExactly("27c6a30d7c24");
  }

  @Test
  void anUnknownKeyOfATarget_isNamed(@InjectMojo(goal = "upgrade-all") UpgradeAllMojo upgrade)
      throws Exception {
    Path file = Files.createTempFile("fleet", ".properties");
    Files.writeString(file, "shop.ulr=" + shop.url + "\n");
    set(upgrade, file);

    assertThatThrownBy(upgrade::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("\n[unknown-option] 'shop.ulr' says nothing of a target.\n"
            + "  where: " + file + " (<targets>, -Dmigrate.targets)\n"
            + "  known: url, user, password, driver, schema\n"
            + "  did you mean: url\n"
            + "  fix: write the name of a target, a dot, and one of the known keys: north.url=...");
  }

  @Test
  @InjectMojo(goal = "upgrade-all")
  void upgradeAllWithoutTargets_showsExamples(UpgradeAllMojo upgrade) {
    assertThatThrownBy(upgrade::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("[missing-option] Goal 'upgrade-all' does not know what to upgrade.");
  }

  private static void set(UpgradeAllMojo upgrade, Path file) throws ReflectiveOperationException {
    Field field = UpgradeAllMojo.class.getDeclaredField("targets");
    field.setAccessible(true);
    field.set(upgrade, file.toFile());
  }
}
