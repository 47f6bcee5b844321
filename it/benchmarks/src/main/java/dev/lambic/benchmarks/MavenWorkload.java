package dev.lambic.benchmarks;

import dev.lambic.benchmarks.Rounds.Job;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code mvn} from its start to its end: with a database that lacks every revision, and with one that lacks none. It is a
 * file of H2.
 */
record MavenWorkload(int revisions, Rounds rounds) implements Workload {

  @Override
  public void run(Setup setup) throws Exception {
    Path folder = setup.folder().toAbsolutePath();
    List<MavenBuild> builds = new MavenProjects(
            folder.resolve("maven"), folder.resolveSibling("maven-repository"))
        .write(setup.histories().history(Database.H2, revisions));
    for (MavenBuild build : builds) {
      build.fetch();
    }
    setup
        .report()
        .heading("mvn %s, from its start to its end: H2 file, %,d revisions"
            .formatted(MavenBuild.version(), revisions));
    compare(setup.report(), "nothing to do", builds, build -> {});
    compare(setup.report(), "an empty database to the head", builds, MavenBuild::dropDatabase);
  }

  /** What comes before each build, and does not count. */
  private interface Preparation {
    void of(MavenBuild build) throws Exception;
  }

  private void compare(
      Report report, String title, List<MavenBuild> builds, Preparation preparation)
      throws Exception {
    Map<String, Job> jobs = new LinkedHashMap<>();
    for (MavenBuild build : builds) {
      jobs.put(build.name(), () -> {
        preparation.of(build);
        return Rounds.milliseconds(build::run);
      });
    }
    report.comparison(title, "ms", rounds.of(jobs));
  }
}
