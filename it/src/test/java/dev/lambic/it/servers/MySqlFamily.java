package dev.lambic.it.servers;

import dev.lambic.it.catalogue.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What MySQL and MariaDB have in common. */
abstract class MySqlFamily implements Software {
  /** Both run it when they start; names are not resolved, so the user's host is an address. */
  @Override
  public String secret(Instance instance) {
    String user = "'" + instance.user() + "'@'" + Instance.HOST + "'";
    return "CREATE USER " + user + " IDENTIFIED BY '" + instance.password() + "';\n"
        + "GRANT ALL ON *.* TO " + user + " WITH GRANT OPTION;\n";
  }

  /** Returns the arguments that both take, to make the data directory as to run. */
  static List<String> common(Instance instance) {
    List<String> arguments = new ArrayList<>(List.of(
        // First of all, or it is not understood.
        "--no-defaults",
        "--datadir=" + instance.data(),
        // Relative to the data directory: the path of a socket has to be short.
        "--socket=socket",
        // A server that starts deletes the temporary tables of the others in a directory that they
        // share.
        "--tmpdir=" + instance.folder().path(),
        // The data need not survive the machine.
        "--innodb-flush-method=nosync"));
    if (instance.isRoot()) {
      arguments.add("--user=root");
    }
    return arguments;
  }

  /** Returns the arguments that both take to run. */
  static List<String> serving(Instance instance) {
    List<String> arguments = common(instance);
    arguments.addAll(List.of(
        "--init-file=" + instance.secret(),
        "--bind-address=" + Instance.HOST,
        "--port=" + instance.port(),
        "--skip-name-resolve",
        "--pid-file=pid",
        "--skip-ssl",
        "--innodb-flush-log-at-trx-commit=0",
        "--innodb-doublewrite=0"));
    return arguments;
  }

  @Override
  public String stopSignal() {
    return "TERM";
  }

  @Override
  public String firstDatabase() {
    return "mysql";
  }

  @Override
  public void drop(Connection connection, String database) throws SQLException {
    List<String> databases = Rows.of(
        connection,
        "SELECT schema_name AS name FROM information_schema.schemata WHERE schema_name = '"
            + database + "' OR schema_name LIKE '" + database.replace("_", "\\_") + "\\_%'",
        row -> row.joined(""));
    try (Statement statement = connection.createStatement()) {
      // A name may hold what JDBC takes for an escape.
      statement.setEscapeProcessing(false);
      // A connection that a test has left open, in a transaction, would keep it waiting for a year.
      statement.execute("SET lock_wait_timeout = 10");
      // Tables of one refer to tables of another.
      statement.execute("SET foreign_key_checks = 0");
      for (String name : databases) {
        statement.execute("DROP DATABASE `" + name.replace("`", "``") + "`");
      }
    }
  }
}
