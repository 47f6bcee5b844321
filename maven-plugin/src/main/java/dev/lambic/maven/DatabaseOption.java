package dev.lambic.maven;

import java.util.Arrays;
import java.util.List;

/** What says where the database is, by the names in XML. */
enum DatabaseOption {
  URL("url"),
  USER("user"),
  PASSWORD("password"),
  SERVER_ID("serverId"),
  DRIVER("driver"),
  VERSION_TABLE("versionTable"),
  VERSION_TABLE_SCHEMA("versionTableSchema");

  private static final String PREFIX = "migrate.";

  private final String text;

  DatabaseOption(String text) {
    this.text = text;
  }

  /** Returns the name in XML: {@code url}. */
  String text() {
    return text;
  }

  /** Returns the name of the property: {@code migrate.url}. */
  String property() {
    return PREFIX + text;
  }

  /** Returns the names of all properties. */
  static List<String> properties() {
    return Arrays.stream(values()).map(DatabaseOption::property).toList();
  }
}
