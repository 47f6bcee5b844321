package dev.lambic.runtime;

/** Which Lambic this is. */
final class Version {
  /** Its name and version, as far as its jar says. */
  static final String TOOL = "Lambic " + versionOf(Version.class.getPackage());

  private Version() {}

  private static String versionOf(Package jar) {
    String version = jar.getImplementationVersion();
    return version == null ? "(unpackaged)" : version;
  }
}
