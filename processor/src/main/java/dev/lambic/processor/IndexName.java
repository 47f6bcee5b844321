package dev.lambic.processor;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/**
 * The name of a generated index.
 *
 * @param packageName the package; empty for none
 * @param simpleName the name within it
 */
record IndexName(String packageName, String simpleName) {
  static final String PREFIX = "RevisionIndex_";

  /**
   * Returns the name of the index over these classes, of which there is at least one.
   *
   * <p>The package is the deepest one that holds them all, so that revisions in one package need not be public; if there
   * is none, the first of theirs. The simple name ends in a checksum of the class that sorts first: other modules, and
   * the tests beside this one, may have revisions in the same package, but not the same classes, and so their indexes do
   * not hide each other on the class path. As a rule it stays the same while revisions are added, so that one build on top
   * of another leaves no old index behind.
   */
  static IndexName of(Collection<RevisionClass> classes) {
    String packageName = commonPackage(classes);
    String firstClass = classes.stream()
        .map(one -> one.entry().className())
        .sorted()
        .findFirst()
        .orElseThrow();
    return new IndexName(packageName, PREFIX + checksum(firstClass));
  }

  /** Returns this name, or the first of those with a number behind it that is free. */
  IndexName otherThan(Predicate<String> isTaken) {
    IndexName name = this;
    for (int copy = 2; isTaken.test(name.qualified()); copy++) {
      name = new IndexName(packageName, simpleName + "_" + copy);
    }
    return name;
  }

  private static String commonPackage(Collection<RevisionClass> classes) {
    List<String> packages = classes.stream()
        .map(RevisionClass::packageName)
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .toList();
    if (packages.isEmpty()) {
      return "";
    }
    String common = packages.get(0);
    for (String name : packages) {
      while (!isIn(name, common)) {
        common = common.substring(0, Math.max(common.lastIndexOf('.'), 0));
      }
    }
    return common.isEmpty() ? packages.get(0) : common;
  }

  private static boolean isIn(String name, String common) {
    return common.isEmpty() || name.equals(common) || name.startsWith(common + ".");
  }

  private static String checksum(String className) {
    CRC32 checksum = new CRC32();
    checksum.update(className.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  /** The name as it is written in source code; also the binary one, as the class is not nested. */
  String qualified() {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }

  /** The package as a message names it. */
  String packageLabel() {
    return packageName.isEmpty() ? "no package" : "package '" + packageName + "'";
  }
}
