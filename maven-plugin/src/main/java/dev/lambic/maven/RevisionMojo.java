package dev.lambic.maven;

import dev.lambic.command.Command;
import dev.lambic.script.RevisionDraft;
import dev.lambic.script.RevisionRequest;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes the class of a new revision next to that of its parent. Example: {@code mvn migrate:revision
 * -Dmigrate.message="add account.email"}. Reads the sources as they are, and compiles nothing.
 */
@Mojo(
    name = "revision",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class RevisionMojo extends AbstractSourceMojo {
  /** What the revision is to do, in a few words, such as {@code add account.email}. Left out, it has no message. */
  @Parameter(property = "migrate.message")
  private String message = "";

  /**
   * What it is to come right after: a head, by its id or the beginning of it, by a branch such as {@code billing@head}, or
   * several with commas between them; {@code base} for a line of its own. Left out, the only head there is.
   */
  @Parameter(property = "migrate.head", defaultValue = "head")
  private String head = "head";

  /** Whether to begin another branch at a revision that others come after already. Left out, that is refused. */
  @Parameter(property = "migrate.splice", defaultValue = "false")
  private boolean splice;

  /** Names for the branch that begins with it, with commas between them, such as {@code billing}. Left out, it has none. */
  @Parameter(property = "migrate.branchLabel")
  private @Nullable String branchLabel;

  /**
   * What else has to be applied before it: ids, beginnings of ids or branch labels, with commas between them. Left out, it
   * needs its parents alone.
   */
  @Parameter(property = "migrate.dependsOn")
  private @Nullable String dependsOn;

  /** Its id, such as {@code 27c6a30d7c24}. Left out, it gets twelve random digits. */
  @Parameter(property = "migrate.revId")
  private @Nullable String revId;

  @Inject
  RevisionMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  Optional<String> revisionParameter() {
    return Optional.of("head");
  }

  @Override
  RevisionDraft draft(Command command) {
    RevisionRequest.Builder request = RevisionRequest.builder(message)
        .heads(Options.list(head))
        .splice(splice)
        .branchLabels(Options.list(branchLabel))
        .dependsOn(Options.list(dependsOn));
    return command.revision(revId == null ? request.build() : request.id(revId).build());
  }
}
