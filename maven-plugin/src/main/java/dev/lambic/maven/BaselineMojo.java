package dev.lambic.maven;

import dev.lambic.autogenerate.AutogenerateOptions;
import dev.lambic.command.GeneratedRevision;
import dev.lambic.config.Config;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Takes over a database that no revision has made: writes the class of a revision that makes all that is in it, and stamps
 * the database with it. Example: {@code mvn migrate:baseline}. Reads the sources as they are, and compiles nothing.
 */
@Mojo(
    name = "baseline",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class BaselineMojo extends AbstractSourceMojo {
  /** What the revision does, in a few words. Left out, {@code baseline}. */
  @Parameter(property = "migrate.message", defaultValue = "baseline")
  private String message = "baseline";

  /** Its id, such as {@code 27c6a30d7c24}. Left out, it gets twelve random digits. */
  @Parameter(property = "migrate.revId")
  private @Nullable String revId;

  /** Whether all schemas are taken over. Left out, the connection's own is. */
  @Parameter(property = "migrate.includeSchemas")
  private @Nullable Boolean includeSchemas;

  /**
   * Whether to go on where the project has revisions already, or the database is at some: the new one begins a line of its
   * own. Left out, that is refused.
   */
  @Parameter(property = "migrate.force", defaultValue = "false")
  private boolean force;

  @Inject
  BaselineMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  void write(ModuleSources sources) throws IOException {
    List<GeneratedRevision> generated = new ArrayList<>();
    withDatabase(sources.all(), command -> generated.add(command.baseline(request(), force)));
    RevisionEntry written = write(sources, generated.get(0));
    withDatabase(sources.all().with(written), command -> command.stamp(written.id()));
    getLog().info("Stamped the database with " + written.id() + ".");
  }

  @Override
  void addTo(Config.Builder config, ClassLoader loader) {
    ModelParameters.of(config).set(includeSchemas, AutogenerateOptions::includeSchemas);
  }

  private RevisionRequest request() {
    RevisionRequest.Builder request = RevisionRequest.builder(message);
    return revId == null ? request.build() : request.id(revId).build();
  }
}
