package dev.lambic.maven;

import dev.lambic.autogenerate.AutogenerateOptions;
import dev.lambic.command.GeneratedRevision;
import dev.lambic.config.Config;
import dev.lambic.script.RevisionRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes the class of a new revision next to that of its parent. Example: {@code mvn migrate:revision
 * -Dmigrate.message="add account.email"}. Reads the sources as they are, and compiles nothing; unless {@code autogenerate}
 * compares the database with the project's model, which has to be compiled for that.
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

  /**
   * Whether to compare the database with the model, and write what makes up for the differences. Left out, the revision does
   * nothing yet.
   */
  @Parameter(property = "migrate.autogenerate", defaultValue = "false")
  private boolean autogenerate;

  /** Whether to write nothing where the database is as the model has it. Left out, the revision does nothing then. */
  @Parameter(property = "migrate.skipEmpty", defaultValue = "false")
  private boolean skipEmpty;

  /**
   * The class that has the model, such as {@code com.example.shop.Model}: it implements {@code TargetMetadata}, and has a
   * public constructor without parameters. Left out, the project's environment has to give one.
   */
  @Parameter(property = "migrate.targetMetadata")
  private @Nullable String targetMetadata;

  /** Whether to write operations that lose data, rather than point them out. Left out, they are pointed out. */
  @Parameter(property = "migrate.allowDestructive")
  private @Nullable Boolean allowDestructive;

  /** Whether types of columns are compared. Left out, they are, unless the environment has it otherwise. */
  @Parameter(property = "migrate.compareType")
  private @Nullable Boolean compareType;

  /** Whether defaults of columns are compared. Left out, they are not, unless the environment has it otherwise. */
  @Parameter(property = "migrate.compareServerDefault")
  private @Nullable Boolean compareServerDefault;

  /** Whether all schemas are compared. Left out, the connection's own is, unless the environment has it otherwise. */
  @Parameter(property = "migrate.includeSchemas")
  private @Nullable Boolean includeSchemas;

  /** Whether the changes of a table go into one batch, as SQLite wants them. Left out, they do not. */
  @Parameter(property = "migrate.renderAsBatch")
  private @Nullable Boolean renderAsBatch;

  @Inject
  RevisionMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  Optional<String> revisionParameter() {
    return Optional.of("head");
  }

  @Override
  void write(ModuleSources sources)
      throws IOException, MojoExecutionException, MojoFailureException {
    if (!autogenerate) {
      write(sources, command(sources).revision(request()));
      return;
    }
    List<GeneratedRevision> generated = generated(sources);
    if (generated.isEmpty()) {
      getLog().info("Wrote nothing: 'processRevisionDirectives' left no revision.");
    }
    for (GeneratedRevision one : generated) {
      if (skipEmpty && one.script().isEmpty()) {
        getLog().info("Wrote nothing: the database is as the model has it.");
        one.script().findings().forEach(finding -> getLog().warn(finding.text()));
      } else {
        write(sources, one);
      }
    }
  }

  private List<GeneratedRevision> generated(ModuleSources sources)
      throws IOException, MojoExecutionException, MojoFailureException {
    List<GeneratedRevision> generated = new ArrayList<>();
    build().compileFirst();
    withDatabase(sources.all(), command -> generated.addAll(command.autogenerate(request())));
    return generated;
  }

  @Override
  void addTo(Config.Builder config, ClassLoader loader) {
    ModelParameters.of(config)
        .target(targetMetadata, loader)
        .set(allowDestructive, AutogenerateOptions::allowDestructive)
        .set(compareType, AutogenerateOptions::compareType)
        .set(compareServerDefault, AutogenerateOptions::compareServerDefault)
        .set(includeSchemas, AutogenerateOptions::includeSchemas)
        .set(renderAsBatch, AutogenerateOptions::renderAsBatch);
  }

  private RevisionRequest request() {
    RevisionRequest.Builder request = RevisionRequest.builder(message)
        .heads(Options.list(head))
        .splice(splice)
        .branchLabels(Options.list(branchLabel))
        .dependsOn(Options.list(dependsOn));
    return revId == null ? request.build() : request.id(revId).build();
  }
}
