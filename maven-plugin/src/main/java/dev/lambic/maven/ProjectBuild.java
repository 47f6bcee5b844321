package dev.lambic.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/** The project that a goal runs in, and the build around it. */
final class ProjectBuild {
  private final MavenSession session;
  private final MavenProject project;
  private final MojoExecution goal;
  private final CompileFirst compileFirst;

  @Inject
  ProjectBuild(
      MavenSession session, MavenProject project, MojoExecution goal, CompileFirst compileFirst) {
    this.session = session;
    this.project = project;
    this.goal = goal;
    this.compileFirst = compileFirst;
  }

  /** Returns the name of the goal that runs: {@code upgrade}. */
  String goal() {
    return goal.getGoal();
  }

  /** Returns the version of the plugin, which is that of all of Lambic. */
  String version() {
    return goal.getVersion();
  }

  /** Returns the name by which Maven calls the project. */
  String projectName() {
    return project.getArtifactId();
  }

  /** Tells whether the project is of a kind that has classes. */
  boolean hasClasses() {
    return !project.getPackaging().equals("pom");
  }

  /** Tells whether the project is one module among others in this build. */
  boolean isOneOfSeveral() {
    return session.getProjects().size() > 1;
  }

  /** Tells whether Maven was called with {@code -e} or {@code -X}, and so shows stack traces. */
  boolean showsErrors() {
    return session.getRequest().isShowErrors();
  }

  /** Returns where the compiler puts the project's classes. */
  Path classes() {
    return Path.of(project.getBuild().getOutputDirectory());
  }

  /** Returns a path as a reader in the project's directory would write it. */
  String display(Path path) {
    Path base = project.getBasedir().toPath();
    return path.startsWith(base) ? base.relativize(path).toString() : path.toString();
  }

  void compileFirst() throws MojoExecutionException, MojoFailureException {
    compileFirst.run();
  }

  /** Returns a new class loader over the project's classes and its runtime class path; the caller closes it. */
  ProjectClassLoader classLoader() {
    try {
      List<Path> classPath =
          project.getRuntimeClasspathElements().stream().map(Path::of).toList();
      return ProjectClassLoader.over(classPath, ProjectBuild.class.getClassLoader());
    } catch (DependencyResolutionRequiredException e) {
      throw new IllegalStateException("every goal declares that it needs the dependencies", e);
    }
  }

  /**
   * Returns the value of a property, from wherever Maven would take it: the command line, the JVM, the POM, a profile of
   * the settings.
   */
  Optional<String> property(String name) {
    return Stream.of(
            session.getUserProperties(), session.getSystemProperties(), project.getProperties())
        .map((Properties properties) -> properties.getProperty(name))
        .filter(value -> value != null && !value.isBlank())
        .findFirst();
  }
}
