package dev.lambic.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Keeps every other run away from the same version table while one changes the database. The connection that holds it is
 * the one that migrates, so that neither can be lost without the other; it ends with that connection, whatever becomes of
 * the process. Taking it never waits inside the database: a session that waits there would hold up an index that is built
 * concurrently, which the holder may be building.
 */
public interface RunLock {

  /** No lock: for a connection whose transaction belongs to its caller, where none can be had. */
  RunLock NONE = new RunLock() {
    @Override
    public Optional<String> tryTake(Connection connection) {
      return Optional.empty();
    }

    @Override
    public boolean confirm(Connection connection) {
      return true;
    }

    @Override
    public boolean release(Connection connection) {
      return true;
    }
  };

  /**
   * Takes the lock if it is free.
   *
   * @return nothing when it has been taken; otherwise who holds it, as far as the database says
   * @throws SQLException if the database does not answer, or has no such locks
   */
  Optional<String> tryTake(Connection connection) throws SQLException;

  /**
   * Tells whether the lock is still held, and says so to others where that is needed. Cheap enough to be called between
   * any two steps.
   *
   * @throws SQLException if the database does not answer
   */
  boolean confirm(Connection connection) throws SQLException;

  /**
   * Gives the lock back.
   *
   * @return false if it was not held any more
   * @throws SQLException if the database does not answer
   */
  boolean release(Connection connection) throws SQLException;
}
