package dev.lambic.maven;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Objects;

/**
 * Takes the drivers of a class loader off {@link DriverManager}, where they put themselves when they are loaded, and would
 * keep the loader alive. They can be seen and removed only by a class of the same loader: {@link ProjectClassLoader} makes
 * this class one of its own.
 */
public final class DriverRemoval implements Runnable {
  /** Made by {@link ProjectClassLoader}. */
  public DriverRemoval() {}

  @Override
  public void run() {
    for (Driver driver : Collections.list(DriverManager.getDrivers())) {
      if (Objects.equals(driver.getClass().getClassLoader(), getClass().getClassLoader())) {
        remove(driver);
      }
    }
  }

  private static void remove(Driver driver) {
    try {
      DriverManager.deregisterDriver(driver);
    } catch (SQLException e) {
      throw new IllegalStateException("a driver that is registered can be removed", e);
    }
  }
}
