package dev.lambic.operations;

import java.util.List;
import java.util.function.Function;

/**
 * Users' code that changes operations before they are carried out or written down. Mirrors Alembic's {@code Rewriter}:
 *
 * <pre>{@code
 * Rewriter noDrops = Rewriter.of(DropTableOp.class, operation -> List.of());
 * }</pre>
 */
@FunctionalInterface
public interface Rewriter {

  /** Leaves every operation as it is. */
  Rewriter NONE = List::of;

  /** Returns what stands in an operation's place: itself, another one, several, or none. */
  List<MigrateOperation> rewrite(MigrateOperation operation);

  /** Returns the rewriter that changes the operations of one kind, and leaves the others as they are. */
  static <T extends MigrateOperation> Rewriter of(
      Class<T> kind, Function<T, List<MigrateOperation>> change) {
    return operation ->
        kind.isInstance(operation) ? change.apply(kind.cast(operation)) : List.of(operation);
  }

  /** Returns this rewriter, followed by another for whatever comes out of it. */
  default Rewriter andThen(Rewriter next) {
    return operation -> rewrite(operation).stream()
        .flatMap(result -> next.rewrite(result).stream())
        .toList();
  }
}
