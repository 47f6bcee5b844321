package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class ModuleGoalsTest extends GoalTest {

  @Test
  @InjectMojo(goal = "upgrade")
  void moduleWithoutRevisions_isSkipped(UpgradeMojo upgrade) throws Exception {
    shop.asModule();
    shop.project.getBuild().setOutputDirectory(ShopProject.empty().classes().toString());

    upgrade.execute();

    assertThat(log.lines()).containsExactly("Skipped: the module has no revisions.");
  }

  @Test
  @InjectMojo(goal = "upgrade")
  void moduleWithRevisions_needsAUrl(UpgradeMojo upgrade) {
    shop.asModule().session.getUserProperties().clear();

    assertThatThrownBy(upgrade::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("Goal 'upgrade' does not know which database to connect to.");
  }

  @Test
  @InjectMojo(goal = "upgrade")
  void brokenIndex_isAnErrorAmongOtherModulesToo(UpgradeMojo upgrade) throws Exception {
    shop.asModule();
    shop.write("META-INF/services/dev.lambic.script.RevisionIndex", "shop.Missing");

    assertThatThrownBy(upgrade::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("\n[broken-index]");
  }
}
