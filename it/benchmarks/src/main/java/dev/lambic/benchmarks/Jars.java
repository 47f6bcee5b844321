package dev.lambic.benchmarks;

import java.net.URI;
import java.nio.file.Path;

/** What the jars on the class path say by their names. */
final class Jars {
  private Jars() {}

  /** Returns the version of the jar that a class comes from; "as built" where it comes from a folder. */
  static String versionOf(Class<?> type, String artifact) {
    String location = type.getProtectionDomain().getCodeSource().getLocation().toString();
    String file = String.valueOf(Path.of(URI.create(location)).getFileName());
    return file.startsWith(artifact + "-") && file.endsWith(".jar")
        ? file.substring(artifact.length() + 1, file.length() - ".jar".length())
        : "as built";
  }
}
