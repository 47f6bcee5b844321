package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.DialectSettings;
import dev.lambic.dialect.Dialects;
import dev.lambic.dialect.ScriptLayout;
import dev.lambic.dialect.VersionTable;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.NearMisses;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.operations.NamingConvention;
import dev.lambic.operations.OperationImplementation;
import dev.lambic.schema.Name;
import dev.lambic.schema.TableName;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private final Map<OptionKey<?>, Object> values;
  private final Map<String, OptionKey<?>> declared;
  private final VersionTable versionTable;

  private ContextOptions(Builder builder) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(builder.values));
    this.declared = Collections.unmodifiableMap(new LinkedHashMap<>(builder.declared));
    String schema = find(ContextKeys.VERSION_TABLE_SCHEMA);
    this.versionTable = new VersionTable(
        new TableName(
            schema == null ? null : Name.of(schema), Name.of(get(ContextKeys.VERSION_TABLE))),
        get(ContextKeys.VERSION_TABLE_PK));
  }

  /** Begins with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Begins with these options. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.values.putAll(values);
    builder.declared.putAll(declared);
    return builder;
  }

  /** Returns what a command says of its run, on top of these options, which are the configured ones. */
  ContextOptions startedWith(ContextOptions byCommand) {
    Builder builder = toBuilder();
    builder.values.putAll(byCommand.values);
    builder.declared.putAll(byCommand.declared);
    return builder.asSql(byCommand.isOffline()).build();
  }

  /** Returns what an environment says, on top of these options, with which its command started it. */
  ContextOptions configuredAs(ContextOptions byEnvironment) {
    Builder builder = toBuilder();
    builder.values.putAll(byEnvironment.values);
    builder.declared.putAll(byEnvironment.declared);
    for (OptionKey<?> key : ContextKeys.OF_THE_COMMAND) {
      builder.values.remove(key);
      if (values.containsKey(key)) {
        builder.values.put(key, values.get(key));
      }
    }
    return builder.build();
  }

  /** Returns the value of an option, or its default; nothing if it has neither. */
  public <T> Optional<T> option(OptionKey<T> key) {
    return Optional.ofNullable(find(key));
  }

  @SuppressWarnings("unchecked") // The builder lets in what fits the key.
  private <T> @Nullable T find(OptionKey<T> key) {
    Object value = values.get(key);
    return value == null ? key.defaultValue().orElse(null) : (T) value;
  }

  private <T> T get(OptionKey<T> key) {
    return Objects.requireNonNull(find(key), key.name());
  }

  /** Returns the live connection, or null when none has been given yet. */
  public @Nullable Connection connection() {
    return find(ContextKeys.CONNECTION);
  }

  /** Returns whether DDL is taken to be transactional, or null to go by the database. */
  public @Nullable Boolean transactionalDdl() {
    return find(ContextKeys.TRANSACTIONAL_DDL);
  }

  /** Returns whether each migration gets a transaction of its own where one for the whole run would be possible. */
  public boolean transactionPerMigration() {
    return get(ContextKeys.TRANSACTION_PER_MIGRATION);
  }

  /** Returns the table that holds the ids of the revisions that the database stands on. */
  public VersionTable versionTable() {
    return versionTable;
  }

  /** Returns who is told what the run does. */
  public MigrationListener listener() {
    return get(ContextKeys.LISTENER);
  }

  /** Tells whether runs are written down in a journal. */
  public boolean journal() {
    return get(ContextKeys.JOURNAL);
  }

  /** Returns the table of the journal, in the schema of the version table. */
  public TableName journalTable() {
    String name = find(ContextKeys.JOURNAL_TABLE);
    TableName versions = versionTable.name();
    return new TableName(
        versions.schema(), Name.of(name == null ? versions.name() + "_journal" : name));
  }

  /** Returns how long a run waits, for other runs and for the database. */
  public RunLimits limits() {
    return get(ContextKeys.LIMITS);
  }

  /** Returns what {@link MigrationContext#runMigrations} has to do. */
  public MigrationsFunction migrations() {
    return get(ContextKeys.MIGRATIONS);
  }

  /** Returns what is called behind each step, in order. */
  public List<VersionApplyCallback> onVersionApply() {
    return get(ContextKeys.ON_VERSION_APPLY);
  }

  /** Tells whether a script is written rather than a database changed. */
  public boolean isOffline() {
    Boolean asSql = find(ContextKeys.AS_SQL);
    return asSql == null ? outputBuffer().isPresent() : asSql;
  }

  /** Returns where a script is written to. */
  public Optional<Appendable> outputBuffer() {
    return option(ContextKeys.OUTPUT_BUFFER);
  }

  /** Returns the revision symbols that a script starts from; none for base. */
  public List<String> startingRev() {
    return get(ContextKeys.STARTING_REV);
  }

  /** Returns the revision symbols that the command leads to, as the command was given them; none where it has no such. */
  public List<String> destinationRev() {
    return get(ContextKeys.DESTINATION_REV);
  }

  /** Returns the tag of the run, which means what its environment makes of it. */
  public Optional<String> tag() {
    return option(ContextKeys.TAG);
  }

  /** Returns what templates of new revisions are given besides. */
  public Map<String, Object> templateArgs() {
    return get(ContextKeys.TEMPLATE_ARGS);
  }

  /** Tells whether the version table is emptied before the run. */
  public boolean purge() {
    return get(ContextKeys.PURGE);
  }

  /** Returns what the dialect is told beyond its name. */
  public DialectSettings dialectOpts() {
    DialectSettings settings = get(ContextKeys.DIALECT_OPTS);
    Boolean literalBinds = find(ContextKeys.LITERAL_BINDS);
    if (literalBinds != null) {
      settings = settings.literalBinds(literalBinds);
    }
    NamingConvention naming = find(ContextKeys.NAMING);
    return naming == null ? settings : settings.naming(naming);
  }

  /** Returns users' code that carries out operations in the place of Lambic's own. */
  public List<OperationImplementation<?>> implementations() {
    return get(ContextKeys.IMPLEMENTATIONS);
  }

  /** Returns what makes the context. */
  ContextFactory<?> contextFactory() {
    ContextFactory<?> factory = find(ContextKeys.CONTEXT_FACTORY);
    return factory == null ? MigrationContext::new : factory;
  }

  /** Returns these options for a context that works out what it would execute on the database that they are for. */
  ContextOptions rendering(Rendering rendering) {
    Builder builder = toBuilder();
    builder.values.remove(ContextKeys.CONNECTION);
    builder.values.put(ContextKeys.RENDERING, rendering);
    return builder.asSql(true).purge(false).listener(rendering).build();
  }

  /** Returns what keeps the statements of a context that works them out; nothing for all others. */
  Optional<Rendering> rendering() {
    return option(ContextKeys.RENDERING);
  }

  Appendable requireOutput() {
    return outputBuffer()
        .orElseThrow(() ->
            missing("The context is to write a script, but not told where to.", "outputBuffer"));
  }

  /** Returns the dialect of a script that is written without a connection. */
  Dialect requireDialect() {
    Dialect dialect = find(ContextKeys.DIALECT);
    if (dialect != null) {
      return dialect;
    }
    String name = find(ContextKeys.DIALECT_NAME);
    if (name != null) {
      return Dialects.named(name);
    }
    String url = find(ContextKeys.URL);
    if (url == null) {
      throw missing(
          "The context is to write a script, but not told for which database.", "dialectName");
    }
    return Dialects.forUrl(url)
        .orElseThrow(() -> new EnvironmentException(
            Problem.of(ProblemId.UNKNOWN_DATABASE, "The URL does not tell the database.")
                .with("known", Dialects.urlPrefixes())
                .fix("say which it is: 'dialectName'.")));
  }

  private static EnvironmentException missing(String headline, String option) {
    return new EnvironmentException(Problem.of(ProblemId.MISSING_OPTION, headline)
        .fix("give 'ContextOptions.builder()' the option '" + option + "'."));
  }

  /** Finds out what goes together only in one of the two modes. */
  void check() {
    if (isOffline()) {
      if (purge()) {
        throw conflict(
            "A script cannot empty the version table before it stamps.",
            "leave 'purge' out, or run the command against the database.");
      }
      return;
    }
    if (Boolean.TRUE.equals(find(ContextKeys.LITERAL_BINDS))) {
      throw conflict(
          "'literalBinds' is for scripts; a database gets its values anyway.",
          "leave 'literalBinds' out, or write a script.");
    }
    if (!startingRev().isEmpty()) {
      throw conflict(
          "'startingRev' is for scripts; a database says itself where it stands.",
          "leave 'startingRev' out, or write a script.");
    }
  }

  private static EnvironmentException conflict(String headline, String fix) {
    return new EnvironmentException(
        Problem.of(ProblemId.CONFLICTING_OPTIONS, headline).fix(fix));
  }

  /** Returns how a script is laid out, where the dialect would have it otherwise. */
  ScriptLayout scriptLayout(ScriptLayout ofDialect) {
    String separator = find(ContextKeys.BATCH_SEPARATOR);
    return separator == null ? ofDialect : ofDialect.batchSeparator(separator);
  }

  /** Collects options; each has the default that Alembic gives it. */
  public static final class Builder {
    private final Map<OptionKey<?>, Object> values = new LinkedHashMap<>();
    private final Map<String, OptionKey<?>> declared = new LinkedHashMap<>();

    private Builder() {
      ContextKeys.BY_NAME.forEach(key -> declared.put(key.name(), key));
    }

    private <T> Builder set(OptionKey<T> key, @Nullable T value) {
      if (value == null) {
        values.remove(key);
      } else {
        values.put(key, value);
      }
      return this;
    }

    private <T> Builder add(OptionKey<List<T>> key, T value) {
      List<T> all = new ArrayList<>(build().get(key));
      all.add(Objects.requireNonNull(value, key.name()));
      return set(key, Collections.unmodifiableList(all));
    }

    /**
     * The live connection to run on. One in auto-commit mode is the context's to begin and commit transactions on; one
     * that is not is taken to be in a transaction of the caller's, which is never committed or rolled back. It is not
     * closed, unless it is lost or cannot be brought back into the state it was in.
     */
    public Builder connection(Connection connection) {
      return set(ContextKeys.CONNECTION, Objects.requireNonNull(connection, "connection"));
    }

    /** A JDBC URL, where there is no connection: it says which database a script is for. */
    public Builder url(@Nullable String url) {
      return set(ContextKeys.URL, url);
    }

    /** The dialect of a script, by its name: {@code postgresql}. A connection brings its own. */
    public Builder dialectName(String name) {
      return set(ContextKeys.DIALECT_NAME, Objects.requireNonNull(name, "name"));
    }

    /** The dialect of a script. A connection brings its own. */
    public Builder dialect(Dialect dialect) {
      return set(ContextKeys.DIALECT, Objects.requireNonNull(dialect, "dialect"));
    }

    /** What the dialect is told beyond its name, such as the version of the server that a script is for. */
    public Builder dialectOpts(DialectSettings settings) {
      return set(ContextKeys.DIALECT_OPTS, Objects.requireNonNull(settings, "settings"));
    }

    /** What gives a name to constraints and indexes that have none. */
    public Builder namingConvention(NamingConvention convention) {
      return set(ContextKeys.NAMING, Objects.requireNonNull(convention, "convention"));
    }

    /** Whether DDL can be rolled back; left out, the dialect knows. */
    public Builder transactionalDdl(boolean transactional) {
      return set(ContextKeys.TRANSACTIONAL_DDL, transactional);
    }

    /** Whether each migration gets a transaction of its own, rather than one for the whole run; false by default. */
    public Builder transactionPerMigration(boolean perMigration) {
      return set(ContextKeys.TRANSACTION_PER_MIGRATION, perMigration);
    }

    /** The name of the version table; {@code alembic_version} by default. */
    public Builder versionTable(String name) {
      return set(ContextKeys.VERSION_TABLE, Objects.requireNonNull(name, "name"));
    }

    /** The schema of the version table, which must exist; null, the default, for the connection's own. */
    public Builder versionTableSchema(@Nullable String schema) {
      return set(ContextKeys.VERSION_TABLE_SCHEMA, schema);
    }

    /** Whether the version table is created with a primary key; true by default. */
    public Builder versionTablePk(boolean primaryKey) {
      return set(ContextKeys.VERSION_TABLE_PK, primaryKey);
    }

    /** Who is told what the run does; by default {@link MigrationListener#logging}. */
    public Builder listener(MigrationListener listener) {
      return set(ContextKeys.LISTENER, Objects.requireNonNull(listener, "listener"));
    }

    /** What is called behind each step, inside its transaction; may be called again, for several. */
    public Builder onVersionApply(VersionApplyCallback callback) {
      return add(ContextKeys.ON_VERSION_APPLY, callback);
    }

    /**
     * Whether runs are written down in a table beside the version table; true by default. Without it, a revision that is cut
     * short on a database without transactional DDL cannot go on by itself.
     */
    public Builder journal(boolean written) {
      return set(ContextKeys.JOURNAL, written);
    }

    /** The name of that table; null, the default, for the version table's name and {@code _journal}. */
    public Builder journalTable(@Nullable String name) {
      return set(ContextKeys.JOURNAL_TABLE, name);
    }

    /** How long a run waits, for other runs and for the database; {@link RunLimits#DEFAULT} by default. */
    public Builder limits(RunLimits limits) {
      return set(ContextKeys.LIMITS, Objects.requireNonNull(limits, "limits"));
    }

    /** What {@link MigrationContext#runMigrations} has to do; nothing by default. Alembic's {@code fn}. */
    public Builder migrations(MigrationsFunction migrations) {
      return set(ContextKeys.MIGRATIONS, Objects.requireNonNull(migrations, "migrations"));
    }

    /**
     * Whether a script is written instead of changing a database: Alembic's offline mode. Left out, an {@link
     * #outputBuffer} says so. A script needs one, and a dialect: from {@link #dialectName}, {@link #url}, or a connection,
     * which is not used otherwise.
     */
    public Builder asSql(boolean offline) {
      return set(ContextKeys.AS_SQL, offline);
    }

    /** Where a script is written to. The output is neither flushed nor closed. */
    public Builder outputBuffer(Appendable writer) {
      return set(ContextKeys.OUTPUT_BUFFER, Objects.requireNonNull(writer, "writer"));
    }

    /**
     * Where a script is written to, in which encoding. The stream is not closed. A character that the encoding lacks is an
     * error.
     */
    public Builder outputBuffer(OutputStream stream, Charset outputEncoding) {
      return outputBuffer(new EncodedOutput(stream, outputEncoding));
    }

    /**
     * Whether the values of statements are written into a script. {@code false} leaves their names ({@code :name}) for
     * whoever runs it; {@code true} without a script is an error.
     */
    public Builder literalBinds(boolean written) {
      return set(ContextKeys.LITERAL_BINDS, written);
    }

    /** The line behind each statement of a script that makes the client send it; empty for none. */
    public Builder batchSeparator(String line) {
      return set(ContextKeys.BATCH_SEPARATOR, Objects.requireNonNull(line, "line"));
    }

    /**
     * The revision symbols of where the database stands that a script is for; none, the default, for base. Without a
     * script it is an error.
     */
    public Builder startingRev(String... symbols) {
      return set(ContextKeys.STARTING_REV, List.of(symbols));
    }

    /** The revision symbols that a command leads to: for {@link EnvironmentContext#getRevisionArgument}. */
    public Builder destinationRev(String... symbols) {
      return set(ContextKeys.DESTINATION_REV, List.of(symbols));
    }

    /** A tag for the run, which means what its environment makes of it. Alembic's {@code --tag}. */
    public Builder tag(@Nullable String tag) {
      return set(ContextKeys.TAG, tag);
    }

    /** What templates of new revisions are given besides. */
    public Builder templateArgs(Map<String, ?> args) {
      return set(ContextKeys.TEMPLATE_ARGS, Collections.unmodifiableMap(new LinkedHashMap<>(args)));
    }

    /** Whether the version table is emptied before the run, whatever is in it; false by default. */
    public Builder purge(boolean emptied) {
      return set(ContextKeys.PURGE, emptied);
    }

    /** Users' code that carries out operations of one kind in the place of Lambic's own, or around it. */
    public Builder implementation(OperationImplementation<?> implementation) {
      return add(ContextKeys.IMPLEMENTATIONS, implementation);
    }

    /** What makes the context: the constructor of a subclass, as {@code AuditedContext::new}. */
    public Builder contextFactory(ContextFactory<?> factory) {
      return set(ContextKeys.CONTEXT_FACTORY, Objects.requireNonNull(factory, "factory"));
    }

    /** An option that has no method here: one of autogenerate's, or of the user's own. The key declares it. */
    public <T> Builder option(OptionKey<T> key, T value) {
      return declare(key).set(key, Objects.requireNonNull(value, key.name()));
    }

    /** Makes an option of the user's own known, so that it can be given by its name. */
    public Builder declare(OptionKey<?> key) {
      OptionKey<?> other = declared.putIfAbsent(key.name(), key);
      if (other != null && !other.equals(key)) {
        throw conflict(
            "There is another option '" + key.name() + "', of type "
                + other.type().getSimpleName() + ".",
            "give the option another name.");
      }
      return this;
    }

    /**
     * An option by its name, where only a text says which it is: {@code option("transactionPerMigration", "true")}.
     *
     * @param name the name of an option with a value that can be spelled, or of one that has been {@link #declare
     *     declared}
     * @throws EnvironmentException if there is no such option, or it does not take the value
     */
    public Builder option(String name, Object value) {
      OptionKey<?> key = declared.get(name);
      if (key == null) {
        throw new EnvironmentException(
            Problem.of(ProblemId.UNKNOWN_OPTION, "There is no option '" + name + "'.")
                .with("known", String.join(", ", declared.keySet()))
                .didYouMean(NearMisses.of(name, declared.keySet()))
                .fix(
                    "correct the name; an option of your own has to be declared first, with an 'OptionKey'."));
      }
      values.put(key, key.valueOf(value));
      return this;
    }

    /** Returns the options. */
    public ContextOptions build() {
      return new ContextOptions(this);
    }
  }
}
