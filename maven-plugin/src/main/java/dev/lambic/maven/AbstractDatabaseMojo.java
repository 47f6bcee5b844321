package dev.lambic.maven;

import dev.lambic.config.Config;
import dev.lambic.dialect.VersionTable;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.ProblemId;
import dev.lambic.runtime.RunLimits;
import dev.lambic.script.ScriptDirectory;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that say where the database is. {@link Options} says which value counts where several places have one.
 */
abstract class AbstractDatabaseMojo extends AbstractGoalMojo {
  private static final Set<ProblemId> UNREACHABLE = EnumSet.of(
      ProblemId.CONNECTION_FAILED, ProblemId.MISSING_DRIVER, ProblemId.JOURNAL_UNAVAILABLE);

  // None of these has a property of its own, by which Maven would look its value up: Options does,
  // in more places, and
  // without printing passwords under -X.

  /**
   * The JDBC URL of the database, such as {@code jdbc:postgresql://localhost/shop}. Left out, goals that need the
   * database fail. User property: {@code migrate.url}. Environment variable: {@code MIGRATE_URL}
   */
  @Parameter
  private @Nullable String url;

  /**
   * The database user, such as {@code shop}. Left out, the URL has to name it, or the database does without. User
   * property: {@code migrate.user}. Environment variable: {@code MIGRATE_USER}
   */
  @Parameter
  private @Nullable String user;

  /**
   * The password of the user. Better not in a POM, which others read and Maven prints under {@code -X}: see {@code
   * serverId}. Left out, none is sent. User property: {@code migrate.password}. Environment variable: {@code
   * MIGRATE_PASSWORD}
   */
  @Parameter
  private @Nullable String password;

  /**
   * The id of a {@code <server>} in the {@code settings.xml} that has the user and the password, encrypted if you like,
   * such as {@code shop-db}. Left out, none is asked. User property: {@code migrate.serverId}
   */
  @Parameter
  private @Nullable String serverId;

  /**
   * A properties file that has what is left out here, such as {@code production.properties} with the line {@code
   * migrate.url=jdbc:postgresql://db/shop}. Its keys are the properties of the other parameters that say where the
   * database is: {@code migrate.url}, {@code migrate.user} and so on. Left out, there is none.
   */
  @Parameter(property = "migrate.propertiesFile")
  private @Nullable File propertiesFile;

  /**
   * The class of the JDBC driver, such as {@code org.postgresql.Driver}. Left out, the URL decides. The driver's jar is
   * looked for among the project's dependencies (scope {@code compile} or {@code runtime}), then among the plugin's own
   * {@code <dependencies>}. User property: {@code migrate.driver}
   */
  @Parameter
  private @Nullable String driver;

  /**
   * The table that says which revisions the database is at, such as {@code shop_version}. Left out, Alembic's own, {@code
   * alembic_version}. User property: {@code migrate.versionTable}
   */
  @Parameter
  private @Nullable String versionTable;

  /**
   * The schema of that table, such as {@code admin}; it must exist. Left out, the connection's own. User property: {@code
   * migrate.versionTableSchema}
   */
  @Parameter
  private @Nullable String versionTableSchema;

  /**
   * Whether each migration is committed on its own. Left out, and where the database can roll back DDL, the migrations of
   * a run are committed together or not at all.
   */
  @Parameter(property = "migrate.transactionPerMigration", defaultValue = "false")
  private boolean transactionPerMigration;

  /**
   * How many seconds a run with something to do waits for another run on the same database to end, such as {@code 300}; 0
   * to fail at once. Left out, a minute.
   */
  @Parameter(property = "migrate.lockWait", defaultValue = "60")
  private long lockWait = 60;

  /**
   * How many seconds a statement waits for what other transactions hold, such as {@code 10}. A migration that fails for
   * that alone is tried again, up to three times, where all that it did can be rolled back. Left out, as long as the
   * database has it.
   */
  @Parameter(property = "migrate.lockTimeout")
  private @Nullable Long lockTimeout;

  /** How many seconds any statement may run, such as {@code 3600}. Left out, as long as the database has it. */
  @Parameter(property = "migrate.statementTimeout")
  private @Nullable Long statementTimeout;

  /**
   * Whether runs are written down in a table beside the version table. Left out, they are: without it, a revision that is
   * cut short on a database without transactional DDL cannot go on by itself.
   */
  @Parameter(property = "migrate.journal", defaultValue = "true")
  private boolean journal = true;

  /** The name of that table, such as {@code shop_journal}. Left out, the version table's with {@code _journal} behind. */
  @Parameter(property = "migrate.journalTable")
  private @Nullable String journalTable;

  /** The tag of the run, which means what the project's own environment makes of it, such as {@code nightly}. */
  @Parameter(property = "migrate.tag")
  private @Nullable String tag;

  /**
   * Arguments for the project's own environment, separated by commas, such as {@code tenant=acme,dry}: Alembic's {@code
   * -x}. Left out, there are none.
   */
  @Parameter(property = "migrate.x")
  private @Nullable String x;

  AbstractDatabaseMojo(ProjectBuild build) {
    super(build);
  }

  /** Finds the values of the parameters above. */
  final Options options() throws IOException {
    return Options.of(build(), getLog())
        .configured(DatabaseOption.URL, url)
        .configured(DatabaseOption.USER, user)
        .configured(DatabaseOption.PASSWORD, password)
        .configured(DatabaseOption.SERVER_ID, serverId)
        .configured(DatabaseOption.DRIVER, driver)
        .configured(DatabaseOption.VERSION_TABLE, versionTable)
        .configured(DatabaseOption.VERSION_TABLE_SCHEMA, versionTableSchema)
        .resolve(propertiesFile);
  }

  final Config config(Options options, ClassLoader loader, ScriptDirectory history) {
    return configure(options, loader, history)
        .listener(new LogListener(getLog()))
        .build();
  }

  /** Begins a configuration with the values of the parameters above. */
  final Config.Builder configure(Options options, ClassLoader loader, ScriptDirectory history) {
    Config.Builder config = Config.builder();
    if (x != null) {
      List.of(Options.list(x)).forEach(config::xArgument);
    }
    addTo(config, loader);
    return config
        .limits(RunLimits.DEFAULT
            .lockWait(Duration.ofSeconds(lockWait))
            .lockTimeout(lockTimeout == null ? null : Duration.ofSeconds(lockTimeout))
            .statementTimeout(
                statementTimeout == null ? null : Duration.ofSeconds(statementTimeout)))
        .journal(journal)
        .journalTable(journalTable)
        .tag(tag)
        .url(options.value(DatabaseOption.URL))
        .user(options.value(DatabaseOption.USER))
        .password(options.value(DatabaseOption.PASSWORD))
        .driver(options.value(DatabaseOption.DRIVER))
        .versionTable(options.value(DatabaseOption.VERSION_TABLE, VersionTable.DEFAULT_NAME))
        .versionTableSchema(options.value(DatabaseOption.VERSION_TABLE_SCHEMA))
        .transactionPerMigration(transactionPerMigration)
        .classLoader(loader)
        .scriptDirectory(history);
  }

  /** Adds what the goal alone knows to the configuration; the loader sees the project's classes. */
  void addTo(Config.Builder config, ClassLoader loader) {}

  /** Asks the database something that can be left open; says so if it does not answer. */
  final <T> Optional<T> ifReachable(Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (EnvironmentException e) {
      if (!UNREACHABLE.contains(e.problem().id())) {
        throw e;
      }
      getLog().warn("The database was not asked. " + e.problem().headline());
      return Optional.empty();
    }
  }
}
