package dev.lambic.autogenerate;

import dev.lambic.operations.MigrateOperation;
import java.util.List;

/**
 * What the upgrade of a generated migration does, in order. Mirrors Alembic's {@code UpgradeOps}.
 *
 * @param operations the operations; those on one table in one batch where that was asked for
 * @param destructive those of them, inside a batch too, that lose data or may lose some
 */
public record UpgradeOps(List<MigrateOperation> operations, List<MigrateOperation> destructive) {
  public UpgradeOps {
    operations = List.copyOf(operations);
    destructive = List.copyOf(destructive);
  }

  /** Makes an upgrade that loses no data. */
  public UpgradeOps(List<MigrateOperation> operations) {
    this(operations, List.of());
  }

  /** Returns other operations, of which those lose data that did so here. */
  public UpgradeOps with(List<MigrateOperation> changed) {
    return new UpgradeOps(changed, destructive);
  }

  /** Tells whether there is nothing to do. */
  public boolean isEmpty() {
    return operations.isEmpty();
  }
}
