package dev.lambic.it.directives;

import dev.lambic.Migration;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.Operations;
import dev.lambic.runtime.ContextOptions;
import dev.lambic.runtime.MigrationListener;
import dev.lambic.runtime.MigrationStep;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionIndex;
import dev.lambic.script.ScriptDirectory;
import java.sql.Connection;
import java.util.List;

/** Two revisions: one that does nothing, and one that carries an operation out, and reverses it when it is undone. */
final class History {
  private static final String START = "start";
  private static final String CHANGE = "change";

  private final ScriptDirectory script;

  History(MigrateOperation operation) {
    script = ScriptDirectory.of(List.of(new Index(operation)));
  }

  /** Returns the options of a run that applies the first revision, which creates the version table. */
  ContextOptions start(Connection connection) {
    return upgrade(connection, START);
  }

  /** Returns the options of a run that carries the operation out. */
  ContextOptions forth(Connection connection) {
    return upgrade(connection, CHANGE);
  }

  private ContextOptions upgrade(Connection connection, String target) {
    return ContextOptions.builder()
        .journal(false)
        .connection(connection)
        .migrations((heads, context) -> script.upgradePlan(target, heads).stream()
            .map(step -> MigrationStep.upgradeFrom(script.revisionMap(), step))
            .toList())
        .listener(new MigrationListener() {})
        .build();
  }

  /** Returns the options of a run that reverses the operation. */
  ContextOptions back(Connection connection) {
    return ContextOptions.builder()
        .journal(false)
        .connection(connection)
        .migrations((heads, context) -> script.downgradePlan(START, heads).stream()
            .map(step -> MigrationStep.downgradeFrom(script.revisionMap(), step))
            .toList())
        .listener(new MigrationListener() {})
        .build();
  }

  /** Makes the version table forget the operation, which stays. */
  void keep(RecordingContext context) {
    context.stamp(script, START);
  }

  private record Index(MigrateOperation operation) implements RevisionIndex {
    @Override
    public List<RevisionEntry> revisions() {
      return List.of(
          RevisionEntry.builder(CHANGE, "Change").downRevision(START).build(),
          RevisionEntry.builder(START, "Start").build());
    }

    @Override
    public Migration create(int position) {
      return position == 0 ? new Change(operation) : op -> {};
    }
  }

  private record Change(MigrateOperation operation) implements Migration {
    @Override
    public void upgrade(Operations op) {
      op.invoke(operation);
    }

    @Override
    public void downgrade(Operations op) {
      op.invoke(operation.reverse().orElseThrow());
    }
  }
}
