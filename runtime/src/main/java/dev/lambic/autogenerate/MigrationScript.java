package dev.lambic.autogenerate;

import dev.lambic.script.RevisionRequest;
import java.util.List;
import java.util.Objects;

/**
 * What a comparison comes to: a migration that is yet to be written. Mirrors Alembic's {@code MigrationScript}.
 *
 * @param request what the revision is to be: after what, with which labels, in which package
 * @param upgradeOps what leads from the database to the model
 * @param downgradeOps what leads back, in the opposite order
 * @param findings what the user should know besides
 */
public record MigrationScript(
    RevisionRequest request,
    UpgradeOps upgradeOps,
    DowngradeOps downgradeOps,
    List<Finding> findings) {
  public MigrationScript {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(upgradeOps, "upgradeOps");
    Objects.requireNonNull(downgradeOps, "downgradeOps");
    findings = List.copyOf(findings);
  }

  /** Makes a script that comes after the only head there is, and has no message. */
  public MigrationScript(UpgradeOps upgradeOps, DowngradeOps downgradeOps, List<Finding> findings) {
    this(RevisionRequest.builder("").build(), upgradeOps, downgradeOps, findings);
  }

  /** Returns this script with other operations. */
  public MigrationScript with(UpgradeOps upgrade, DowngradeOps downgrade) {
    return new MigrationScript(request, upgrade, downgrade, findings);
  }

  /** Returns this script as that of another revision. */
  public MigrationScript with(RevisionRequest changed) {
    return new MigrationScript(changed, upgradeOps, downgradeOps, findings);
  }

  /** Tells whether there is nothing to do, in either direction. */
  public boolean isEmpty() {
    return upgradeOps.isEmpty() && downgradeOps.isEmpty();
  }
}
