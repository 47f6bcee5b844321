package dev.lambic.maven;

import dev.lambic.autogenerate.AutogenerateOptions;
import dev.lambic.autogenerate.Difference;
import dev.lambic.autogenerate.Finding;
import dev.lambic.command.CheckResult;
import dev.lambic.command.Command;
import dev.lambic.config.Config;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.runtime.ChangedRevision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Fails if the database is not as the project's model has it, or does not stand on the heads of the history. Without a
 * model, that alone is checked. Writes nothing. Compiles the project first if this build has not done so.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public class CheckMojo extends AbstractReadingMojo {
  /**
   * The class that has the model, such as {@code com.example.shop.Model}: it implements {@code TargetMetadata}, and has a
   * public constructor without parameters. Left out, the project's environment may give one.
   */
  @Parameter(property = "migrate.targetMetadata")
  private @Nullable String targetMetadata;

  /** Whether types of columns are compared. Left out, they are, unless the environment has it otherwise. */
  @Parameter(property = "migrate.compareType")
  private @Nullable Boolean compareType;

  /** Whether defaults of columns are compared. Left out, they are not, unless the environment has it otherwise. */
  @Parameter(property = "migrate.compareServerDefault")
  private @Nullable Boolean compareServerDefault;

  /** Whether all schemas are compared. Left out, the connection's own is, unless the environment has it otherwise. */
  @Parameter(property = "migrate.includeSchemas")
  private @Nullable Boolean includeSchemas;

  /**
   * Whether it is an error if a revision that was applied would execute something else today. Left out, there is a
   * warning.
   */
  @Parameter(property = "migrate.failOnChanged", defaultValue = "false")
  private boolean failOnChanged;

  private List<ChangedRevision> changed = List.of();

  /** What came of it; null where there is no model. */
  private @Nullable CheckResult result;

  @Inject
  CheckMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  void addTo(Config.Builder config, ClassLoader loader) {
    ModelParameters.of(config)
        .target(targetMetadata, loader)
        .set(compareType, AutogenerateOptions::compareType)
        .set(compareServerDefault, AutogenerateOptions::compareServerDefault)
        .set(includeSchemas, AutogenerateOptions::includeSchemas);
  }

  @Override
  void show(Command command, Report report) {
    check(command);
    report.changed(changed);
    if (result == null) {
      getLog()
          .info("The history is sound, and " + report.database() + " is at its heads. It was not"
              + " compared with a model: there is none (<targetMetadata>,"
              + " -Dmigrate.targetMetadata).");
    } else {
      result.findings().forEach(finding -> getLog().warn(finding.text()));
      if (result.isClean()) {
        getLog().info(report.database() + " is as the model has it.");
      }
    }
  }

  @Override
  Object json(Command command, Report report) {
    check(command);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("database", report.database());
    json.put("isCompared", result != null);
    json.put("differences", result == null ? List.of() : differences(result));
    json.put(
        "findings",
        result == null
            ? List.of()
            : result.findings().stream().map(Finding::text).toList());
    json.put("changed", PlanJson.changed(changed));
    return json;
  }

  private static List<Map<String, Object>> differences(CheckResult result) {
    List<Map<String, Object>> differences = new ArrayList<>();
    for (Difference difference : result.differences()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("summary", difference.summary());
      one.put("isDestructive", difference.isDestructive());
      differences.add(one);
    }
    return differences;
  }

  /** Without a model there is a history all the same, and a database that should stand on its heads. */
  private void check(Command command) {
    try {
      result = command.check();
    } catch (EnvironmentException e) {
      if (e.problem().id() != ProblemId.NO_TARGET_METADATA) {
        throw e;
      }
    }
    changed = command.changedSinceApplied();
  }

  @Override
  void judge() {
    if (failOnChanged) {
      Report.refuse(changed);
    }
    if (result == null || result.isClean()) {
      return;
    }
    int count = result.differences().size();
    throw new EnvironmentException(Problem.of(
            ProblemId.MODEL_DIFFERS,
            "The database differs from the model in "
                + (count == 1 ? "1 place." : count + " places."))
        .with(
            "to be done",
            result.differences().stream()
                .map(one -> one.summary() + (one.isDestructive() ? " (loses data)" : ""))
                .collect(Collectors.joining("\n")))
        .fix("write a revision: mvn migrate:revision -Dmigrate.autogenerate")
        .fix("or correct the model."));
  }
}
