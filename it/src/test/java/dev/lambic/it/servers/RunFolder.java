package dev.lambic.it.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A server's own folder below {@code target/servers/run}: new for each JVM, and removed when the JVM ends. */
record RunFolder(Path path) {
  /** What the build has fetched, and what the servers write. The tests run in the folder of the module. */
  static final Path SERVERS = Path.of("target", "servers").toAbsolutePath();

  static RunFolder create(String server) {
    try {
      Path run = Files.createDirectories(SERVERS.resolve("run"));
      return new RunFolder(Files.createTempDirectory(run, server + "-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path resolve(String file) {
    return path.resolve(file);
  }

  void delete() {
    try {
      Files.walkFileTree(path, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
            throws IOException {
          Files.delete(file);
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
            throws IOException {
          Files.delete(directory);
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
