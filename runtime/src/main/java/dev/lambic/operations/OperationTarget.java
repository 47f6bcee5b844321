package dev.lambic.operations;

import java.sql.Connection;
import java.util.List;
import java.util.Map;

/**
 * What {@link Operations} runs on: a database, or a script in the making. All that this package knows of the rest;
 * {@code MigrationContext} is the implementation that migrations meet.
 */
public interface OperationTarget {

  /**
   * Carries an operation out, and returns when it is done.
   *
   * @return how many rows it changed, as far as the database says
   */
  long invoke(MigrateOperation operation);

  /** Returns the statements of a script, cut as this database would cut it. */
  List<ScriptStatement> statementsOf(String script);

  /** Returns what the run was given for its migrations; empty if nothing. */
  default Map<String, Object> runArgs() {
    return Map.of();
  }

  /** Runs something outside the transaction at hand, which is committed before and begun anew behind it. */
  void autocommitBlock(Runnable body);

  /**
   * Returns the live connection, inside the transaction of the running migration.
   *
   * @throws dev.lambic.error.MigrationException if there is none, because a script is being written
   */
  Connection getBind();
}
