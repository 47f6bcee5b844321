package dev.lambic.runtime;

import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.OperationImplementation;
import dev.lambic.operations.OperationTarget;
import dev.lambic.operations.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.ToLongFunction;

/** Hands each operation to the users' code that stands in for Lambic's own. */
final class Implementations {
  private Implementations() {}

  /** Returns the given implementations, outermost first, and within them those that are named as services. */
  static List<OperationImplementation<?>> of(List<OperationImplementation<?>> given) {
    List<OperationImplementation<?>> all = new ArrayList<>(given);
    ServiceLoader.load(OperationImplementation.class).forEach(all::add);
    return List.copyOf(all);
  }

  static long run(
      List<OperationImplementation<?>> implementations,
      MigrateOperation operation,
      OperationTarget target,
      ToLongFunction<MigrateOperation> standard) {
    ToLongFunction<MigrateOperation> inner = standard;
    for (int i = implementations.size() - 1; i >= 0; i--) {
      inner = around(implementations.get(i), target, inner);
    }
    return inner.applyAsLong(operation);
  }

  private static <T extends MigrateOperation> ToLongFunction<MigrateOperation> around(
      OperationImplementation<T> implementation,
      OperationTarget target,
      ToLongFunction<MigrateOperation> inner) {
    Class<T> kind = implementation.kind();
    return operation -> operation.getClass().equals(kind)
        ? implementation.run(kind.cast(operation), new Operations(target), inner::applyAsLong)
        : inner.applyAsLong(operation);
  }
}
