package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.DialectSettings;
import dev.lambic.dialect.VersionTable;
import dev.lambic.operations.NamingConvention;
import dev.lambic.operations.OperationImplementation;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

/** The options that {@link ContextOptions} has methods for, with the defaults that Alembic gives them. */
final class ContextKeys {
  static final OptionKey<Connection> CONNECTION = OptionKey.of("connection", Connection.class);
  static final OptionKey<String> URL = OptionKey.of("url", String.class);
  static final OptionKey<String> DIALECT_NAME = OptionKey.of("dialectName", String.class);
  static final OptionKey<Dialect> DIALECT = OptionKey.of("dialect", Dialect.class);
  static final OptionKey<DialectSettings> DIALECT_OPTS =
      OptionKey.of("dialectOpts", DialectSettings.class, DialectSettings.DEFAULT);
  static final OptionKey<NamingConvention> NAMING =
      OptionKey.of("namingConvention", NamingConvention.class);
  static final OptionKey<Boolean> TRANSACTIONAL_DDL =
      OptionKey.of("transactionalDdl", Boolean.class);
  static final OptionKey<Boolean> TRANSACTION_PER_MIGRATION =
      OptionKey.of("transactionPerMigration", Boolean.class, false);
  static final OptionKey<String> VERSION_TABLE =
      OptionKey.of("versionTable", String.class, VersionTable.DEFAULT_NAME);
  static final OptionKey<String> VERSION_TABLE_SCHEMA =
      OptionKey.of("versionTableSchema", String.class);
  static final OptionKey<Boolean> VERSION_TABLE_PK =
      OptionKey.of("versionTablePk", Boolean.class, true);
  static final OptionKey<Appendable> OUTPUT_BUFFER = OptionKey.of("outputBuffer", Appendable.class);
  static final OptionKey<Boolean> AS_SQL = OptionKey.of("asSql", Boolean.class);
  static final OptionKey<Boolean> LITERAL_BINDS = OptionKey.of("literalBinds", Boolean.class);
  static final OptionKey<String> BATCH_SEPARATOR = OptionKey.of("batchSeparator", String.class);
  static final OptionKey<List<String>> STARTING_REV =
      OptionKey.of("startingRev", List.class, List.of());
  static final OptionKey<List<String>> DESTINATION_REV =
      OptionKey.of("destinationRev", List.class, List.of());
  static final OptionKey<String> TAG = OptionKey.of("tag", String.class);
  static final OptionKey<Map<String, Object>> TEMPLATE_ARGS =
      OptionKey.of("templateArgs", Map.class, Map.of());
  static final OptionKey<Boolean> PURGE = OptionKey.of("purge", Boolean.class, false);
  static final OptionKey<MigrationListener> LISTENER =
      OptionKey.of("listener", MigrationListener.class, MigrationListener.logging());
  static final OptionKey<Boolean> JOURNAL = OptionKey.of("journal", Boolean.class, true);
  static final OptionKey<String> JOURNAL_TABLE = OptionKey.of("journalTable", String.class);
  static final OptionKey<Rendering> RENDERING = OptionKey.of("rendering", Rendering.class);
  static final OptionKey<RunLimits> LIMITS =
      OptionKey.of("limits", RunLimits.class, RunLimits.DEFAULT);
  static final OptionKey<MigrationsFunction> MIGRATIONS =
      OptionKey.of("migrations", MigrationsFunction.class, (heads, context) -> List.of());
  static final OptionKey<List<VersionApplyCallback>> ON_VERSION_APPLY =
      OptionKey.of("onVersionApply", List.class, List.of());
  static final OptionKey<List<OperationImplementation<?>>> IMPLEMENTATIONS =
      OptionKey.of("implementation", List.class, List.of());
  static final OptionKey<ContextFactory<?>> CONTEXT_FACTORY =
      OptionKey.of("contextFactory", ContextFactory.class);

  /** What a text can be given for. */
  static final List<OptionKey<?>> BY_NAME = List.of(
      URL,
      DIALECT_NAME,
      TRANSACTIONAL_DDL,
      TRANSACTION_PER_MIGRATION,
      VERSION_TABLE,
      VERSION_TABLE_SCHEMA,
      VERSION_TABLE_PK,
      JOURNAL,
      JOURNAL_TABLE,
      LITERAL_BINDS,
      BATCH_SEPARATOR,
      TAG);

  /** What is the command's to say, not the environment's. */
  static final List<OptionKey<?>> OF_THE_COMMAND =
      List.of(MIGRATIONS, AS_SQL, DESTINATION_REV, PURGE);

  private ContextKeys() {}
}
