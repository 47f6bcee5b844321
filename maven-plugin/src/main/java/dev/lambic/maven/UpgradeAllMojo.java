package dev.lambic.maven;

import dev.lambic.command.Command;
import dev.lambic.command.Fleet;
import dev.lambic.command.FleetResult;
import dev.lambic.script.ScriptDirectory;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Applies the revisions that many databases or schemas lack, several at a time. Examples: {@code mvn migrate:upgrade-all
 * -Dmigrate.schemas=tenant_1,tenant_2}, {@code mvn migrate:upgrade-all -Dmigrate.targets=fleet.properties}. Repeated, it goes
 * on with those that are not there yet. Compiles the project first if this build has not done so.
 */
@Mojo(
    name = "upgrade-all",
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class UpgradeAllMojo extends AbstractMigrateMojo {
  /**
   * Where to stop: the id of a revision or its beginning, a branch label, {@code head}, or {@code heads} where the history
   * has several. Left out, the goal goes up to the head.
   */
  @Parameter(property = "migrate.revision", defaultValue = "head")
  private String revision = "head";

  /**
   * A properties file that lists databases, such as {@code fleet.properties} with the lines {@code
   * north.url=jdbc:postgresql://north/shop} and {@code south.url=jdbc:postgresql://south/shop}: a name, a dot, and {@code
   * url}, {@code user}, {@code password}, {@code driver} or {@code schema}. What a target leaves out is as the goal has it.
   * Left out, {@code schemas} says what there is.
   */
  @Parameter(property = "migrate.targets")
  private @Nullable File targets;

  /**
   * Schemas of the database that the goal is configured for, separated by commas, such as {@code tenant_1,tenant_2}, each
   * with a version table of its own; on MySQL and MariaDB they are databases. Left out, {@code targets} says what there is.
   */
  @Parameter(property = "migrate.schemas")
  private @Nullable String schemas;

  /** How many of them are worked on at a time, at most, such as {@code 16}. Left out, 4. */
  @Parameter(property = "migrate.parallelism", defaultValue = "4")
  private int parallelism = 4;

  /** Whether nothing more begins once one has failed. Left out, the others go on, and the goal fails at the end. */
  @Parameter(property = "migrate.stopOnFailure", defaultValue = "false")
  private boolean stopOnFailure;

  @Inject
  UpgradeAllMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  void check() {
    Options.require(
        (targets == null ? "" : targets.getName()) + (schemas == null ? "" : schemas),
        "Goal 'upgrade-all' does not know what to upgrade.",
        "targets",
        "-Dmigrate.targets=fleet.properties upgrades the databases that the file lists",
        "-Dmigrate.schemas=tenant_1,tenant_2 upgrades schemas of the database of 'url'");
  }

  @Override
  Optional<String> revisionParameter() {
    return Optional.of("revision");
  }

  /** A file says itself where its databases are. */
  @Override
  boolean needsDatabase() {
    return schemas != null;
  }

  @Override
  void runOn(Options options, ClassLoader loader, ScriptDirectory history) {
    FleetTargets fleet = new FleetTargets(() -> configure(options, loader, history), getLog());
    if (targets != null) {
      fleet.addFrom(targets.toPath());
    }
    List.of(Options.list(schemas)).forEach(fleet::addSchema);
    FleetResult result = fleet
        .build(parallelism, stopOnFailure ? Fleet.Policy.STOP_ON_FAILURE : Fleet.Policy.CONTINUE)
        .upgrade(revision);
    getLog().info("Upgraded " + result.summary());
    result.requireComplete();
  }

  @Override
  void run(Command command, Report report) {
    throw new IllegalStateException("a fleet is not one command");
  }
}
