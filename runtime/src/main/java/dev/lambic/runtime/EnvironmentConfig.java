package dev.lambic.runtime;

import java.sql.Connection;
import java.util.List;

/**
 * What an environment may ask of the configuration that it runs under; {@code Config} is the implementation that users
 * build.
 */
public interface EnvironmentConfig {

  /** Work done on a connection. */
  @FunctionalInterface
  interface ConnectionWork {
    /** Does the work; the connection is not this method's to close. */
    void run(Connection connection) throws Exception;
  }

  /**
   * Runs work on the configured connection: one that is opened for it and closed after it, or the caller's own.
   *
   * @throws dev.lambic.error.EnvironmentException if there is no connection to be had
   */
  void withConnection(ConnectionWork work) throws Exception;

  /**
   * Returns the configured options of a context, without a connection; the user's own among them. {@link
   * EnvironmentContext#configure} begins with them.
   */
  ContextOptions contextOptions();

  /** Returns what was given for the environment alone, such as {@code tenant=acme}; see {@link
   * EnvironmentContext#getXArgument}. */
  default List<String> xArguments() {
    return List.of();
  }
}
