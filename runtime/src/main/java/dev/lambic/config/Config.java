package dev.lambic.config;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.runtime.ContextOptions;
import dev.lambic.runtime.Environment;
import dev.lambic.runtime.EnvironmentConfig;
import dev.lambic.runtime.MigrationListener;
import dev.lambic.runtime.OptionKey;
import dev.lambic.runtime.RunLimits;
import dev.lambic.script.ScriptDirectory;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is, where the history is, and how a run is to behave. Immutable. Mirrors Alembic's {@code Config};
 * the keys are those of the Maven goals' parameters.
 *
 * <pre>{@code
 * Config config = Config.builder().url("jdbc:h2:./shop").build();
 * new Command(config).upgrade("head");
 * }</pre>
 */
public final class Config implements EnvironmentConfig {
  private final @Nullable String url;
  private final @Nullable String user;
  private final @Nullable String password;
  private final @Nullable String driver;
  private final @Nullable DataSource dataSource;
  private final @Nullable Connection connection;
  private final @Nullable String schema;
  private final ClassLoader classLoader;
  private @Nullable ScriptDirectory scriptDirectory;
  private final @Nullable Environment environment;
  private final ContextOptions contextOptions;
  private final List<String> xArguments;
  private final Secrets secrets;

  private Config(Builder builder) {
    this.url = builder.url;
    this.user = builder.user;
    this.password = builder.password;
    this.driver = builder.driver;
    this.dataSource = builder.dataSource;
    this.connection = builder.connection;
    this.schema = builder.schema;
    this.classLoader = builder.classLoader == null ? defaultClassLoader() : builder.classLoader;
    this.scriptDirectory = builder.scriptDirectory;
    this.environment = builder.environment;
    this.contextOptions = builder.contextOptions.url(url).build();
    this.xArguments = List.copyOf(builder.xArguments);
    this.secrets = new Secrets(url, password);
  }

  private static ClassLoader defaultClassLoader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? ClassLoader.getSystemClassLoader() : context;
  }

  /** Begins with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the history: the one given, or the one that the class loader sees. That is read once, when something is asked of
   * it: a program that keeps its configuration pays for it with the first command that has something to do.
   */
  public synchronized ScriptDirectory scriptDirectory() {
    if (scriptDirectory == null) {
      scriptDirectory = ScriptDirectory.find(classLoader);
    }
    return scriptDirectory;
  }

  /**
   * Returns what happens around a run: the environment given, else the class marked {@link
   * dev.lambic.runtime.MigrationEnvironment} that the class loader sees, else {@link Environment#standard}.
   *
   * @throws EnvironmentException if the class loader sees several such classes, or one that cannot be made an instance of
   */
  public Environment environment() {
    return environment == null ? Environments.find(classLoader) : environment;
  }

  @Override
  public ContextOptions contextOptions() {
    return contextOptions;
  }

  @Override
  public List<String> xArguments() {
    return xArguments;
  }

  /** Returns the URL with every password in it masked, for display; nothing when none is configured. */
  public Optional<String> displayUrl() {
    return Optional.ofNullable(url).map(secrets::masked);
  }

  @Override
  public void withConnection(ConnectionWork work) throws Exception {
    if (connection != null) {
      runInSchema(connection, work);
      return;
    }
    try (Connection opened = open()) {
      runInSchema(opened, work);
    }
  }

  private void runInSchema(Connection open, ConnectionWork work) throws Exception {
    if (schema == null) {
      work.run(open);
      return;
    }
    try (EnteredSchema entered = EnteredSchema.enter(open, schema, secrets)) {
      work.run(entered.connection());
    }
  }

  private Connection open() {
    try {
      if (dataSource != null) {
        return dataSource.getConnection();
      }
      if (url == null) {
        throw new EnvironmentException(
            Problem.of(ProblemId.MISSING_OPTION, "Nothing says which database to connect to.")
                .fix("set 'url', such as 'jdbc:h2:./shop'."));
      }
      return connect(url);
    } catch (SQLException e) {
      throw connectionFailed(secrets.cleaned(e));
    }
  }

  private Connection connect(String url) throws SQLException {
    Properties properties = new Properties();
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    Driver found = new Drivers(classLoader, secrets).find(url, driver);
    Connection connected = found.connect(url, properties);
    if (connected == null) {
      throw new EnvironmentException(
          Problem.of(ProblemId.MISSING_DRIVER, "The driver does not take this URL.")
              .with("url", secrets.masked(url))
              .with("driver", found.getClass().getName())
              .fix("leave 'driver' out, or name the class that belongs to the URL."));
    }
    return connected;
  }

  private EnvironmentException connectionFailed(SQLException e) {
    Problem problem =
        Problem.of(ProblemId.CONNECTION_FAILED, "There is no connection to the database.");
    if (url != null) {
      problem = problem.with("url", secrets.masked(url));
    }
    if (user != null) {
      problem = problem.with("user", user);
    }
    String state = e.getSQLState();
    problem = problem.with(
        "database says",
        String.valueOf(e.getMessage()).strip()
            + (state == null ? "" : " (SQLState " + state + ")"));
    boolean refused = state != null && state.startsWith("28");
    return new EnvironmentException(
        problem.fix(
            refused
                ? "correct 'user' and 'password'; the database is there, but does not let them in."
                : "see that 'url' is right and that the database is up."),
        e);
  }

  /** Collects the parts of a configuration. */
  public static final class Builder {
    private @Nullable String url;
    private @Nullable String user;
    private @Nullable String password;
    private @Nullable String driver;
    private @Nullable DataSource dataSource;
    private @Nullable Connection connection;
    private @Nullable String schema;
    private @Nullable ClassLoader classLoader;
    private @Nullable ScriptDirectory scriptDirectory;
    private @Nullable Environment environment;
    private final List<String> xArguments = new ArrayList<>();
    private final ContextOptions.Builder contextOptions = ContextOptions.builder();

    private Builder() {}

    /** The JDBC URL of the database. */
    public Builder url(@Nullable String url) {
      this.url = url;
      return this;
    }

    /** The database user, where the URL does not name it. */
    public Builder user(@Nullable String user) {
      this.user = user;
      return this;
    }

    /** The user's password, where the URL does not hold it. Never shown. */
    public Builder password(@Nullable String password) {
      this.password = password;
      return this;
    }

    /** The class of the JDBC driver; needed only for a URL that does not tell. */
    public Builder driver(@Nullable String className) {
      this.driver = className;
      return this;
    }

    /** Where to get a connection from, instead of {@link #url}. */
    public Builder dataSource(DataSource dataSource) {
      this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
      return this;
    }

    /**
     * The connection to run on, instead of {@link #url}. It stays open. If it is not in auto-commit mode, its transaction
     * is the caller's: never committed or rolled back here.
     */
    public Builder connection(Connection connection) {
      this.connection = Objects.requireNonNull(connection, "connection");
      return this;
    }

    /**
     * The schema that runs take place in, with a version table of its own; null, the default, for the connection's own. It
     * must exist, and is written as the database stores it. Names without a schema mean what is in there, and the connection
     * comes back as it was. On MySQL and MariaDB it is a database.
     */
    public Builder schema(@Nullable String schema) {
      this.schema = schema;
      return this;
    }

    /** Where the revision indexes and the driver are looked for; the thread's context class loader by default. */
    public Builder classLoader(ClassLoader classLoader) {
      this.classLoader = Objects.requireNonNull(classLoader, "classLoader");
      return this;
    }

    /** The history, instead of what the class loader sees. */
    public Builder scriptDirectory(ScriptDirectory scriptDirectory) {
      this.scriptDirectory = Objects.requireNonNull(scriptDirectory, "scriptDirectory");
      return this;
    }

    /** What happens around a run, instead of the class marked {@link dev.lambic.runtime.MigrationEnvironment}. */
    public Builder environment(Environment environment) {
      this.environment = Objects.requireNonNull(environment, "environment");
      return this;
    }

    /** Whether runs are written down in a table beside the version table; true by default. */
    public Builder journal(boolean written) {
      contextOptions.journal(written);
      return this;
    }

    /** The name of that table; null for the version table's name and {@code _journal}. */
    public Builder journalTable(@Nullable String name) {
      contextOptions.journalTable(name);
      return this;
    }

    /** How long a run waits, for other runs and for the database. */
    public Builder limits(RunLimits limits) {
      contextOptions.limits(limits);
      return this;
    }

    /** Who is told what a run does; the log, by default. */
    public Builder listener(MigrationListener listener) {
      contextOptions.listener(listener);
      return this;
    }

    /** The name of the version table; {@code alembic_version} by default. */
    public Builder versionTable(String name) {
      contextOptions.versionTable(name);
      return this;
    }

    /** The schema of the version table, which must exist; null, the default, for the connection's own. */
    public Builder versionTableSchema(@Nullable String schema) {
      contextOptions.versionTableSchema(schema);
      return this;
    }

    /** Whether each migration gets a transaction of its own; false by default. */
    public Builder transactionPerMigration(boolean perMigration) {
      contextOptions.transactionPerMigration(perMigration);
      return this;
    }

    /** Something for the environment alone, as {@code tenant=acme}; may be called again. Alembic's {@code -x}. */
    public Builder xArgument(String argument) {
      xArguments.add(Objects.requireNonNull(argument, "argument"));
      return this;
    }

    /** A tag for the run, which means what its environment makes of it. */
    public Builder tag(@Nullable String tag) {
      contextOptions.tag(tag);
      return this;
    }

    /** An option of autogenerate, or of the user's own environment. */
    public <T> Builder option(OptionKey<T> key, T value) {
      contextOptions.option(key, value);
      return this;
    }

    /** Makes an option of the user's own environment known, so that it can be given by its name. */
    public Builder declare(OptionKey<?> key) {
      contextOptions.declare(key);
      return this;
    }

    /**
     * An option by its name: see {@link ContextOptions.Builder#option(String, Object)}.
     *
     * @throws EnvironmentException if there is no such option, or it does not take the value
     */
    public Builder option(String name, Object value) {
      contextOptions.option(name, value);
      return this;
    }

    /** Any options of a context: {@code context(options -> options.onVersionApply(audit))}. */
    public Builder context(Consumer<ContextOptions.Builder> options) {
      options.accept(contextOptions);
      return this;
    }

    /**
     * Returns the configuration.
     *
     * @throws EnvironmentException if it names more than one of {@code url}, {@code dataSource} and {@code connection}
     */
    public Config build() {
      if ((url != null ? 1 : 0) + (dataSource != null ? 1 : 0) + (connection != null ? 1 : 0) > 1) {
        throw new EnvironmentException(Problem.of(
                ProblemId.CONFLICTING_OPTIONS, "The configuration names more than one database.")
            .fix("set one of 'url', 'dataSource' and 'connection'."));
      }
      return new Config(this);
    }
  }
}
