package dev.lambic.it.servers;

import dev.lambic.it.catalogue.CatalogueReader;
import dev.lambic.it.catalogue.SqliteCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteDataSource;

/** SQLite, in files: several connections see the same database, as they would anywhere else. */
final class SqliteServer implements DatabaseServer {
  private final RunFolder folder;

  SqliteServer(String name) {
    folder = RunFolder.create(name);
    Runtime.getRuntime().addShutdownHook(new Thread(folder::delete));
  }

  @Override
  public Access create(String database) {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file(database));
    return new Access(source.getUrl(), "", "", source);
  }

  @Override
  public void drop(String database) {
    try {
      Files.deleteIfExists(file(database));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String database) {
    return folder.resolve(database + ".db");
  }

  @Override
  public CatalogueReader catalogueReader() {
    return new SqliteCatalogue();
  }
}
