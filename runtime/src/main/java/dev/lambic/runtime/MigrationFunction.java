package dev.lambic.runtime;

import dev.lambic.operations.Operations;

/** What a step does to the database: one direction of a migration, or nothing for a stamp. */
@FunctionalInterface
public interface MigrationFunction {

  /** Carries the step's operations out; may throw what the migration's own code throws. */
  void run(Operations op) throws Exception;
}
