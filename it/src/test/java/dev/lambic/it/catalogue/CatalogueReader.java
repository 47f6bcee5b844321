package dev.lambic.it.catalogue;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads the catalogue of one kind of database. */
public interface CatalogueReader {
  /** Reads everything that users have made in the database; it changes nothing. */
  Catalogue read(Connection connection) throws SQLException;
}
