package dev.lambic.it.conformance.ddl;

import static dev.lambic.it.conformance.ddl.Fields.bool;
import static dev.lambic.it.conformance.ddl.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.Migration;
import dev.lambic.operations.Operations;
import dev.lambic.runtime.ContextOptions;
import dev.lambic.runtime.EnvironmentConfig;
import dev.lambic.runtime.EnvironmentContext;
import dev.lambic.runtime.MigrationListener;
import dev.lambic.runtime.MigrationStep;
import dev.lambic.runtime.MigrationsFunction;
import dev.lambic.runtime.OfflineRange;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionIndex;
import dev.lambic.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.List;

/** Writes the script of one command, as {@code --sql} does. */
final class ScriptRun {
  private final JsonNode op;
  private final String dialect;
  private final StringBuilder output = new StringBuilder();

  ScriptRun(JsonNode op, String dialect) {
    this.op = op;
    this.dialect = dialect;
  }

  String output() {
    return output.toString();
  }

  void run() {
    ScriptDirectory script = ScriptDirectory.of(List.of(index()));
    String command = text(op, "command");
    OfflineRange range = OfflineRange.parse(text(op, "target"));
    if (command.equals("downgrade")) {
      range.requireStart();
    }
    MigrationsFunction migrations = switch (command) {
      case "upgrade" ->
        (heads, context) -> script.upgradePlan(range.target(), heads).stream()
            .map(step -> MigrationStep.upgradeFrom(script.revisionMap(), step))
            .toList();
      case "downgrade" ->
        (heads, context) -> script.downgradePlan(range.target(), heads).stream()
            .map(step -> MigrationStep.downgradeFrom(script.revisionMap(), step))
            .toList();
      default ->
        (heads, context) -> script.stampPlan(List.of(range.target()), heads).stream()
            .map(move -> MigrationStep.stampFrom(script.revisionMap(), move))
            .toList();
    };
    EnvironmentContext environment = new EnvironmentContext(new NoConnection(), script, migrations);
    environment.configure(options(range.startingHeads(script)));
    environment.inTransaction(environment::runMigrations);
  }

  private ContextOptions options(List<String> startingHeads) {
    JsonNode configure = op.path("configure");
    ContextOptions.Builder options = ContextOptions.builder()
        .output(output)
        .dialect(dialect)
        .listener(new MigrationListener() {})
        .startingHeads(startingHeads);
    if (configure.hasNonNull("transactional_ddl")) {
      options.transactionalDdl(bool(configure, "transactional_ddl"));
    }
    if (configure.hasNonNull("transaction_per_migration")) {
      options.transactionPerMigration(bool(configure, "transaction_per_migration"));
    }
    if (configure.hasNonNull("version_table")) {
      options.versionTable(text(configure, "version_table"));
    }
    if (configure.hasNonNull("version_table_schema")) {
      options.versionTableSchema(text(configure, "version_table_schema"));
    }
    if (configure.hasNonNull("version_table_pk")) {
      options.versionTablePk(bool(configure, "version_table_pk"));
    }
    if (configure.hasNonNull(dialect + "_batch_separator")) {
      options.batchSeparator(text(configure, dialect + "_batch_separator"));
    }
    return options.build();
  }

  private RevisionIndex index() {
    List<RevisionEntry> entries = new ArrayList<>();
    for (JsonNode revision : op.path("revisions")) {
      entries.add(RevisionEntry.builder(text(revision, "revision"), "Revision")
          .downRevision(list(revision.path("down_revision")))
          .dependsOn(list(revision.path("depends_on")))
          .branchLabels(list(revision.path("branch_labels")))
          .message(text(revision, "message"))
          .build());
    }
    return new RevisionIndex() {
      @Override
      public List<RevisionEntry> revisions() {
        return entries;
      }

      @Override
      public Migration create(int position) {
        return new RecordedMigration(op.path("revisions").get(position));
      }
    };
  }

  private static String[] list(JsonNode node) {
    if (node.isTextual()) {
      return new String[] {node.textValue()};
    }
    return Fields.texts(node).toArray(String[]::new);
  }

  /** A revision of the case. */
  private record RecordedMigration(JsonNode revision) implements Migration {
    @Override
    public void upgrade(Operations op) {
      run(op, revision.path("upgrade"));
    }

    @Override
    public void downgrade(Operations op) {
      run(op, revision.path("downgrade"));
    }

    private static void run(Operations op, JsonNode operations) {
      for (JsonNode operation : operations) {
        if (text(operation, "kind").equals("autocommit_block")) {
          op.autocommitBlock(() -> run(op, operation.path("ops")));
        } else {
          op.invoke(OperationReader.of(operation));
        }
      }
    }
  }

  /** Nothing to connect to. */
  private static final class NoConnection implements EnvironmentConfig {
    @Override
    public void withConnection(ConnectionWork work) {
      throw new AssertionError("a script needs no connection");
    }

    @Override
    public ContextOptions contextOptions() {
      return ContextOptions.builder().build();
    }
  }
}
