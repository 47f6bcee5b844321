package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.lifecycle.MavenExecutionPlan;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class CompileFirstTest {
  private final ShopProject shop = ShopProject.empty();
  private final RecordedLifecycle lifecycle = new RecordedLifecycle();

  @Test
  void goalCalledByHand_compilesUpToProcessClasses() throws Exception {
    compileFirst(Source.CLI);

    assertThat(lifecycle.ran).containsExactly("process-classes of shop: compile");
  }

  @Test
  void goalBoundToAPhase_compilesNothing() throws Exception {
    compileFirst(Source.LIFECYCLE);

    assertThat(lifecycle.ran).isEmpty();
  }

  @Test
  void projectThatThisBuildHasCompiled_isNotCompiledAgain() throws Exception {
    shop.project.addLifecyclePhase("compile");

    compileFirst(Source.CLI);

    assertThat(lifecycle.ran).isEmpty();
  }

  @Test
  void secondGoalOfABuild_findsTheProjectCompiled() throws Exception {
    compileFirst(Source.CLI);
    compileFirst(Source.CLI);

    assertThat(lifecycle.ran).hasSize(1);
  }

  @Test
  void goalsOfThisPluginThatAreBoundToAPhase_stayOut() throws Exception {
    lifecycle.plan.add(execution("dev.lambic", "migrate-maven-plugin", "upgrade"));

    compileFirst(Source.CLI);

    assertThat(lifecycle.ran).containsExactly("process-classes of shop: compile");
  }

  @Test
  void projectOfTheGoalIsCompiled_whereTheSessionIsAtAnother() throws Exception {
    MavenProject other = new MavenProject();
    shop.session.setCurrentProject(other);

    compileFirst(Source.CLI);

    assertThat(lifecycle.ran).containsExactly("process-classes of shop: compile");
    assertThat(shop.session.getCurrentProject()).isSameAs(other);
  }

  @Test
  void descriptorOfTheGoalStaysAsItIs() throws Exception {
    assertThat(compileFirst(Source.CLI).getMojoDescriptor().getExecutePhase()).isNull();
  }

  @Test
  void projectThatDoesNotCompile_failsAsTheCompilerGoalDoes() {
    MojoFailureException failure = new MojoFailureException("Compilation failure");
    lifecycle.failure = new LifecycleExecutionException("Failed to execute goal compile", failure);

    assertThatThrownBy(() -> compileFirst(Source.CLI)).isSameAs(failure);
  }

  @Test
  void planThatCannotRun_failsWithMavensMessage() {
    lifecycle.failure = new LifecycleExecutionException("No such plugin");

    assertThatThrownBy(() -> compileFirst(Source.CLI))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("No such plugin")
        .hasCause(lifecycle.failure);
  }

  private MojoExecution compileFirst(Source source) throws Exception {
    MojoExecution goal =
        new MojoExecution(ShopProject.descriptor("current"), "default-cli", source);
    new CompileFirst(lifecycle, shop.session, shop.project, goal).run();
    return goal;
  }

  private static MojoExecution execution(String groupId, String artifactId, String goal) {
    Plugin plugin = new Plugin();
    plugin.setGroupId(groupId);
    plugin.setArtifactId(artifactId);
    return new MojoExecution(plugin, goal, "default-" + goal);
  }

  /** Plans and runs one fork as Maven does, without the goals. */
  private static final class RecordedLifecycle implements LifecycleExecutor {
    final List<String> ran = new ArrayList<>();
    final List<MojoExecution> plan = new ArrayList<>(
        List.of(execution("org.apache.maven.plugins", "maven-compiler-plugin", "compile")));
    LifecycleExecutionException failure;

    @Override
    public void calculateForkedExecutions(MojoExecution execution, MavenSession session) {
      execution.setForkedExecutions(session.getCurrentProject().getArtifactId(), plan);
    }

    @Override
    public List<MavenProject> executeForkedExecutions(MojoExecution execution, MavenSession session)
        throws LifecycleExecutionException {
      if (failure != null) {
        throw failure;
      }
      execution
          .getForkedExecutions()
          .forEach((project, goals) ->
              ran.add(execution.getMojoDescriptor().getExecutePhase() + " of " + project + ": "
                  + String.join(" ", goals.stream().map(MojoExecution::getGoal).toList())));
      MavenProject executed = session.getCurrentProject().clone();
      executed.addLifecyclePhase("compile");
      session.getCurrentProject().setExecutionProject(executed);
      return List.of(executed);
    }

    @Override
    public MavenExecutionPlan calculateExecutionPlan(MavenSession session, String... tasks) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MavenExecutionPlan calculateExecutionPlan(
        MavenSession session, boolean setup, String... tasks) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<Plugin> getPluginsBoundByDefaultToAllLifecycles(String packaging) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void execute(MavenSession session) {
      throw new UnsupportedOperationException();
    }
  }
}
