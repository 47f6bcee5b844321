package dev.lambic.maven;

import dev.lambic.command.Command;
import dev.lambic.config.Config;
import dev.lambic.script.ScriptDirectory;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** What the goals share that run a command of the compiled project: the way from the parameters to the command. */
abstract class AbstractMigrateMojo extends AbstractDatabaseMojo {
  AbstractMigrateMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  void runInProject() throws IOException, MojoExecutionException, MojoFailureException {
    Options options = options();
    boolean lacksDatabase = needsDatabase() && !options.has(DatabaseOption.URL);
    if (lacksDatabase && !build().isOneOfSeveral()) {
      throw options.missingUrl();
    }
    if (compilesFirst()) {
      build().compileFirst();
    }
    try (ProjectClassLoader loader = build().classLoader()) {
      HistorySource source = HistorySource.of(build(), loader);
      if (source == HistorySource.NONE) {
        getLog().info("Skipped: the module has no revisions.");
      } else if (lacksDatabase && source == HistorySource.DEPENDENCIES) {
        getLog().info("Skipped: the module has no revisions of its own, and no 'url'.");
      } else if (lacksDatabase) {
        throw options.missingUrl();
      } else {
        loader.asContextOf(() -> runOn(options, loader, ScriptDirectory.load(loader)));
      }
    }
  }

  /** Runs the command on the database that the parameters name. */
  void runOn(Options options, ClassLoader loader, ScriptDirectory history) {
    Config config = config(options, loader, history);
    run(new Command(config), new Report(getLog(), config));
  }

  /** Tells whether the goal connects to the database. */
  boolean needsDatabase() {
    return true;
  }

  /** Tells whether the goal, called by hand, compiles the project. */
  boolean compilesFirst() {
    return true;
  }

  /** Runs the command that the goal stands for, and prints what came of it. */
  abstract void run(Command command, Report report);
}
