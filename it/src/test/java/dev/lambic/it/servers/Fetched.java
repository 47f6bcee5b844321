package dev.lambic.it.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/** What the build has fetched for a server: {@code it/pom.xml} says where from. */
record Fetched(String server, Path folder) {
  static Fetched of(String server) {
    return new Fetched(server, RunFolder.SERVERS.resolve(server));
  }

  /** Returns the only file that matches a pattern, such as {@code *.txz} or {@code **}{@code /bin/mariadbd}. */
  Path file(String pattern) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    List<Path> found = List.of();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        found = files
            .filter(file -> matcher.matches(folder.relativize(file)))
            .sorted()
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (found.size() != 1) {
      throw new IllegalStateException("""
          %s cannot start: there should be one file %s in %s.
            found: %s
            fix: let Maven fetch it: mvn clean verify -pl it -am""".formatted(server, pattern, folder, found));
    }
    return found.get(0);
  }

  /** Unpacks the only archive that matches a pattern, once, and returns the folder. */
  Path unpacked(String pattern) {
    Path archive = file(pattern);
    try {
      // A newer archive has another size, and so a folder of its own.
      Path unpacked = folder.resolve("unpacked-" + Files.size(archive));
      if (!Files.isDirectory(unpacked)) {
        // No temporary folder: that would be for its owner alone, and the server may run as someone
        // else.
        Path unfinished = folder.resolve("unpacking-" + ProcessHandle.current().pid());
        Files.createDirectories(unfinished);
        unpack(archive, unfinished);
        Files.move(unfinished, unpacked);
      }
      return unpacked;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets tar make the files, for it knows of modes and links; not every machine has what unpacks xz. */
  private static void unpack(Path archive, Path target) throws IOException {
    Process tar = new ProcessBuilder("tar", "-xf", "-", "--no-same-owner", "-C", target.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    try (InputStream packed = Files.newInputStream(archive);
        InputStream plain = archive.toString().endsWith("xz")
            ? new XZInputStream(packed)
            : new GZIPInputStream(packed);
        OutputStream input = tar.getOutputStream()) {
      plain.transferTo(input);
    }
    int exitCode = tar.onExit().join().exitValue();
    if (exitCode != 0) {
      throw new IOException("tar ended with " + exitCode + " while unpacking " + archive);
    }
  }
}
