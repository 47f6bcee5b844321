package dev.lambic.maven;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.util.ArrayList;
import java.util.List;

/** Says what is missing where a project's history cannot be read, and what to write where. */
final class IndexProblems {
  private static final int MOST_NAMED = 5;

  private IndexProblems() {}

  /** The compiler has seen revisions, but has not run the processor over them. */
  static EnvironmentException noIndex(ProjectBuild build, List<String> revisions) {
    String count = revisions.size() == 1 ? "1 class is" : revisions.size() + " classes are";
    return new EnvironmentException(Problem.of(
            ProblemId.NO_INDEX,
            count + " marked @Revision, but the annotation processor did not run: no index lists"
                + (revisions.size() == 1 ? " it." : " them."))
        .with("where", "project '" + build.projectName() + "', " + build.display(build.classes()))
        .with("classes", firstFew(revisions))
        .fix("""
            name it in the POM, since from JDK 23 on javac runs no processor that is not named, and run 'mvn clean migrate:%s':
            <plugin>
              <groupId>org.apache.maven.plugins</groupId>
              <artifactId>maven-compiler-plugin</artifactId>
              <configuration>
                <annotationProcessorPaths>
                  <path>
                    <groupId>dev.lambic</groupId>
                    <artifactId>lambic-processor</artifactId>
                    <version>%s</version>
                  </path>
                </annotationProcessorPaths>
              </configuration>
            </plugin>""".formatted(build.goal(), build.version()))
        .fix("if it is there, see that no <proc>none</proc> or '-proc:none' turns it off."));
  }

  /** The index is from another compilation than the classes. */
  static EnvironmentException wrongIndex(ProjectBuild build, ListedClasses listed) {
    Problem problem = Problem.of(
            ProblemId.BROKEN_INDEX,
            "The revision index does not agree with the classes: the annotation processor did not see all of them.")
        .with("where", "project '" + build.projectName() + "', " + build.display(build.classes()));
    if (!listed.unlisted().isEmpty()) {
      problem = problem.with("not in the index", firstFew(listed.unlisted()));
    }
    if (!listed.gone().isEmpty()) {
      problem = problem.with("in the index, but gone", firstFew(listed.gone()));
    }
    return new EnvironmentException(
        problem
            .fix("build the project anew: 'mvn clean migrate:" + build.goal() + "'.")
            .fix(
                "if it happens again, see that every tool that compiles the project, such as an editor, runs the annotation processor."));
  }

  private static String firstFew(List<String> names) {
    List<String> lines = new ArrayList<>(names.subList(0, Math.min(MOST_NAMED, names.size())));
    if (names.size() > MOST_NAMED) {
      lines.add("and " + (names.size() - MOST_NAMED) + " more");
    }
    return String.join("\n", lines);
  }

  /** There is nothing to migrate with, and the project is the only one that could have something. */
  static EnvironmentException noRevisions(ProjectBuild build) {
    return new EnvironmentException(
        Problem.of(ProblemId.NO_INDEX, "Project '" + build.projectName() + "' has no revisions.")
            .with(
                "where",
                "no class in " + build.display(build.classes())
                    + " is marked @Revision, and no dependency brings revisions")
            .fix("let 'mvn migrate:init' write an example.")
            .fix("""
            or write the first one, such as src/main/java/migrations/CreateAccount.java:
            package migrations;

            import dev.lambic.Migration;
            import dev.lambic.Revision;
            import dev.lambic.operations.Operations;

            @Revision(id = "1975ea83b712", message = "create account")
            public final class CreateAccount implements Migration {
              @Override
              public void upgrade(Operations op) {
                op.execute("CREATE TABLE account (id INTEGER PRIMARY KEY)");
              }
            }""")
            .fix(
                "or run the goal in the project that has the revisions, or add the jar that has them to the dependencies."));
  }
}
