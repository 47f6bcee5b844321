package dev.lambic.autogenerate.hibernate;

import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;

/** The name of a database, and nothing of its version: what Hibernate chooses a dialect by. */
record ProductInfo(String name) implements DialectResolutionInfo {
  @Override
  public String getDatabaseName() {
    return name;
  }

  @Override
  public String getDatabaseVersion() {
    return "";
  }

  @Override
  public int getDatabaseMajorVersion() {
    return NO_VERSION;
  }

  @Override
  public int getDatabaseMinorVersion() {
    return NO_VERSION;
  }

  @Override
  public String getDriverName() {
    return "";
  }

  @Override
  public int getDriverMajorVersion() {
    return NO_VERSION;
  }

  @Override
  public int getDriverMinorVersion() {
    return NO_VERSION;
  }

  @Override
  public String getSQLKeywords() {
    return "";
  }
}
