package dev.lambic.maven;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.inject.Inject;
import javax.lang.model.SourceVersion;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
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
  private final Servers servers;

  @Inject
  ProjectBuild(
      MavenSession session,
      MavenProject project,
      MojoExecution goal,
      CompileFirst compileFirst,
      Servers servers) {
    this.servers = servers;
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

  /**
   * Tells whether a goal that writes sources is to write this project's: it is the only one with classes, or Maven was
   * told to build it, by {@code -pl}.
   *
   * @throws EnvironmentException if it is one of several, and Maven was not told which to build
   */
  boolean isChosen() {
    List<MavenProject> candidates = session.getProjects().stream()
        .filter(one -> !one.getPackaging().equals("pom"))
        .toList();
    List<String> chosen = session.getRequest().getSelectedProjects();
    if (candidates.size() > 1 && chosen.isEmpty()) {
      throw new EnvironmentException(Problem.of(
              ProblemId.UNCHOSEN_MODULE,
              "Goal '" + goal() + "' writes in one module, and there are " + candidates.size()
                  + ".")
          .with(
              "modules",
              String.join(
                  ", ", candidates.stream().map(MavenProject::getArtifactId).toList()))
          .fix("name it: mvn migrate:" + goal() + " -pl :" + projectName() + " ...")
          .fix("or call the goal in the module's directory."));
    }
    return candidates.size() < 2 || chosen.stream().anyMatch(this::isMeantBy);
  }

  private boolean isMeantBy(String selector) {
    String name = selector.replaceFirst("^[+?]", "");
    Path root = Path.of(String.valueOf(session.getRequest().getBaseDirectory()));
    return name.equals(":" + project.getArtifactId())
        || name.equals(project.getGroupId() + ":" + project.getArtifactId())
        || root.resolve(name).normalize().equals(directory());
  }

  /** Returns the package of a first revision. */
  String defaultPackage() {
    String name = (project.getGroupId() + ".migrations").replace('-', '_');
    return SourceVersion.isName(name) ? name : "migrations";
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
    return ProjectClassLoader.over(runtimeClassPath(), ProjectBuild.class.getClassLoader());
  }

  /** Returns a new class loader over what the project depends on at run time; the caller closes it. */
  ProjectClassLoader dependencyLoader() {
    List<Path> classPath =
        runtimeClassPath().stream().filter(path -> !path.equals(classes())).toList();
    return ProjectClassLoader.over(classPath, ProjectBuild.class.getClassLoader());
  }

  private List<Path> runtimeClassPath() {
    try {
      return project.getRuntimeClasspathElements().stream().map(Path::of).toList();
    } catch (DependencyResolutionRequiredException e) {
      throw new IllegalStateException("every goal declares that it needs the dependencies", e);
    }
  }

  /** Returns what the project's sources are compiled against. */
  List<Path> compileClassPath() {
    try {
      return project.getCompileClasspathElements().stream().map(Path::of).toList();
    } catch (DependencyResolutionRequiredException e) {
      throw new IllegalStateException("every goal declares that it needs the dependencies", e);
    }
  }

  /** Returns the folders that the project's sources are in, its own first. */
  List<Path> sourceRoots() {
    return project.getCompileSourceRoots().stream().map(Path::of).toList();
  }

  /** Returns the encoding of the project's sources. */
  Charset encoding() {
    return Charset.forName(
        projectProperty("project.build.sourceEncoding").orElse(StandardCharsets.UTF_8.name()));
  }

  /** Returns the file that the project is described in. */
  Path pom() {
    return project.getFile().toPath();
  }

  /** Returns the directory that the project's relative paths begin in. */
  Path directory() {
    return project.getBasedir().toPath();
  }

  /** Returns the configuration of the compiler goal as it stands in the POM; empty if there is none. */
  String compilerConfiguration() {
    Plugin compiler = project.getPlugin("org.apache.maven.plugins:maven-compiler-plugin");
    return compiler == null ? "" : String.valueOf(compiler.getConfiguration());
  }

  MavenProject project() {
    return project;
  }

  /** Returns the value of a property on Maven's command line, or of the JVM. */
  Optional<String> commandLine(String name) {
    return value(session.getUserProperties(), name)
        .or(() -> value(session.getSystemProperties(), name));
  }

  /** Returns the value of an environment variable. */
  Optional<String> environment(String name) {
    return value(session.getSystemProperties(), "env." + name);
  }

  /** Returns the value of a property of the POM, or of a profile. */
  Optional<String> projectProperty(String name) {
    return value(project.getProperties(), name);
  }

  private static Optional<String> value(Properties properties, String name) {
    return Optional.ofNullable(properties.getProperty(name)).filter(value -> !value.isBlank());
  }

  /** Returns the login of a server of the user's settings. */
  Servers.Login server(String id) {
    return servers.login(id);
  }
}
