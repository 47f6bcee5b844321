package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a borrowed connection is when a run begins. Migrations may change it; who lent it gets it back as it was.
 *
 * @param schema where names without a schema are looked for, as the dialect reads it; null where it cannot be said
 */
record ConnectionState(
    boolean readOnly,
    int isolation,
    @Nullable String catalog,
    @Nullable String schema) {

  static ConnectionState of(Connection connection, Dialect dialect) throws SQLException {
    return new ConnectionState(
        connection.isReadOnly(),
        connection.getTransactionIsolation(),
        connection.getCatalog(),
        dialect.searchedSchemas(connection));
  }

  /** Changes back what has changed; nothing may be open on the connection but a transaction of the caller's. */
  void restore(Connection connection, Dialect dialect) throws SQLException {
    ConnectionState now = of(connection, dialect);
    if (catalog != null && !catalog.equals(now.catalog)) {
      connection.setCatalog(catalog);
    }
    if (schema != null && !Objects.equals(schema, now.schema)) {
      dialect.searchSchemas(connection, schema);
    }
    if (readOnly != now.readOnly) {
      connection.setReadOnly(readOnly);
    }
    if (isolation != now.isolation) {
      connection.setTransactionIsolation(isolation);
    }
  }
}
