package dev.lambic;

import dev.lambic.error.IrreversibleMigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.operations.Operations;

/**
 * The two directions of a {@link Revision}. One instance is made for each run of one direction.
 *
 * <p>Both methods may throw whatever their code throws; the run then ends, rolls back what the database can roll back,
 * and says so.
 */
public interface Migration {

  /** Brings the database from the revision before to this one. */
  void upgrade(Operations op) throws Exception;

  /**
   * Undoes {@link #upgrade}. A class that leaves it out is irreversible: a downgrade across it is refused before it
   * touches the database.
   */
  default void downgrade(Operations op) throws Exception {
    throw new IrreversibleMigrationException(Problem.of(
            ProblemId.IRREVERSIBLE_REVISION, getClass().getName() + " has no downgrade method.")
        .fix("restore a backup, or write the 'downgrade' method and build again."));
  }
}
