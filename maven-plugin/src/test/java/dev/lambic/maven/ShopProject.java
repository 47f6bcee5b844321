package dev.lambic.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;

/** A compiled project in a directory of its own, the build around it, and a database. */
final class ShopProject {
  private static final String INDEX = "META-INF/services/dev.lambic.script.RevisionIndex";

  final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  final MavenProject project;
  final MavenSession session;
  private final Path directory;

  private ShopProject(Path directory) {
    this.directory = directory;
    this.project = project(directory);
    this.session = session(project);
  }

  /** A project without a single class. */
  static ShopProject empty() {
    try {
      return new ShopProject(Files.createTempDirectory("shop").toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A project with the revisions of the package {@code shop}, and without their index. */
  static ShopProject withoutIndex() {
    ShopProject shop = empty();
    for (String name : List.of("CreateAccount", "AddAccountEmail", "ShopIndex")) {
      shop.add("shop/" + name + ".class");
    }
    return shop;
  }

  /** A project with the revisions of the package {@code shop}. */
  static ShopProject compiled() {
    ShopProject shop = withoutIndex();
    shop.write(INDEX, "shop.ShopIndex");
    return shop;
  }

  Path classes() {
    return directory.resolve("target/classes");
  }

  /** Copies a class of these tests into the project. */
  void add(String classFile) {
    try {
      Path target = classes().resolve(classFile);
      Files.createDirectories(target.getParent());
      Files.copy(Path.of("target/test-classes").resolve(classFile), target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String file, String text) {
    try {
      Path target = classes().resolve(file).normalize();
      Files.createDirectories(target.getParent());
      Files.writeString(target, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void writeSource(String file, String text) {
    write("../../src/main/java/" + file, text);
  }

  String readSource(String file) {
    try {
      return Files.readString(directory.resolve("src/main/java").resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the project one of two modules. */
  ShopProject asModule() {
    session.setProjects(List.of(project, new MavenProject()));
    return this;
  }

  ShopProject withProperty(String name, String value) {
    session.getUserProperties().setProperty(name, value);
    return this;
  }

  /** The build as a goal sees it that is called by hand. */
  ProjectBuild build(String goal) {
    MojoExecution execution =
        new MojoExecution(descriptor(goal), "default-cli", MojoExecution.Source.LIFECYCLE);
    return new ProjectBuild(
        session,
        project,
        execution,
        new CompileFirst(null, session, project, execution),
        new Servers(session, null));
  }

  static MojoDescriptor descriptor(String goal) {
    PluginDescriptor plugin = new PluginDescriptor();
    plugin.setGroupId("dev.lambic");
    plugin.setArtifactId("migrate-maven-plugin");
    plugin.setVersion("1.2.3");
    MojoDescriptor mojo = new MojoDescriptor();
    mojo.setPluginDescriptor(plugin);
    mojo.setGoal(goal);
    return mojo;
  }

  private static MavenProject project(Path directory) {
    Build build = new Build();
    build.setDirectory(directory.resolve("target").toString());
    build.setOutputDirectory(directory.resolve("target/classes").toString());
    Model model = new Model();
    model.setGroupId("com.example");
    model.setArtifactId("shop");
    model.setPackaging("jar");
    model.setBuild(build);
    MavenProject project = new MavenProject(model);
    project.setFile(directory.resolve("pom.xml").toFile());
    project.addCompileSourceRoot(directory.resolve("src/main/java").toString());
    return project;
  }

  @SuppressWarnings("deprecation") // Maven's own way to make one
  private static MavenSession session(MavenProject project) {
    MavenSession session = new MavenSession(
        null,
        (RepositorySystemSession) null,
        new DefaultMavenExecutionRequest()
            .setUserProperties(new Properties())
            .setSystemProperties(new Properties()),
        new DefaultMavenExecutionResult());
    session.setProjects(List.of(project));
    session.setCurrentProject(project);
    return session;
  }
}
