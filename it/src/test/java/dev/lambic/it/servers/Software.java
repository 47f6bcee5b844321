package dev.lambic.it.servers;

import dev.lambic.it.catalogue.CatalogueReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What differs from one database server to the next when it is started and used for tests. */
interface Software {
  /** Returns what the file {@link Instance#secret} is to contain, from which the server learns user and password. */
  String secret(Instance instance);

  /** Returns the command that makes the data directory. */
  List<String> initialise(Instance instance);

  /** Returns the command that runs the server. */
  List<String> serve(Instance instance);

  /** Returns the signal that makes it stop although there are connections. */
  String stopSignal();

  /** Returns the database that is always there. */
  String firstDatabase();

  Access access(Instance instance, String database);

  /** Drops a database, and what belongs to it. */
  void drop(Connection connection, String database) throws SQLException;

  CatalogueReader catalogueReader();

  /** Returns what a machine must have, and what to do where it has not: the end of a message. */
  String requirements();
}
