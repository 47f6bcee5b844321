package dev.lambic.maven;

import dev.lambic.command.Command;
import dev.lambic.config.Config;
import dev.lambic.dialect.VersionTable;
import dev.lambic.error.LambicException;
import dev.lambic.script.ScriptDirectory;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What all goals share: the parameters that say where the database is, and the way from them to a command. Where both the
 * POM and a property say something, the POM goes first, as it does with any plugin.
 */
abstract class AbstractMigrateMojo extends AbstractMojo {
  private final ProjectBuild build;

  // No property of their own for 'url' and 'password', which may hold a password: see Options.

  /**
   * The JDBC URL of the database, such as {@code jdbc:postgresql://localhost/shop}. Left out, goals that need the
   * database fail. User property: {@code migrate.url}
   */
  @Parameter
  private @Nullable String url;

  /** The database user, such as {@code shop}. Left out, the URL has to name it, or the database does without. */
  @Parameter(property = "migrate.user")
  private @Nullable String user;

  /**
   * The password of the user. Better not in a POM, which others read and Maven prints under {@code -X}. Left out, none is
   * sent. User property: {@code migrate.password}
   */
  @Parameter
  private @Nullable String password;

  /**
   * The class of the JDBC driver, such as {@code org.postgresql.Driver}. Left out, the URL decides. The driver's jar is
   * looked for among the project's dependencies (scope {@code compile} or {@code runtime}), then among the plugin's own
   * {@code <dependencies>}.
   */
  @Parameter(property = "migrate.driver")
  private @Nullable String driver;

  /** The table that says which revisions the database is at, such as {@code shop_version}. Left out, Alembic's own. */
  @Parameter(property = "migrate.versionTable", defaultValue = VersionTable.DEFAULT_NAME)
  private String versionTable = VersionTable.DEFAULT_NAME;

  /** The schema of that table, such as {@code admin}; it must exist. Left out, the connection's own. */
  @Parameter(property = "migrate.versionTableSchema")
  private @Nullable String versionTableSchema;

  /**
   * Whether each migration is committed on its own. Left out, and where the database can roll back DDL, the migrations of
   * a run are committed together or not at all.
   */
  @Parameter(property = "migrate.transactionPerMigration", defaultValue = "false")
  private boolean transactionPerMigration;

  /** Whether to do nothing at all, not even compile. Left out, the goal does its work. */
  @Parameter(property = "migrate.skip", defaultValue = "false")
  private boolean skip;

  AbstractMigrateMojo(ProjectBuild build) {
    this.build = build;
  }

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped: 'skip' (migrate.skip) is set.");
      return;
    }
    if (!build.hasClasses()) {
      getLog().debug("Skipped: a project of packaging 'pom' has no revisions.");
      return;
    }
    MavenFailures failures =
        new MavenFailures(build.goal(), revisionParameter(), build.showsErrors());
    try {
      runInProject();
    } catch (LambicException e) {
      throw failures.of(e);
    } catch (IOException e) {
      throw failures.of(e);
    } catch (RuntimeException e) {
      throw failures.of(e);
    }
  }

  private void runInProject() throws IOException, MojoExecutionException, MojoFailureException {
    Options options = new Options(build);
    Optional<String> database = options.unlogged("url", url);
    boolean lacksDatabase = needsDatabase() && database.isEmpty();
    check();
    if (lacksDatabase && !build.isOneOfSeveral()) {
      throw options.missingUrl();
    }
    build.compileFirst();
    try (ProjectClassLoader loader = build.classLoader()) {
      HistorySource source = HistorySource.of(build, loader);
      if (source == HistorySource.NONE) {
        getLog().info("Skipped: the module has no revisions.");
      } else if (lacksDatabase && source == HistorySource.DEPENDENCIES) {
        getLog().info("Skipped: the module has no revisions of its own, and no 'url'.");
      } else if (lacksDatabase) {
        throw options.missingUrl();
      } else {
        loader.asContextOf(() -> runOn(config(options, database, loader)));
      }
    }
  }

  Config config(Options options, Optional<String> database, ClassLoader loader) {
    return Config.builder()
        .url(database.orElse(null))
        .user(user)
        .password(options.unlogged("password", password).orElse(null))
        .driver(driver)
        .versionTable(versionTable)
        .versionTableSchema(versionTableSchema)
        .transactionPerMigration(transactionPerMigration)
        .classLoader(loader)
        .scriptDirectory(ScriptDirectory.load(loader))
        .listener(new LogListener(getLog()))
        .build();
  }

  private void runOn(Config config) {
    run(new Command(config), new Report(getLog(), config));
  }

  /** Checks the goal's own parameters, before anything is compiled. */
  void check() {}

  /** Tells whether the goal connects to the database. */
  boolean needsDatabase() {
    return true;
  }

  /** Returns the name of the parameter that names revisions, for messages about them. */
  Optional<String> revisionParameter() {
    return Optional.empty();
  }

  /** Runs the command that the goal stands for, and prints what came of it. */
  abstract void run(Command command, Report report);
}
