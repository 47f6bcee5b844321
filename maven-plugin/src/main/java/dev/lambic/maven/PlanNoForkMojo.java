package dev.lambic.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Does what {@code plan} does, and never compiles: called by hand, too, it takes the classes as they are. */
@Mojo(
    name = "plan-no-fork",
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class PlanNoForkMojo extends PlanMojo {
  @Inject
  PlanNoForkMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  boolean compilesFirst() {
    return false;
  }
}
