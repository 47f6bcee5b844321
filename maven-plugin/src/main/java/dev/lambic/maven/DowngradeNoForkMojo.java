package dev.lambic.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Does what {@code downgrade} does, and never compiles: called by hand, too, it takes the classes as they are. */
@Mojo(
    name = "downgrade-no-fork",
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class DowngradeNoForkMojo extends DowngradeMojo {
  @Inject
  DowngradeNoForkMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  boolean compilesFirst() {
    return false;
  }
}
