package dev.lambic.maven;

import dev.lambic.script.RevisionIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Where the revisions that a module sees come from. Found before anything of the project is loaded. */
enum HistorySource {
  /** From the module itself, and perhaps from dependencies too. */
  MODULE,
  /** From dependencies alone. */
  DEPENDENCIES,
  /** There are none, and the module is one among others: it is not about migrations. */
  NONE;

  private static final String INDEX = "META-INF/services/" + RevisionIndex.class.getName();

  /**
   * Returns where a module's revisions come from.
   *
   * @throws dev.lambic.error.EnvironmentException if the module has revisions but no index of them, or one that does not
   *     agree with them, or is the only one of the build and has no revisions
   */
  static HistorySource of(ProjectBuild build, ClassLoader loader) throws IOException {
    if (Files.exists(build.classes().resolve(INDEX))) {
      ListedClasses listed = ListedClasses.in(build.classes(), loader);
      if (!listed.isRight()) {
        throw IndexProblems.wrongIndex(build, listed);
      }
      return MODULE;
    }
    List<String> revisions = RevisionClasses.in(build.classes());
    if (!revisions.isEmpty()) {
      throw IndexProblems.noIndex(build, revisions);
    }
    if (loader.getResource(INDEX) != null) {
      return DEPENDENCIES;
    }
    if (build.isOneOfSeveral()) {
      return NONE;
    }
    throw IndexProblems.noRevisions(build);
  }
}
