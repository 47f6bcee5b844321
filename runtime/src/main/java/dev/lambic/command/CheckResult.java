package dev.lambic.command;

import dev.lambic.autogenerate.Difference;
import dev.lambic.autogenerate.Finding;
import java.util.List;

/**
 * How a database differs from its model.
 *
 * @param differences what has to be done to bring the database to the model, in order; what loses data is among it
 * @param findings what the user should know besides
 */
public record CheckResult(List<Difference> differences, List<Finding> findings) {
  public CheckResult {
    differences = List.copyOf(differences);
    findings = List.copyOf(findings);
  }

  /** Tells whether the database is as the model has it, as far as it was compared. */
  public boolean isClean() {
    return differences.isEmpty();
  }
}
