package dev.lambic.maven;

import dev.lambic.script.HeadMarker;
import dev.lambic.script.RevisionEntry;
import dev.lambic.source.SourceHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file that names the heads of a module, where its compiler is told to compare the two. */
final class HeadMarkerFile {
  private static final Pattern OPTION = Pattern.compile("-Amigrate\\.headMarker=([^<>]+)");

  private final Path file;

  private HeadMarkerFile(Path file) {
    this.file = file;
  }

  /** Finds the file in the configuration of the compiler. */
  static Optional<HeadMarkerFile> of(ProjectBuild build) {
    Matcher option = OPTION.matcher(build.compilerConfiguration());
    return option.find()
        ? Optional.of(
            new HeadMarkerFile(build.directory().resolve(option.group(1).strip())))
        : Optional.empty();
  }

  /** Lets the file name the heads that the module has now. */
  Path update(SourceHistory own) throws IOException {
    Set<String> parents = new TreeSet<>();
    own.revisions().forEach(entry -> parents.addAll(entry.downRevisions()));
    String lines = own.revisions().stream()
        .filter(entry -> !parents.contains(entry.id()))
        .sorted(Comparator.comparing(RevisionEntry::id))
        .map(entry -> HeadMarker.line(entry) + "\n")
        .collect(Collectors.joining());
    Files.writeString(file, lines, StandardCharsets.UTF_8);
    return file;
  }
}
