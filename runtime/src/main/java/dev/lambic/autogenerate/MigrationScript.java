package dev.lambic.autogenerate;

import java.util.List;
import java.util.Objects;

/**
 * What a comparison comes to: a migration that is yet to be written. Mirrors Alembic's {@code MigrationScript}.
 *
 * @param upgradeOps what leads from the database to the model
 * @param downgradeOps what leads back, in the opposite order
 * @param findings what the user should know besides
 */
public record MigrationScript(
    UpgradeOps upgradeOps, DowngradeOps downgradeOps, List<Finding> findings) {
  public MigrationScript {
    Objects.requireNonNull(upgradeOps, "upgradeOps");
    Objects.requireNonNull(downgradeOps, "downgradeOps");
    findings = List.copyOf(findings);
  }

  /** Returns this script with other operations. */
  public MigrationScript with(UpgradeOps upgrade, DowngradeOps downgrade) {
    return new MigrationScript(upgrade, downgrade, findings);
  }
}
