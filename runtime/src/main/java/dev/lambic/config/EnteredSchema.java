package dev.lambic.config;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.Dialects;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection for as long as a schema is its own. It comes back as it was: a pool may hand it out again.
 *
 * @param catalog what its catalog was before
 * @param searched where it looked for names before
 */
record EnteredSchema(
    Connection connection,
    Dialect dialect,
    @Nullable String catalog,
    @Nullable String searched) implements AutoCloseable {

  /**
   * Makes a schema a connection's own.
   *
   * @throws EnvironmentException if there is no such schema
   */
  static EnteredSchema enter(Connection connection, String schema, Secrets secrets) {
    try {
      Dialect dialect = Dialects.of(connection);
      EnteredSchema entered = new EnteredSchema(
          connection, dialect, connection.getCatalog(), dialect.searchedSchemas(connection));
      if (!dialect.enterSchema(connection, schema)) {
        entered.close();
        throw new EnvironmentException(unknown(schema));
      }
      return entered;
    } catch (SQLException e) {
      SQLException cleaned = secrets.cleaned(e);
      throw new EnvironmentException(
          unknown(schema)
              .with("database says", String.valueOf(cleaned.getMessage()).strip()),
          cleaned);
    }
  }

  private static Problem unknown(String schema) {
    return Problem.of(
            ProblemId.UNKNOWN_SCHEMA, "The database has no schema '" + schema + "' to work in.")
        .fix("create it, or correct 'schema': it is written as the database stores it.");
  }

  /** With a connection that does not answer any more, its schema is gone too. */
  @Override
  public void close() {
    try {
      if (catalog != null && !Objects.equals(catalog, connection.getCatalog())) {
        connection.setCatalog(catalog);
      }
      if (searched != null) {
        dialect.searchSchemas(connection, searched);
      }
    } catch (SQLException e) {
      discard();
    }
  }

  /** A transaction of the caller's that is past obeying takes the change of schema back itself when it is rolled back. */
  private void discard() {
    try {
      if (connection.getAutoCommit()) {
        connection.close();
      }
    } catch (SQLException e) {
      // It does not even close: nobody will get anything through it.
      return;
    }
  }
}
