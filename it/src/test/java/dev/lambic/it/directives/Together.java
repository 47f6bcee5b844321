package dev.lambic.it.directives;

import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.CustomOperation;
import dev.lambic.operations.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several operations in a row, as a migration has them; the reverse goes backwards. */
record Together(List<MigrateOperation> operations) implements CustomOperation {
  Together(MigrateOperation... operations) {
    this(List.of(operations));
  }

  @Override
  public void run(Operations op) {
    operations.forEach(op::invoke);
  }

  @Override
  public Optional<MigrateOperation> reverse() {
    List<MigrateOperation> reverses = new ArrayList<>();
    operations.forEach(operation -> reverses.add(0, operation.reverse().orElseThrow()));
    return Optional.of(new Together(reverses));
  }
}
