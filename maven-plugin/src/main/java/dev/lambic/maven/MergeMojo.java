package dev.lambic.maven;

import dev.lambic.script.RevisionRequest;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes the class of a revision that joins several heads and does nothing else. Where the heads came about side by side
 * and one of them has been applied nowhere, {@code rebase} is the other remedy. Reads the sources as they are, and
 * compiles nothing.
 */
@Mojo(
    name = "merge",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class MergeMojo extends AbstractSourceMojo {
  /** The revisions to join, with commas between them, such as {@code 4a91,5c7e}. Left out, all heads are joined. */
  @Parameter(property = "migrate.revisions", defaultValue = "heads")
  private String revisions = "heads";

  /** What to call the join, in a few words. Left out, {@code merge} and the symbols that were given. */
  @Parameter(property = "migrate.message")
  private @Nullable String message;

  /** Names for the branch that begins with it, with commas between them. Left out, it has none. */
  @Parameter(property = "migrate.branchLabel")
  private @Nullable String branchLabel;

  /** Its id, such as {@code 6d28b9f3e4a1}. Left out, it gets twelve random digits. */
  @Parameter(property = "migrate.revId")
  private @Nullable String revId;

  /** Whether to allow revisions that are no heads. Left out, that is refused. */
  @Parameter(property = "migrate.splice", defaultValue = "false")
  private boolean splice;

  @Inject
  MergeMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  Optional<String> revisionParameter() {
    return Optional.of("revisions");
  }

  @Override
  void write(ModuleSources sources) {
    String[] symbols = Options.list(revisions);
    RevisionRequest.Builder request = RevisionRequest.builder(
            message == null ? "merge " + String.join(" and ", symbols) : message)
        .heads(symbols)
        .splice(splice)
        .branchLabels(Options.list(branchLabel));
    write(
        sources,
        command(sources)
            .revision(revId == null ? request.build() : request.id(revId).build()));
  }
}
