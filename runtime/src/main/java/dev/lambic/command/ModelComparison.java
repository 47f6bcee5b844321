package dev.lambic.command;

import dev.lambic.autogenerate.Autogenerate;
import dev.lambic.autogenerate.AutogenerateContext;
import dev.lambic.autogenerate.AutogenerateOptions;
import dev.lambic.autogenerate.Difference;
import dev.lambic.autogenerate.MigrationScript;
import dev.lambic.autogenerate.ProcessRevisionDirectives;
import dev.lambic.autogenerate.TargetMetadata;
import dev.lambic.dialect.Dialect;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.runtime.ContextOptions;
import dev.lambic.runtime.MigrationContext;
import dev.lambic.schema.MetaData;
import dev.lambic.script.RevisionRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Compares the database of a context with the model of its options. Changes nothing. */
final class ModelComparison {
  private final AutogenerateContext context;
  private final MetaData[] model;

  private ModelComparison(AutogenerateContext context, MetaData[] model) {
    this.context = context;
    this.model = model;
  }

  /**
   * Reads what is to be compared.
   *
   * @throws EnvironmentException if the context has no model
   */
  static ModelComparison of(MigrationContext context) {
    ContextOptions options = context.opts();
    TargetMetadata target = options
        .option(TargetMetadata.OPTION)
        .orElseThrow(() -> new EnvironmentException(Problem.of(
                ProblemId.NO_TARGET_METADATA, "Nothing says what the database should look like.")
            .fix("""
                give the model in the environment:
                environment.configure(ContextOptions.builder()
                    .connection(connection)
                    .option(TargetMetadata.OPTION, TargetMetadata.of(model))
                    .build());""")
            .fix("""
                or where the command is started:
                Config.builder().option(TargetMetadata.OPTION, TargetMetadata.of(model))""")));
    AutogenerateContext own = contextOf(context);
    return new ModelComparison(own, target.read(own.dialect()).toArray(MetaData[]::new));
  }

  /** Returns the database of a context, and how its options have it compared. */
  static AutogenerateContext contextOf(MigrationContext context) {
    ContextOptions given = context.opts();
    AutogenerateOptions said =
        given.option(AutogenerateOptions.OPTION).orElse(AutogenerateOptions.DEFAULT);
    AutogenerateOptions options = given
        .option(AutogenerateOptions.CHANGE)
        .map(change -> change.apply(said))
        .orElse(said);
    Connection connection = Objects.requireNonNull(given.connection(), "connection");
    return new AutogenerateContext(
        connection,
        connected(context.dialect(), connection),
        AutogenerateContext.ownTables(given.versionTable().name(), given.journalTable()),
        options);
  }

  private static Dialect connected(Dialect dialect, Connection connection) {
    try {
      return dialect.connected(connection);
    } catch (SQLException e) {
      throw new EnvironmentException(
          Problem.of(ProblemId.CONNECTION_FAILED, "The server does not say how it reads SQL.")
              .with("database says", dialect.messageOf(e))
              .fix("hand over a connection that is open, of a user who may run queries."),
          e);
    }
  }

  AutogenerateOptions options() {
    return context.options();
  }

  List<MigrationScript> scripts(RevisionRequest request) {
    return Autogenerate.produceMigrations(context, request, model);
  }

  /** Users' code that takes away or adds operations is heard, so that what they never generate is no difference either. */
  CheckResult check() {
    AutogenerateOptions everything = options().allowDestructive(true).renderAsBatch(false);
    AutogenerateContext all = context.with(everything);
    List<MigrationScript> scripts = Autogenerate.produceMigrations(all, model);
    List<MigrateOperation> operations = scripts.stream()
        .flatMap(script -> flat(script.upgradeOps().operations()))
        .toList();
    boolean isChanged =
        !everything.processRevisionDirectives().equals(ProcessRevisionDirectives.NONE);
    List<Difference> differences = Autogenerate.compareMetadata(all, model);
    List<Difference> counting = isChanged
        ? operations.stream()
            .map(operation -> difference(operation, differences))
            .toList()
        : differences;
    return new CheckResult(
        counting, scripts.stream().flatMap(script -> script.findings().stream()).toList());
  }

  private static Stream<MigrateOperation> flat(List<MigrateOperation> operations) {
    return operations.stream()
        .flatMap(operation -> operation instanceof BatchAlterTableOp batch
            ? flat(batch.operations())
            : Stream.of(operation));
  }

  private static Difference difference(MigrateOperation operation, List<Difference> known) {
    return known.stream()
        .filter(difference -> difference.operation().equals(operation))
        .findFirst()
        .orElseGet(() -> new Difference(
            null,
            Difference.Stage.NO_TABLE,
            operation,
            operation.reverse().stream().toList(),
            false));
  }
}
