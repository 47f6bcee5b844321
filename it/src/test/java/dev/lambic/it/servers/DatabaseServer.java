package dev.lambic.it.servers;

import dev.lambic.it.catalogue.CatalogueReader;
import java.sql.SQLException;

/** Where databases of one kind live. Each has databases that know nothing of one another. */
interface DatabaseServer {
  /** Creates an empty database. */
  Access create(String database) throws SQLException;

  /** Removes a database that {@link #create} has made, with all that is in it. */
  void drop(String database) throws SQLException;

  /** Returns what reads the catalogue of such a database. */
  CatalogueReader catalogueReader();
}
