package dev.lambic.it.conformance.ddl;

import static dev.lambic.it.conformance.ddl.Fields.bool;
import static dev.lambic.it.conformance.ddl.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.Migration;
import dev.lambic.command.Command;
import dev.lambic.config.Config;
import dev.lambic.operations.Operations;
import dev.lambic.runtime.ContextOptions;
import dev.lambic.runtime.MigrationListener;
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
    Command command = new Command(Config.builder()
        .scriptDirectory(ScriptDirectory.of(List.of(index())))
        .listener(new MigrationListener() {})
        .context(this::configure)
        .build());
    String target = text(op, "target");
    switch (text(op, "command")) {
      case "upgrade" -> command.upgradeSql(target, output);
      case "downgrade" -> command.downgradeSql(target, output);
      default -> command.stampSql(output, target);
    }
  }

  private void configure(ContextOptions.Builder options) {
    options.dialectName(dialect);
    JsonNode configure = op.path("configure");
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
}
