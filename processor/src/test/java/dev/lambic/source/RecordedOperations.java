package dev.lambic.source;

import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.OperationTarget;
import dev.lambic.operations.ScriptStatement;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** Takes note of the operations that a migration carries out. */
final class RecordedOperations implements OperationTarget {
  final List<MigrateOperation> operations = new ArrayList<>();

  @Override
  public long invoke(MigrateOperation operation) {
    operations.add(operation);
    return 0;
  }

  @Override
  public List<ScriptStatement> statementsOf(String script) {
    throw new AssertionError("no script is rendered");
  }

  @Override
  public void autocommitBlock(Runnable body) {
    body.run();
  }

  @Override
  public Connection getBind() {
    throw new AssertionError("no connection is asked for");
  }
}
