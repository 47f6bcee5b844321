package dev.lambic.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * How a module's revision classes differ from those that the annotation processor has listed: some tool has compiled them
 * without it.
 *
 * @param unlisted the names of classes that no index knows of
 * @param gone the names of classes that the index knows of, and that are not there
 */
record ListedClasses(List<String> unlisted, List<String> gone) {
  /** Written by the processor: in each line a class's name, and behind it the binary one where that is another. */
  private static final String LIST = "META-INF/lambic/revisions";

  /** Compares a directory of classes with the list in it; without a list there is nothing to compare. */
  static ListedClasses in(Path classes, ClassLoader loader) throws IOException {
    Path list = classes.resolve(LIST);
    if (!Files.exists(list)) {
      return new ListedClasses(List.of(), List.of());
    }
    TreeSet<String> listed = new TreeSet<>();
    for (String line : Files.readAllLines(list)) {
      listed.add(line.substring(line.lastIndexOf(' ') + 1));
    }
    List<String> unlisted = RevisionClasses.in(classes).stream()
        .filter(name -> !listed.contains(name) && RevisionClasses.isMarked(name, loader))
        .toList();
    List<String> gone = new ArrayList<>(listed);
    gone.removeIf(name -> Files.exists(classes.resolve(name.replace('.', '/') + ".class")));
    return new ListedClasses(unlisted, gone);
  }

  boolean isRight() {
    return unlisted.isEmpty() && gone.isEmpty();
  }
}
