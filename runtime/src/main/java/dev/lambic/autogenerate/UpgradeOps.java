package dev.lambic.autogenerate;

import dev.lambic.operations.MigrateOperation;
import java.util.List;

/**
 * What the upgrade of a generated migration does, in order. Mirrors Alembic's {@code UpgradeOps}.
 *
 * @param operations the operations; those on one table in one batch where that was asked for
 */
public record UpgradeOps(List<MigrateOperation> operations) {
  public UpgradeOps {
    operations = List.copyOf(operations);
  }

  /** Tells whether there is nothing to do. */
  public boolean isEmpty() {
    return operations.isEmpty();
  }
}
