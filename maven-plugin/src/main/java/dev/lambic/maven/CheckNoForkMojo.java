package dev.lambic.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Does what {@code check} does, and never compiles: called by hand, too, it takes the classes as they are. */
@Mojo(
    name = "check-no-fork",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class CheckNoForkMojo extends CheckMojo {
  @Inject
  CheckNoForkMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  boolean compilesFirst() {
    return false;
  }
}
