package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.DialectSettings;
import dev.lambic.dialect.Dialects;
import dev.lambic.dialect.ScriptLayout;
import dev.lambic.dialect.VersionTable;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.operations.NamingConvention;
import dev.lambic.operations.OperationImplementation;
import dev.lambic.schema.Name;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The options of a {@link MigrationContext}: Alembic's {@code context.configure(...)}, in camel case. Immutable; {@link
 * #builder} begins with the defaults.
 *
 * <pre>{@code
 * context.configure(ContextOptions.builder().connection(connection).transactionPerMigration(true).build());
 * }</pre>
 */
public final class ContextOptions {
  private final @Nullable Connection connection;
  private final @Nullable Boolean transactionalDdl;
  private final boolean transactionPerMigration;
  private final VersionTable versionTable;
  private final MigrationListener listener;
  private final RunLimits limits;
  private final MigrationsFunction migrations;
  private final @Nullable Appendable output;
  private final @Nullable Dialect dialect;
  private final DialectSettings dialectSettings;
  private final @Nullable String batchSeparator;
  private final List<String> startingHeads;
  private final List<OperationImplementation<?>> implementations;

  private ContextOptions(Builder builder) {
    this.connection = builder.connection;
    this.transactionalDdl = builder.transactionalDdl;
    this.transactionPerMigration = builder.transactionPerMigration;
    Name schema = builder.versionTableSchema == null ? null : Name.of(builder.versionTableSchema);
    this.versionTable = new VersionTable(
        new TableName(schema, Name.of(builder.versionTable)), builder.versionTablePk);
    this.listener = builder.listener;
    this.limits = builder.limits;
    this.migrations = builder.migrations;
    this.output = builder.output;
    this.dialect = builder.dialect;
    this.dialectSettings = builder.dialectSettings;
    this.batchSeparator = builder.batchSeparator;
    this.startingHeads = List.copyOf(builder.startingHeads);
    this.implementations = List.copyOf(builder.implementations);
  }

  /** Begins with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Begins with these options. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.connection = connection;
    builder.transactionalDdl = transactionalDdl;
    builder.transactionPerMigration = transactionPerMigration;
    builder.versionTable = versionTable.name().name().text();
    builder.versionTableSchema = versionTable.name().schema() == null
        ? null
        : versionTable.name().schema().text();
    builder.versionTablePk = versionTable.hasPrimaryKey();
    builder.listener = listener;
    builder.limits = limits;
    builder.migrations = migrations;
    builder.output = output;
    builder.dialect = dialect;
    builder.dialectSettings = dialectSettings;
    builder.batchSeparator = batchSeparator;
    builder.startingHeads = startingHeads;
    builder.implementations.addAll(implementations);
    return builder;
  }

  /** Returns the live connection, or null when none has been given yet. */
  public @Nullable Connection connection() {
    return connection;
  }

  /** Returns whether DDL is taken to be transactional, or null to go by the database. */
  public @Nullable Boolean transactionalDdl() {
    return transactionalDdl;
  }

  /** Returns whether each migration gets a transaction of its own where one for the whole run would be possible. */
  public boolean transactionPerMigration() {
    return transactionPerMigration;
  }

  /** Returns the table that holds the ids of the revisions that the database stands on. */
  public VersionTable versionTable() {
    return versionTable;
  }

  /** Returns who is told what the run does. */
  public MigrationListener listener() {
    return listener;
  }

  /** Returns how long a run waits, for other runs and for the database. */
  public RunLimits limits() {
    return limits;
  }

  /** Returns what {@link MigrationContext#runMigrations} has to do. */
  public MigrationsFunction migrations() {
    return migrations;
  }

  /** Tells whether a script is written rather than a database changed: whether there is an {@code output}. */
  public boolean isOffline() {
    return output != null;
  }

  Appendable requireOutput() {
    if (output == null) {
      throw missing(
          "The context has neither a connection nor an output to write a script to.", "output");
    }
    return output;
  }

  Dialect requireDialect() {
    if (dialect == null) {
      throw missing(
          "The context is to write a script, but not told for which database.", "dialect");
    }
    return dialect;
  }

  private static EnvironmentException missing(String headline, String option) {
    return new EnvironmentException(Problem.of(ProblemId.MISSING_OPTION, headline)
        .fix("give 'ContextOptions.builder()' the option '" + option + "'."));
  }

  /** Returns what the dialect is told beyond its name. */
  public DialectSettings dialectSettings() {
    return dialectSettings;
  }

  /** Returns how a script is laid out, where the dialect would have it otherwise. */
  ScriptLayout scriptLayout(ScriptLayout ofDialect) {
    return batchSeparator == null ? ofDialect : ofDialect.batchSeparator(batchSeparator);
  }

  /** Returns the rows of the version table that a script starts from. */
  public List<String> startingHeads() {
    return startingHeads;
  }

  /** Returns users' code that carries out operations in the place of Lambic's own. */
  public List<OperationImplementation<?>> implementations() {
    return implementations;
  }

  /** Collects options; each has the default that Alembic gives it. */
  public static final class Builder {
    private @Nullable Connection connection;
    private @Nullable Boolean transactionalDdl;
    private boolean transactionPerMigration;
    private String versionTable = VersionTable.DEFAULT_NAME;
    private @Nullable String versionTableSchema;
    private boolean versionTablePk = true;
    private MigrationListener listener = MigrationListener.logging();
    private RunLimits limits = RunLimits.DEFAULT;
    private MigrationsFunction migrations = (heads, context) -> List.of();
    private @Nullable Appendable output;
    private @Nullable Dialect dialect;
    private DialectSettings dialectSettings = DialectSettings.DEFAULT;
    private @Nullable String batchSeparator;
    private List<String> startingHeads = List.of();
    private final List<OperationImplementation<?>> implementations = new ArrayList<>();

    private Builder() {}

    /**
     * The live connection to run on. One in auto-commit mode is the context's to begin and commit transactions on; one
     * that is not is taken to be in a transaction of the caller's, which is never committed or rolled back. It is not
     * closed.
     */
    public Builder connection(Connection connection) {
      this.connection = Objects.requireNonNull(connection, "connection");
      return this;
    }

    /** Whether DDL can be rolled back; left out, the dialect knows. */
    public Builder transactionalDdl(boolean transactional) {
      this.transactionalDdl = transactional;
      return this;
    }

    /** Whether each migration gets a transaction of its own, rather than one for the whole run; false by default. */
    public Builder transactionPerMigration(boolean perMigration) {
      this.transactionPerMigration = perMigration;
      return this;
    }

    /** The name of the version table; {@code alembic_version} by default. */
    public Builder versionTable(String name) {
      this.versionTable = Objects.requireNonNull(name, "name");
      return this;
    }

    /** The schema of the version table, which must exist; null, the default, for the connection's own. */
    public Builder versionTableSchema(@Nullable String schema) {
      this.versionTableSchema = schema;
      return this;
    }

    /** Whether the version table is created with a primary key; true by default. */
    public Builder versionTablePk(boolean primaryKey) {
      this.versionTablePk = primaryKey;
      return this;
    }

    /** Who is told what the run does; by default {@link MigrationListener#logging}. */
    public Builder listener(MigrationListener listener) {
      this.listener = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /** How long a run waits, for other runs and for the database; {@link RunLimits#DEFAULT} by default. */
    public Builder limits(RunLimits limits) {
      this.limits = Objects.requireNonNull(limits, "limits");
      return this;
    }

    /** What {@link MigrationContext#runMigrations} has to do; nothing by default. Alembic's {@code fn}. */
    public Builder migrations(MigrationsFunction migrations) {
      this.migrations = Objects.requireNonNull(migrations, "migrations");
      return this;
    }

    /**
     * Where a script is written to, instead of changing a database: Alembic's offline mode. Needs a {@link #dialect}. The
     * output is neither flushed nor closed.
     */
    public Builder output(Appendable writer) {
      this.output = Objects.requireNonNull(writer, "writer");
      return this;
    }

    /** The dialect of a script, by its name: {@code postgresql}. A connection brings its own. */
    public Builder dialect(String name) {
      this.dialect = Dialects.named(name);
      return this;
    }

    /** What the dialect is told beyond its name, such as the version of the server that a script is for. */
    public Builder dialectSettings(DialectSettings settings) {
      this.dialectSettings = Objects.requireNonNull(settings, "settings");
      return this;
    }

    /** What gives a name to constraints and indexes that have none. */
    public Builder namingConvention(NamingConvention convention) {
      this.dialectSettings = dialectSettings.naming(convention);
      return this;
    }

    /** The line behind each statement of a script that makes the client send it; empty for none. */
    public Builder batchSeparator(String line) {
      this.batchSeparator = Objects.requireNonNull(line, "line");
      return this;
    }

    /** The rows of the version table that a script starts from; none by default. */
    public Builder startingHeads(List<String> ids) {
      this.startingHeads = List.copyOf(ids);
      return this;
    }

    /** Users' code that carries out operations of one kind in the place of Lambic's own, or around it. */
    public Builder implementation(OperationImplementation<?> implementation) {
      this.implementations.add(Objects.requireNonNull(implementation, "implementation"));
      return this;
    }

    /** Returns the options. */
    public ContextOptions build() {
      return new ContextOptions(this);
    }
  }
}
