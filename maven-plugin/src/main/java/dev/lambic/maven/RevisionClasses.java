package dev.lambic.maven;

import dev.lambic.Revision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the classes marked {@code @Revision}, in their compiled form and without loading them. */
final class RevisionClasses {
  private static final String SUFFIX = ".class";

  /** What a class file of an annotated class has in its constant pool. */
  private static final List<String> CONSTANTS =
      List.of(constant("RuntimeVisibleAnnotations"), constant(Revision.class.descriptorString()));

  private RevisionClasses() {}

  /** Returns the names of the annotated classes in a directory of classes, sorted; none if there is no such directory. */
  static List<String> in(Path classes) throws IOException {
    if (!Files.isDirectory(classes)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.toString().endsWith(SUFFIX) && isRevision(file)) {
          names.add(name(classes.relativize(file)));
        }
      }
    }
    names.sort(null);
    return names;
  }

  /** Tells whether a class is marked for certain: its file may mention the annotation for other reasons. */
  static boolean isMarked(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader).isAnnotationPresent(Revision.class);
    } catch (ClassNotFoundException | LinkageError e) {
      return true;
    }
  }

  private static boolean isRevision(Path file) throws IOException {
    String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    return CONSTANTS.stream().allMatch(content::contains);
  }

  /** A string in a constant pool: tag 1, the length in two bytes, the characters. */
  private static String constant(String text) {
    return "\1" + (char) (text.length() >> 8) + (char) (text.length() & 0xFF) + text;
  }

  private static String name(Path file) {
    String path = file.toString();
    return path.substring(0, path.length() - SUFFIX.length())
        .replace(file.getFileSystem().getSeparator(), ".");
  }
}
