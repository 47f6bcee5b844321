package dev.lambic.maven;

import dev.lambic.command.Command;
import dev.lambic.command.PlanResult;
import dev.lambic.runtime.ChangedRevision;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows what {@code upgrade} would run now, from where the database stands: the revisions, and their SQL. Executes nothing
 * and takes no lock. Also tells which revisions somebody has edited since they were applied. Compiles the project first if
 * this build has not done so.
 */
@Mojo(name = "plan", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class PlanMojo extends AbstractReadingMojo {
  /**
   * Where the run would lead: the id of a revision or its beginning, a branch label, {@code +2} for two steps up, {@code
   * head}, or {@code heads} where the history has several. Left out, the head.
   */
  @Parameter(property = "migrate.revision", defaultValue = "head")
  private String revision = "head";

  /**
   * Whether to show what {@code downgrade} to that revision would run, such as {@code -Dmigrate.down
   * -Dmigrate.revision=-1}. Left out, it is an upgrade.
   */
  @Parameter(property = "migrate.down", defaultValue = "false")
  private boolean down;

  /**
   * Whether it is an error if a revision that was applied would execute something else today. Left out, there is a
   * warning.
   */
  @Parameter(property = "migrate.failOnChanged", defaultValue = "false")
  private boolean failOnChanged;

  private List<ChangedRevision> changed = List.of();

  @Inject
  PlanMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  Optional<String> revisionParameter() {
    return Optional.of("revision");
  }

  @Override
  void show(Command command, Report report) {
    PlanResult plan = plan(command);
    changed = plan.changed();
    report.plan(plan);
    report.changed(changed);
  }

  @Override
  void judge() {
    if (failOnChanged) {
      Report.refuse(changed);
    }
  }

  @Override
  Object json(Command command, Report report) {
    PlanResult plan = plan(command);
    changed = plan.changed();
    return PlanJson.of(report.database(), plan);
  }

  private PlanResult plan(Command command) {
    return down ? command.planDowngrade(revision) : command.planUpgrade(revision);
  }
}
