package dev.lambic.autogenerate;

import dev.lambic.operations.MigrateOperation;
import java.util.List;

/**
 * What the downgrade of a generated migration does, in order. Mirrors Alembic's {@code DowngradeOps}.
 *
 * @param operations the operations; those on one table in one batch where that was asked for
 */
public record DowngradeOps(List<MigrateOperation> operations) {
  public DowngradeOps {
    operations = List.copyOf(operations);
  }

  /** Tells whether there is nothing to do. */
  public boolean isEmpty() {
    return operations.isEmpty();
  }
}
