package dev.lambic.maven;

import dev.lambic.Migration;
import dev.lambic.Revision;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionIndex;
import dev.lambic.script.ScriptDirectory;
import dev.lambic.source.SourceHistory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.apache.maven.plugin.logging.Log;

/**
 * The history that a module sees, read from its sources: what its goals add to or change need not compile, as a history
 * with two heads does not. Revisions of dependencies come from their indexes; those that a module has in Kotlin, from what
 * was compiled last.
 */
final class ModuleSources {
  private static final String KOTLIN = "src/main/kotlin";

  private final SourceHistory own;
  private final ScriptDirectory all;

  private ModuleSources(SourceHistory own, ScriptDirectory all) {
    this.own = own;
    this.all = all;
  }

  /** Revisions that are looked at and never run. */
  private record Entries(List<RevisionEntry> revisions) implements RevisionIndex {
    @Override
    public Migration create(int position) {
      throw new IllegalStateException("only the shape is looked at");
    }
  }

  static ModuleSources read(ProjectBuild build) throws IOException {
    List<Path> classPath = new ArrayList<>(build.compileClassPath());
    classPath.remove(build.classes());
    classPath.add(lambic()); // A project that has yet to depend on it can be read, too.
    SourceHistory own = SourceHistory.read(build.sourceRoots(), classPath, build.encoding());
    List<RevisionIndex> indexes = new ArrayList<>(List.of(own));
    boolean hasKotlin = Files.isDirectory(build.directory().resolve(KOTLIN));
    try (ProjectClassLoader loader = hasKotlin ? build.classLoader() : build.dependencyLoader()) {
      for (RevisionIndex index : ServiceLoader.load(RevisionIndex.class, loader)) {
        indexes.add(new Entries(index.revisions().stream()
            .filter(entry -> own.fileOf(entry.className()).isEmpty())
            .toList()));
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new EnvironmentException(
          Problem.of(ProblemId.BROKEN_INDEX, "A revision index on the class path cannot be loaded.")
              .with("cause", String.valueOf(e.getMessage()))
              .fix("build the module that it belongs to anew, with the version of the plugin."),
          e);
    }
    return new ModuleSources(own, ScriptDirectory.of(indexes));
  }

  private static Path lambic() {
    try {
      return Path.of(
          Revision.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path consists of URIs", e);
    }
  }

  /** Brings what else names the module's revisions up to date, after its sources have changed. */
  static void changed(ProjectBuild build, Log log) throws IOException {
    Optional<HeadMarkerFile> marker = HeadMarkerFile.of(build);
    if (marker.isPresent()) {
      Path file = marker.get().update(read(build).own());
      log.info("Brought " + build.display(file) + " up to date.");
    }
  }

  /** Returns the module's own revisions. */
  SourceHistory own() {
    return own;
  }

  /** Returns all revisions that the module sees. */
  ScriptDirectory all() {
    return all;
  }
}
