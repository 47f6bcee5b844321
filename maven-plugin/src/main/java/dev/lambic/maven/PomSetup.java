package dev.lambic.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/** Finds out what a project's POM lacks to work with Lambic, and writes it. */
final class PomSetup {
  private static final String GROUP = "dev.lambic";
  private static final String RUNTIME = "lambic-runtime";
  private static final String PROCESSOR = "lambic-processor";
  private static final String PLUGIN = "migrate-maven-plugin";
  private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";
  private static final String COMPILER_VERSION = "3.16.0";
  private static final String THE_RUNTIME = "the runtime";
  private static final String THE_PROCESSOR = "the annotation processor";
  private static final String THE_GOALS = "the goals";
  private static final String PLUGINS = "project/build/plugins";

  private final MavenProject project;
  private final String version;
  private final List<String> added = new ArrayList<>();
  private PomText pom;

  private PomSetup(MavenProject project, String version, PomText pom, List<String> missing) {
    this.project = project;
    this.version = version;
    this.pom = pom;
    missing.forEach(this::add);
  }

  /**
   * Looks what a project lacks.
   *
   * @param pom the text of the project's own POM; what its parents have counts too
   */
  static PomSetup of(MavenProject project, String version, String pom) {
    PomText text = new PomText(pom);
    List<String> missing = new ArrayList<>();
    if (!hasRuntime(project, text)) {
      missing.add(THE_RUNTIME);
    }
    if (!hasProcessor(project, text)) {
      missing.add(THE_PROCESSOR);
    }
    if (!hasGoals(project, text)) {
      missing.add(THE_GOALS);
    }
    return new PomSetup(project, version, text, missing);
  }

  private void add(String missing) {
    added.add(missing);
    switch (missing) {
      case THE_RUNTIME -> addRuntime();
      case THE_PROCESSOR -> addProcessor();
      default -> addGoals();
    }
  }

  /** Returns what the POM lacks; nothing, if it has everything. */
  List<String> added() {
    return added;
  }

  /** Returns the POM with what it lacks. */
  String text() {
    return pom.toString();
  }

  /** Returns the lines that come in, with the elements around them. */
  String missingLines() {
    PomText empty = new PomText("<project>\n</project>\n");
    return new PomSetup(project, version, empty, added).text();
  }

  private static boolean hasRuntime(MavenProject project, PomText pom) {
    return pom.has("project/dependencies/dependency", RUNTIME)
        || project.getDependencies().stream()
            .anyMatch(one -> one.getArtifactId().equals(RUNTIME));
  }

  private void addRuntime() {
    pom = pom.add("project/dependencies", """
        <dependency>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
        </dependency>
        """.formatted(GROUP, RUNTIME, version));
  }

  private static boolean hasProcessor(MavenProject project, PomText pom) {
    Plugin compiler = project.getPlugin(COMPILER);
    return pom.has(PLUGINS + "/plugin", PROCESSOR)
        || (compiler != null && String.valueOf(compiler.getConfiguration()).contains(PROCESSOR));
  }

  private void addProcessor() {
    String path = """
        <path>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
        </path>
        """.formatted(GROUP, PROCESSOR, version);
    String content = "<artifactId>maven-compiler-plugin</artifactId>";
    if (!pom.has(PLUGINS + "/plugin", content)) {
      pom = pom.add(PLUGINS, """
          <plugin>
            <groupId>org.apache.maven.plugins</groupId>
            <artifactId>maven-compiler-plugin</artifactId>
            <version>%s</version>
          </plugin>
          """.formatted(COMPILER_VERSION));
    }
    pom = pom.addWithin(
        PLUGINS + "/plugin",
        content,
        PLUGINS + "/plugin/configuration/annotationProcessorPaths",
        path);
  }

  private static boolean hasGoals(MavenProject project, PomText pom) {
    return pom.has(PLUGINS + "/plugin", PLUGIN) || project.getPlugin(GROUP + ":" + PLUGIN) != null;
  }

  private void addGoals() {
    pom = pom.add(PLUGINS, """
        <plugin>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
        </plugin>
        """.formatted(GROUP, PLUGIN, version));
  }
}
