package dev.lambic.maven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * Sees to it that a goal called by hand finds the project compiled, as {@code @Execute} would, but only where that is due: not
 * for a goal bound to a phase, and not when this build has compiled the project already.
 */
final class CompileFirst {
  private static final String COMPILE = "compile";

  /** A phase further than {@link #COMPILE}: here, others rewrite classes, as Hibernate does. */
  private static final String FORKED_PHASE = "process-classes";

  private final LifecycleExecutor lifecycle;
  private final MavenSession session;
  private final MavenProject project;
  private final MojoExecution goal;

  @Inject
  CompileFirst(
      LifecycleExecutor lifecycle, MavenSession session, MavenProject project, MojoExecution goal) {
    this.lifecycle = lifecycle;
    this.session = session;
    this.project = project;
    this.goal = goal;
  }

  /**
   * Compiles the project, if that is due.
   *
   * @throws MojoFailureException if it does not compile: the compiler goal's own exception
   */
  void run() throws MojoExecutionException, MojoFailureException {
    if (goal.getSource() == MojoExecution.Source.CLI && !isCompiled()) {
      fork();
    }
  }

  /** A fork runs on a copy of the project, which stays known as its execution project. */
  private boolean isCompiled() {
    return project.hasLifecyclePhase(COMPILE)
        || project.getExecutionProject().hasLifecyclePhase(COMPILE);
  }

  private void fork() throws MojoExecutionException, MojoFailureException {
    MojoDescriptor forking = goal.getMojoDescriptor().clone();
    forking.setExecutePhase(FORKED_PHASE);
    MojoExecution execution =
        new MojoExecution(forking, goal.getExecutionId(), MojoExecution.Source.CLI);
    try {
      MavenSession own = sessionOfProject();
      lifecycle.calculateForkedExecutions(execution, own);
      leaveOutOwnGoals(execution);
      lifecycle.executeForkedExecutions(execution, own);
    } catch (LifecycleExecutionException e) {
      throw failure(e);
    } catch (Exception e) {
      throw new MojoExecutionException("The project cannot be compiled: " + e.getMessage(), e);
    }
  }

  /** The session that Maven injects is the whole build's: its current project need not be this one. */
  private MavenSession sessionOfProject() {
    MavenSession own = session.clone();
    own.setCurrentProject(project);
    return own;
  }

  /** With 'upgrade' bound to a phase of the project, 'mvn migrate:current' must not upgrade the database. */
  private void leaveOutOwnGoals(MojoExecution execution) {
    Map<String, List<MojoExecution>> plans = new LinkedHashMap<>(execution.getForkedExecutions());
    plans.forEach((project, plan) -> execution.setForkedExecutions(
        project, plan.stream().filter(step -> !isOwn(step)).toList()));
  }

  private boolean isOwn(MojoExecution step) {
    return step.getGroupId().equals(goal.getGroupId())
        && step.getArtifactId().equals(goal.getArtifactId());
  }

  private static MojoExecutionException failure(LifecycleExecutionException e)
      throws MojoFailureException {
    if (e.getCause() instanceof MojoFailureException failure) {
      throw failure;
    }
    return e.getCause() instanceof MojoExecutionException failure
        ? failure
        : new MojoExecutionException(e.getMessage(), e);
  }
}
