package dev.lambic.runtime;

import dev.lambic.dialect.VersionTable;
import dev.lambic.schema.Name;
import dev.lambic.schema.TableName;
import java.sql.Connection;
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
  private final MigrationsFunction migrations;

  private ContextOptions(Builder builder) {
    this.connection = builder.connection;
    this.transactionalDdl = builder.transactionalDdl;
    this.transactionPerMigration = builder.transactionPerMigration;
    Name schema = builder.versionTableSchema == null ? null : Name.of(builder.versionTableSchema);
    this.versionTable = new VersionTable(
        new TableName(schema, Name.of(builder.versionTable)), builder.versionTablePk);
    this.listener = builder.listener;
    this.migrations = builder.migrations;
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
    builder.migrations = migrations;
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

  /** Returns what {@link MigrationContext#runMigrations} has to do. */
  public MigrationsFunction migrations() {
    return migrations;
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
    private MigrationsFunction migrations = (heads, context) -> List.of();

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

    /** What {@link MigrationContext#runMigrations} has to do; nothing by default. Alembic's {@code fn}. */
    public Builder migrations(MigrationsFunction migrations) {
      this.migrations = Objects.requireNonNull(migrations, "migrations");
      return this;
    }

    /** Returns the options. */
    public ContextOptions build() {
      return new ContextOptions(this);
    }
  }
}
